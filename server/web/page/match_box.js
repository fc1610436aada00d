// Which words an article must have: out of the way, until it is asked for or says otherwise than usual.
import { element } from './dom.js';
import { texts } from './language.js';
import { MATCHES, go, matchOf, setOrDelete } from './state.js';

/** Whether it was opened or closed here; not worth a place in the URL. */
let unfolded = false;

/** The choice as a box below the facets; nothing where no words are asked for. */
export function matchBox(now) {
  if (!now.has('q')) return [];
  const options = MATCHES.map((value) => element('option', { value, textContent: texts.matches[value] }));
  const select = element('select', { id: 'match', 'data-key': 'match', 'aria-label': texts.facets.match }, ...options);
  select.value = matchOf(now);
  select.addEventListener('change', () => go((next) => setOrDelete(next, 'match', select.value === 'auto' ? '' : select.value)));
  const box = element('details', { className: 'facet match', open: unfolded || matchOf(now) !== 'auto' },
    element('summary', {}, element('span', { textContent: texts.facets.match })), select);
  box.addEventListener('toggle', () => { unfolded = box.open; });
  return [box];
}
