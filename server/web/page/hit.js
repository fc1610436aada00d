// One article of the result.
import { element, marked, timeOf, webAddress } from './dom.js';
import { articleAddress, documentAddress, officialAddress, texts } from './language.js';
import { reprintList } from './reprints.js';
import { addressOf, edited, toggle } from './state.js';

const SHOWN_DOCUMENTS = 4;
const SHOWN_OFFICIALS = 3;

/** How pages state their dates; another way is said beside the date. */
const USUAL = ['date-line', 'given'];

/** The date, with what says so where it is not simply the date of publication. */
function dateOf(hit) {
  if (!hit.published) return element('span', { className: 'unknown', textContent: texts.undated });
  const by = texts.publishedBy[hit.published_by];
  const date = timeOf(hit.published);
  if (!by) return date;
  return element('span', { title: by }, date,
    USUAL.includes(hit.published_by) ? null : element('span', { className: 'provenance', textContent: ` ${by}` }));
}

function provinceLink(province) {
  return element('a', {
    href: addressOf(edited((next) => { if (!next.getAll('province').includes(province)) toggle(next, 'province', province); })),
    textContent: province, 'data-state': 'results',
  });
}

/** Date, source, places and the original, parted by dots. */
export function factsOf(hit, placeOf = provinceLink) {
  const original = webAddress(hit.url);
  const parts = [
    dateOf(hit),
    hit.source && element('span', { textContent: hit.source }),
    ...hit.provinces.map(placeOf),
    original && element('a', {
      href: original, rel: 'noreferrer', textContent: `${texts.original}\u00a0↗`, 'aria-label': texts.opensOriginal(hit.source),
    }),
  ];
  return element('p', { className: 'facts' }, ...parts.filter(Boolean));
}

/** Names as chips, the first few; the others are one step away, in the article. */
function chipsOf(names, most, addressOfName, kind) {
  const distinct = [...new Set(names)];
  const chips = distinct.slice(0, most).map((name) => element('li', {},
    element('a', { className: `chip ${kind}`, href: addressOfName(name), textContent: name })));
  if (distinct.length > most) {
    chips.push(element('li', { className: 'more', textContent: `+${distinct.length - most}`, title: distinct.slice(most).join(' · ') }));
  }
  return chips;
}

function entityChips(hit) {
  const chips = [
    ...chipsOf(hit.documents, SHOWN_DOCUMENTS, documentAddress, 'document'),
    ...chipsOf(hit.officials ?? [], SHOWN_OFFICIALS, officialAddress, 'official'),
  ];
  return chips.length ? [element('ul', { className: 'chips' }, ...chips)] : [];
}

/** A hit of the search: title, facts, the piece of text that matches, entities, reprints. */
export function hitItem(hit) {
  const title = element('h2', { lang: 'vi' }, element('a', { href: articleAddress(hit.id) }, hit.title ? marked(hit.highlighted_title) : hit.id));
  return element('li', {}, title, factsOf(hit),
    element('p', { className: 'snippet', lang: 'vi' }, marked(hit.snippet)),
    ...entityChips(hit), ...(hit.reprints ? [reprintList(hit.reprints, hit.id)] : []));
}

/** An article in a short list: a title and its facts, with the sentence it is shown for, if any. */
export function briefItem(article, sentence = '') {
  return element('li', {}, element('a', { href: articleAddress(article.id), textContent: article.title || article.id, lang: 'vi' }),
    factsOf({ ...article, provinces: article.provinces ?? [] }, (province) => element('span', { textContent: province })),
    sentence ? element('blockquote', { textContent: sentence, lang: 'vi' }) : null);
}
