// The articles that print one text.
import { element, timeOf } from './dom.js';
import { articleAddress, texts } from './language.js';

/** The other members of a group, folded away; the earliest bears a note. */
export function reprintList({ total, first, members }, ownId) {
  const known = members.some((member) => member.id === first.id) ? members : [...members, first];
  const items = known.filter((member) => member.id !== ownId).map((member) => element('li', {},
    element('a', { href: articleAddress(member.id), textContent: member.source || member.title || member.id }), ' · ',
    member.published ? timeOf(member.published) : texts.undated,
    member.id === first.id ? ` · ${texts.first}` : ''));
  return element('details', { className: 'reprints' },
    element('summary', { textContent: texts.reprinted(total - 1) }), element('ul', {}, ...items));
}
