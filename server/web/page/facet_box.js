// One facet: its values as checkboxes, a few at first, the rest on demand, and a field to find one.
import { element } from './dom.js';
import { facetFinder } from './facet_finder.js';
import { texts } from './language.js';
import { chooseValues, go, toggled } from './state.js';

const FEW = 6;
/** From this many values on a field finds faster than the eye. */
const MANY = 12;
/** Which boxes were opened or closed here; not worth a place in the URL. */
const unfolded = new Set();
const closed = new Set(['issuer', 'source', 'year']);

/** A checkbox with the value's name and count; `chosen` are the values that are on. */
export function valueItem(name, { value, label, count, selected }, chosen) {
  const box = element('input', {
    type: 'checkbox', checked: selected, 'data-key': `${name}=${value}`,
    onchange: () => go((next) => chooseValues(next, name, toggled(chosen, value))),
  });
  return element('li', {}, element('label', {}, box, element('span', { className: 'name', textContent: label }),
    element('span', { className: 'count', textContent: texts.number(count) })));
}

function moreButton(name, hiddenCount, draw) {
  const isOpen = unfolded.has(name);
  return element('button', {
    type: 'button', className: 'plain-button', 'data-key': `more-${name}`, 'aria-expanded': String(isOpen),
    textContent: isOpen ? texts.showFewer : texts.showMore(hiddenCount),
    onclick: () => {
      if (isOpen) unfolded.delete(name);
      else unfolded.add(name);
      draw();
    },
  });
}

/** Selected values first, so that what is on is always seen. */
function inOrder(values) {
  return [...values.filter((value) => value.selected), ...values.filter((value) => !value.selected)];
}

export function facetBox(name, values, now) {
  const list = element('ul', { className: 'values' });
  const foot = element('div');
  const ordered = inOrder(values);
  const chosen = values.filter((value) => value.selected).map(({ value }) => value);
  const few = Math.max(FEW, chosen.length);
  const draw = () => {
    const shown = unfolded.has(name) ? ordered : ordered.slice(0, few);
    list.replaceChildren(...shown.map((value) => valueItem(name, value, chosen)));
    foot.replaceChildren(...(ordered.length > few ? [moreButton(name, ordered.length - few, () => {
      draw();
      foot.querySelector('button')?.focus();
    })] : []));
  };
  draw();
  const finder = values.length >= MANY ? [facetFinder(name, now, list, draw, chosen)] : [];
  const title = texts.facets[name];
  const box = element('details', { className: 'facet', open: chosen.length > 0 || !closed.has(name) },
    element('summary', {}, element('span', { textContent: title }),
      chosen.length ? element('span', { className: 'chosen', textContent: texts.number(chosen.length) }) : null),
    element('div', { role: 'group', 'aria-label': title }, ...finder, list, foot));
  box.addEventListener('toggle', () => (box.open ? closed.delete(name) : closed.add(name)));
  return box;
}
