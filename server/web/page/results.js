// The places of the result column, in the order in which they are read.
import { byId, element } from './dom.js';

const PARTS = ['order', 'tools', 'notes', 'chips', 'nothing', 'hits', 'pages'];

/** Makes the places that the server's own list does not have, around the list that is shown already. */
export function resultParts(section) {
  for (const old of section.querySelectorAll(':scope > .note')) old.remove();
  byId('chips')?.remove();
  const order = element('div', { id: 'order' });
  const head = element('div', { className: 'result-head' });
  section.prepend(head);
  head.append(byId('count'), order);
  head.after(byId('intro'));
  const made = {
    tools: element('div', { id: 'tools', className: 'tools' }),
    notes: element('div', { id: 'notes' }),
    chips: element('div', { id: 'chips', className: 'chip-rows' }),
    nothing: element('div', { id: 'nothing', className: 'nothing' }),
    hits: byId('hits') ?? element('ol', { id: 'hits', className: 'hits' }),
    pages: byId('pages') ?? element('nav', { id: 'pages', className: 'pages' }),
  };
  section.append(...Object.values(made));
}

/** Shows one answer: lists of nodes for each place, and the number of the first hit. */
export function fillResults(parts) {
  for (const name of PARTS) byId(name).replaceChildren(...parts[name]);
  byId('hits').start = parts.start;
  byId('pages').hidden = parts.pages.length === 0;
}
