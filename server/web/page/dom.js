// Elements are made here alone. Texts go in as text nodes: there is no way to pass markup.

/** Makes an element; names with a dash, and `role`, become attributes, all others properties. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name.includes('-') || name === 'role' || name === 'for') made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Makes an SVG element with attributes. */
export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Text with its marks, which are ranges of characters, not of UTF-16 units. */
export function marked({ text, marks }) {
  const characters = Array.from(text);
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const [begin, end] of marks) {
    fragment.append(characters.slice(done, begin).join(''),
      element('mark', { textContent: characters.slice(begin, end).join('') }));
    done = end;
  }
  fragment.append(characters.slice(done).join(''));
  return fragment;
}

/** An address that a browser opens as a page, or null: a capture may say "javascript:...". */
export function webAddress(address) {
  return /^https?:\/\//i.test(address ?? '') ? address : null;
}

/** A day in a <time>. */
export const timeOf = (iso) => element('time', { dateTime: iso, textContent: iso.split('-').reverse().join('/') });

export const byId = (id) => document.getElementById(id);

/** Says something to screen readers without moving anything. */
export function announce(text) {
  byId('announcer').textContent = text;
}

/** A row of chips behind its name. */
export function chipRow(id, name, chips) {
  return element('div', { className: 'chip-row' }, element('span', { className: 'row-name', id, textContent: name }),
    element('ul', { className: 'chips', 'aria-labelledby': id }, ...chips));
}
