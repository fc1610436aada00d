// The pages of the result.
import { element } from './dom.js';
import { texts } from './language.js';
import { PAGE_SIZE, addressOf, edited } from './state.js';

const MOST_SHOWN = 7;

/** The numbers to show: the first, the last reachable, and those around the present one; 0 is a gap. */
export function pageNumbers(present, last) {
  if (last <= MOST_SHOWN) return Array.from({ length: last }, (_, index) => index + 1);
  const wanted = [1, present - 1, present, present + 1, last].filter((page) => page >= 1 && page <= last);
  const distinct = [...new Set(wanted)].sort((left, right) => left - right);
  return distinct.flatMap((page, index) => (index && page - distinct[index - 1] > 1 ? [0, page] : [page]));
}

function pageLink(page, text, properties = {}) {
  const offset = (page - 1) * PAGE_SIZE;
  return element('a', {
    href: addressOf(edited((next) => { if (offset) next.set('offset', offset); })), textContent: text, 'data-state': 'results', ...properties,
  });
}

/** Links to the other pages, or nothing where one page holds all. */
export function pageLinks(answer, now, offset) {
  const shown = now.get('collapse') === '0' ? answer.total : answer.total_groups;
  const last = Math.min(Math.ceil(shown / PAGE_SIZE), 10_000 / PAGE_SIZE + 1);
  if (last < 2) return [];
  // An old address may lie behind the end: the way back is to the last page.
  const present = Math.min(Math.floor(offset / PAGE_SIZE), last) + 1;
  const numbers = pageNumbers(present, last).map((page) => {
    if (!page) return element('span', { textContent: '…' });
    return pageLink(page, texts.number(page), { 'aria-label': texts.page(page), 'aria-current': page === present ? 'page' : null });
  });
  return [
    ...(present > 1 ? [pageLink(present - 1, texts.previous, { rel: 'prev' })] : []), ...numbers,
    ...(present < last ? [pageLink(present + 1, texts.next, { rel: 'next' })] : []),
  ];
}
