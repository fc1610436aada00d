// What one can ask, shown where nothing was asked yet.
import { element } from './dom.js';
import { searchAddress, texts } from './language.js';
import { hasFilters } from './state.js';

const EXAMPLES = ['nghị quyết 36', 'chuyen doi so 2021', '"chính quyền điện tử"', 'NQ 57', 'trung tâm dữ liệu Đồng Nai'];

/** A line of questions to try, or nothing. */
export function examples(now) {
  if (now.has('q') || hasFilters(now) || now.has('offset')) return [];
  return [element('div', { className: 'chip-row examples' },
    element('span', { className: 'row-name', id: 'examples-name', textContent: texts.examples }),
    element('ul', { className: 'chips', 'aria-labelledby': 'examples-name' }, ...EXAMPLES.map((q) => element('li', {},
      element('a', { className: 'chip', href: searchAddress({ q }), textContent: q, 'data-state': 'results' })))))];
}
