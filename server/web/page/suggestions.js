// The list under the box: what the API suggests, by kind.
import { element, marked, timeOf } from './dom.js';
import { articleAddress, searchAddress, texts } from './language.js';

/** Where choosing a suggestion leads: a title to its article, all else to its search. */
export function addressOfSuggestion(kind, item) {
  return kind === 'title' && item.id ? articleAddress(item.id) : searchAddress(new URLSearchParams(item.query));
}

function option(kind, item, number) {
  const count = kind === 'title'
    ? (item.published ? timeOf(item.published) : '')
    : element('span', { className: 'count', textContent: texts.number(item.count) });
  return element('li', { role: 'option', id: `suggestion-${number}`, 'aria-selected': 'false', className: `option ${kind}` },
    element('span', { className: 'name' }, marked({ text: item.label, marks: item.marks })), count);
}

/** Fills `list`; returns the options in order: element, address and the text that fills the box. */
export function fillSuggestions(list, groups) {
  const options = [];
  const parts = groups.filter(({ items }) => items.length).map(({ kind, label, items }) => {
    const nodes = items.map((item) => {
      const node = option(kind, item, options.length);
      options.push({ node, address: addressOfSuggestion(kind, item), text: item.label, leaves: kind === 'title' && Boolean(item.id) });
      return node;
    });
    const name = `suggestions-${kind}`;
    return element('ul', { role: 'group', 'aria-labelledby': name },
      element('li', { role: 'presentation', id: name, className: 'group-name', textContent: label }), ...nodes);
  });
  list.replaceChildren(...parts);
  return options;
}
