// Choosing months on the bars: by dragging, or with two sliders that keys move.
import { element } from './dom.js';
import { texts } from './language.js';
import { bars, yearScale } from './timeline.js';

/** A slider over the months: arrows go by a month, page keys by a year. */
function slider(key, name, months, value, changed) {
  const input = element('input', {
    type: 'range', min: 0, max: months.length - 1, step: 1, className: key, 'data-key': `brush-${key}`, 'aria-label': name,
  });
  input.value = value;
  const say = () => input.setAttribute('aria-valuetext', texts.month(months[Number(input.value)].month));
  say();
  input.addEventListener('input', say);
  input.addEventListener('keydown', (event) => {
    const step = { PageUp: 12, PageDown: -12 }[event.key];
    if (!step) return;
    event.preventDefault();
    input.value = Number(input.value) + step;
    input.dispatchEvent(new Event('input'));
    input.dispatchEvent(new Event('change'));
  });
  input.addEventListener('change', changed);
  return input;
}

/** Which month lies under a pointer. */
function monthAt(chart, months, x) {
  const box = chart.getBoundingClientRect();
  const part = (x - box.left) / Math.max(1, box.width);
  return Math.min(months.length - 1, Math.max(0, Math.floor(part * months.length)));
}

function wirePointer(chart, months, shown, choose) {
  let start = null;
  const range = (event) => [start, monthAt(chart, months, event.clientX)].sort((left, right) => left - right);
  chart.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = monthAt(chart, months, event.clientX);
    chart.setPointerCapture(event.pointerId);
    shown(range(event));
  });
  chart.addEventListener('pointermove', (event) => { if (start !== null) shown(range(event)); });
  chart.addEventListener('pointerup', (event) => {
    if (start === null) return;
    const [first, last] = range(event);
    start = null;
    choose(months[first].month, months[last].month);
  });
  chart.addEventListener('pointercancel', () => { start = null; });
}

/** The bars with their brush; `choose` gets the first and the last month of what was chosen. */
export function brush(months, isIn, choose) {
  const chart = bars(months, isIn);
  const chosen = months.flatMap(({ month }, index) => (isIn(month) ? [index] : []));
  const output = element('output', { className: 'range' });
  const shown = ([first, last]) => {
    output.textContent = `${texts.month(months[first].month)} – ${texts.month(months[last].month)}`;
    const drawn = chart.querySelectorAll('rect');
    for (const bar of drawn) {
      const index = Math.floor(Number(bar.getAttribute('x')));
      bar.setAttribute('class', index >= first && index <= last ? 'in' : 'out');
    }
  };
  const values = () => [Number(first.value), Number(last.value)].sort((left, right) => left - right);
  let pause = 0;
  // Keys repeat: the search waits until they rest.
  const changed = () => {
    clearTimeout(pause);
    pause = setTimeout(() => choose(...values().map((index) => months[index].month)), 350);
  };
  const first = slider('first', texts.firstMonth, months, chosen[0] ?? 0, changed);
  const last = slider('last', texts.lastMonth, months, chosen.at(-1) ?? months.length - 1, changed);
  for (const input of [first, last]) input.addEventListener('input', () => shown(values()));
  shown(values());
  wirePointer(chart, months, shown, choose);
  return element('div', { className: 'brush', title: texts.brushHint }, chart, yearScale(months),
    months.length > 1 ? element('div', { className: 'sliders' }, first, last) : null, output);
}
