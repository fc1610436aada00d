// Nothing found: why, as far as the API knows, and ways out, each one step.
import { element } from './dom.js';
import { exampleRow } from './examples.js';
import { dayInWords, searchAddress, texts } from './language.js';
import { addressOf, dropFilters, edited, hasFilters, matchOf } from './state.js';

const wayOut = (text, edit, count = null) => element('li', {},
  element('a', { href: addressOf(edited(edit)), 'data-state': 'results', textContent: text }),
  count === null ? null : element('span', { className: 'count', textContent: ` ${texts.articles(count)}` }));

/** What a filter is called, and its values: "Địa phương: Hà Nội, Hải Phòng"; of two dates both. */
function filterInWords({ parameters, values }) {
  const isTime = parameters.every((name) => name === 'from' || name === 'to');
  const name = isTime ? texts.when : texts.facets[parameters[0]] ?? parameters[0];
  return `${name}: ${values.map((value) => (isTime ? dayInWords(value) : value)).join(isTime ? ' – ' : ', ')}`;
}

/** One filter that keeps everything out, with how many there are without it. */
function removedItem(removed) {
  return wayOut(texts.without(filterInWords(removed)), (next) => removed.parameters.forEach((name) => next.delete(name)), removed.count);
}

/** How to ask, for a question that no filter spoils. */
function advice(q) {
  const tips = [...(/\s/.test(q) ? [texts.dropWords] : []), texts.checkSpelling, texts.writeNumber];
  return [element('h2', { textContent: texts.howToAsk }), element('ul', { className: 'tips' }, ...tips.map((tip) => element('li', { textContent: tip }))), exampleRow()];
}

export function nothingFound(answer, now) {
  const q = now.get('q') ?? '';
  const removed = (answer.removed_by ?? []).filter(({ count }) => count > 0);
  const ways = removed.map(removedItem);
  const filters = hasFilters(now);
  // Where a single filter is on, dropping it is dropping all.
  if (filters && (removed.length !== 1 || answer.removed_by.length > 1)) ways.push(wayOut(texts.clearAll, dropFilters));
  if (q.includes('"')) ways.push(wayOut(texts.dropQuotes, (next) => next.set('q', q.replaceAll('"', ''))));
  if (['all', 'prefix'].includes(matchOf(now))) ways.push(wayOut(texts.nearest, (next) => next.delete('match')));
  if (/\s/.test(q) && matchOf(now) !== 'any') ways.push(wayOut(texts.anyWord, (next) => next.set('match', 'any')));
  ways.push(element('li', {}, element('a', { href: searchAddress(), 'data-state': 'results', textContent: texts.everything })));
  // Where no single filter is to blame the sentence of the API says just that.
  const blame = !removed.length && answer.removed_by?.length ? [element('p', { textContent: answer.removed_by[0].label.replaceAll(/\d{4}-\d\d-\d\d/g, dayInWords) })] : [];
  return [...blame, removed.length || ways.length > 1 ? element('h2', { textContent: texts.waysOut }) : null,
    element('ul', { className: 'ways' }, ...ways), ...(filters ? [] : advice(q))].filter(Boolean);
}
