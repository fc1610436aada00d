// When and where: the timeline with its brush, the dates, the tile map.
import { ask } from './api.js';
import { element } from './dom.js';
import { brush } from './histogram_brush.js';
import { texts } from './language.js';
import { addressOf, edited, go, setOrDelete, state } from './state.js';
import { mapBox } from './tile_map.js';
import { everyMonth } from './timeline.js';

const TIMES = ['from', 'to', 'year', 'month'];

/** "2014" and "2014-07" as the first or the last day of it: what a date field takes. */
export function wholeDay(text, isLast) {
  if (!text || text.length === 10) return text ?? '';
  const year = Number(text.slice(0, 4));
  const month = text.length === 7 ? Number(text.slice(5)) : isLast ? 12 : 1;
  const day = isLast ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 1;
  return `${text.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function chooseMonths(first, last) {
  go((next) => {
    TIMES.forEach((name) => next.delete(name));
    next.set('from', first);
    next.set('to', last);
  });
}

function dateForm(now) {
  const field = (name, isLast) => element('input', {
    type: 'date', id: name, name, value: wholeDay(now.get(name), isLast), min: '1990-01-01', 'data-key': name,
  });
  const from = field('from', false);
  const to = field('to', true);
  const form = element('form', { className: 'dates' },
    element('label', {}, texts.from, from), element('label', {}, texts.to, to),
    element('button', { type: 'submit', textContent: texts.apply, 'data-key': 'apply-dates' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go((next) => {
      setOrDelete(next, 'from', from.value);
      setOrDelete(next, 'to', to.value);
    });
  });
  return form;
}

/** The months of the same question at any time: the ground on which a chosen range is seen. */
async function monthsOfAllTime(now, answer) {
  if (!TIMES.some((name) => now.has(name))) return answer.histogram;
  const asked = new URLSearchParams(now);
  TIMES.forEach((name) => asked.delete(name));
  asked.delete('offset');
  asked.set('limit', '0');
  asked.set('facets', 'none');
  return (await ask('search', asked)).histogram;
}

function isChosen(now) {
  const from = wholeDay(now.get('from'), false).slice(0, 7);
  const to = wholeDay(now.get('to'), true).slice(0, 7) || '9999-12';
  const years = now.getAll('year');
  return (month) => from <= month && month <= to && (!years.length || years.includes(month.slice(0, 4)));
}

/** Fills `place` with the bars; late months of another state are dropped. */
async function drawTimeline(place, now, answer) {
  const months = everyMonth(await monthsOfAllTime(now, answer).catch(() => answer.histogram));
  if (addressOf(state()) !== addressOf(now)) return;
  if (!months.length) {
    place.replaceChildren();
    return;
  }
  place.replaceChildren(brush(months, isChosen(now), chooseMonths));
}

export function whenAndWhere(answer, now) {
  // The old bars stay until the new ones are there: nothing jumps.
  const place = document.getElementById('timeline') ?? element('div', { id: 'timeline' });
  drawTimeline(place, now, answer);
  const anyTime = TIMES.some((name) => now.has(name))
    ? [element('a', { 'data-state': 'results', href: addressOf(edited((next) => TIMES.forEach((name) => next.delete(name)))), textContent: texts.anyTime })] : [];
  const undated = answer.undated ? [element('p', { className: 'aside', textContent: texts.undatedLeftOut(answer.undated) })] : [];
  return [
    element('section', { className: 'when' },
      element('div', { className: 'head' }, element('h2', { textContent: texts.when }), ...anyTime), place, ...undated, dateForm(now)),
    ...mapBox(answer, now),
  ];
}
