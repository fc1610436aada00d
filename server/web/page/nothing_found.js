// Nothing found: why, as far as the API knows, and ways out, each one step.
import { element } from './dom.js';
import { searchAddress, texts } from './language.js';
import { addressOf, dropFilters, edited, hasFilters } from './state.js';

const wayOut = (text, edit) => element('li', {},
  element('a', { href: addressOf(edited(edit)), 'data-state': 'results', textContent: text }));

/** One filter that keeps everything out, with what there is without it. */
function removedItem(removed) {
  return wayOut(removed.label, (next) => removed.parameters.forEach((name) => next.delete(name)));
}

export function nothingFound(answer, now) {
  const q = now.get('q') ?? '';
  const removed = (answer.removed_by ?? []).filter(({ count }) => count > 0);
  const ways = removed.map(removedItem);
  if (hasFilters(now)) ways.push(wayOut(texts.clearAll, dropFilters));
  if (q.includes('"')) ways.push(wayOut(texts.dropQuotes, (next) => next.set('q', q.replaceAll('"', ''))));
  if (q.includes(' ') && now.get('match') !== 'any') ways.push(wayOut(texts.anyWord, (next) => next.set('match', 'any')));
  // Where no single filter is to blame the sentence says just that.
  const blame = !removed.length && answer.removed_by?.length ? element('p', { textContent: answer.removed_by[0].label }) : null;
  return [
    removed.length || blame ? element('h2', { textContent: texts.because }) : null, blame,
    element('ul', { className: 'ways' }, ...ways,
      element('li', {}, element('a', { href: searchAddress(), 'data-state': 'results', textContent: texts.everything }))),
    q ? element('p', { className: 'aside', textContent: texts.dropWords }) : null,
  ].filter(Boolean);
}
