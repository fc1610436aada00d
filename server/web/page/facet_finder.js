// Finds a value of a long facet by a few typed letters, over all values and not only those shown.
import { latestOnly } from './api.js';
import { announce, element } from './dom.js';
import { valueItem } from './facet_box.js';
import { texts } from './language.js';

const PAUSE_MS = 150;

/** A field over `list`; emptied, it calls `restore`. `chosen` are the values that are on. */
export function facetFinder(name, now, list, restore, chosen) {
  const askLatest = latestOnly();
  const field = element('input', {
    type: 'search', className: 'finder', placeholder: texts.findIn(texts.facets[name]), autocomplete: 'off',
    'aria-label': texts.findIn(texts.facets[name]), 'data-key': `finder-${name}`,
  });
  let pause = 0;
  const look = async () => {
    const typed = field.value.trim();
    if (!typed) {
      restore();
      return;
    }
    const asked = new URLSearchParams(now);
    asked.delete('offset');
    asked.delete('lang');
    asked.delete('q');
    if (now.has('q')) asked.set('query', now.get('q'));
    asked.set('q', typed);
    asked.set('limit', '20');
    try {
      const { values } = await askLatest(`facets/${name}`, asked);
      list.replaceChildren(...(values.length ? values.map((value) => valueItem(name, value, chosen))
        : [element('li', { className: 'aside', textContent: texts.nothingLike })]));
      announce(values.length ? texts.number(values.length) : texts.nothingLike);
    } catch (error) {
      if (error.name !== 'AbortError') list.replaceChildren(element('li', { className: 'aside', textContent: error.message }));
    }
  };
  field.addEventListener('input', (event) => {
    if (event.isComposing) return;
    clearTimeout(pause);
    pause = setTimeout(look, PAUSE_MS);
  });
  field.addEventListener('compositionend', look);
  return field;
}
