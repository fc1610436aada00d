// What one can ask, shown where nothing was asked yet.
import { chipRow, element } from './dom.js';
import { searchAddress, texts } from './language.js';
import { hasFilters } from './state.js';

const EXAMPLES = ['nghị quyết 36', 'chuyen doi so 2021', '"chính quyền điện tử"', 'NQ 57', 'trung tâm dữ liệu Đồng Nai'];

/** A line of questions to try. */
export function exampleRow() {
  const row = chipRow('examples-name', texts.examples, EXAMPLES.map((q) => element('li', {},
    element('a', { className: 'chip', href: searchAddress({ q }), textContent: q, 'data-state': 'results' }))));
  row.classList.add('examples');
  return row;
}

/** The line where nothing was asked yet. */
export const examples = (now) => (now.has('q') || hasFilters(now) || now.has('offset') ? [] : [exampleRow()]);
