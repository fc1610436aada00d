// The filters that are on, and how words must match, each with a way to drop it.
import { chipRow, element } from './dom.js';
import { dayInWords, texts } from './language.js';
import { FILTERS, addressOf, dropFilters, edited, hasFilters, matchOf, toggle } from './state.js';

function filterChip(name, shown, edit) {
  return element('li', { className: 'chip filter' },
    element('span', { className: 'kind', textContent: texts.facets[name] }), ' ', element('span', { textContent: shown }),
    element('a', {
      className: 'undo', textContent: '×', 'data-state': 'results', href: addressOf(edited(edit)),
      title: texts.remove, 'aria-label': `${texts.remove}: ${texts.facets[name]} ${shown}`,
    }));
}

/** "36-NQ/TW@2014-07-01" as "36-NQ/TW ngày 01/07/2014". */
const identityInWords = (value) => value.split('@').map((part, index) => (index === 1 ? dayInWords(part) : part)).join(' · ');

/** The row of filters, or nothing. */
export function filterChips(now) {
  const match = matchOf(now);
  if (!hasFilters(now) && match === 'auto') return [];
  const chips = FILTERS.flatMap((name) => now.getAll(name).map((value) =>
    filterChip(name, name === 'identity' ? identityInWords(value) : value, (next) => toggle(next, name, value))));
  for (const name of ['from', 'to']) {
    if (now.has(name)) chips.push(filterChip(name, dayInWords(now.get(name)), (next) => next.delete(name)));
  }
  if (match !== 'auto') chips.push(filterChip('match', texts.matches[match], (next) => next.delete('match')));
  if (chips.length > 1) {
    chips.push(element('li', {}, element('a', {
      className: 'onward', 'data-state': 'results', href: addressOf(edited(dropFilters)), textContent: texts.clearAll,
    })));
  }
  return [chipRow('filters-name', texts.filters, chips)];
}
