// Order of the result, and ways to take it away: exactly what is on screen, page and all.
import { element } from './dom.js';
import { texts } from './language.js';
import { go, setOrDelete } from './state.js';

/** Without a question there is no relevance: the newest come first then. */
function sortsOf(now) {
  if (now.has('q')) return Object.entries(texts.sorts);
  return [['relevance', texts.sorts.newest], ['oldest', texts.sorts.oldest]];
}

export function sortControl(now) {
  const choices = sortsOf(now).map(([value, name]) => element('option', { value, textContent: name }));
  const select = element('select', { id: 'sort', 'data-key': 'sort' }, ...choices);
  select.value = now.get('sort') ?? 'relevance';
  if (select.selectedIndex < 0) select.selectedIndex = 0;
  select.addEventListener('change', () => go((next) => setOrDelete(next, 'sort', select.value === 'relevance' ? '' : select.value)));
  return element('label', { className: 'sort' }, `${texts.sort} `, select);
}

function addressAs(file, now, change = () => {}) {
  const asked = new URLSearchParams(now);
  asked.delete('offset');
  asked.delete('collapse');
  change(asked);
  return `/api/v1/${file}${asked.size ? `?${asked}` : ''}`;
}

/** The same question as a spreadsheet, a feed and data. */
export function downloadLinks(now) {
  const links = [
    [texts.csv, addressAs('export.csv', now), true],
    [texts.feed, addressAs('feed.atom', now, (asked) => asked.delete('sort')), false],
    [texts.json, addressAs('search', now, (asked) => { if (now.has('offset')) asked.set('offset', now.get('offset')); }), false],
  ];
  return element('ul', { className: 'take-away', 'aria-label': texts.takeAway }, ...links.map(([name, href, saves]) =>
    element('li', {}, element('a', { href, textContent: name, download: saves ? '' : undefined }))));
}
