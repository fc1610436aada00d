// The search page: one question to the API for each state of the URL, one look for each answer.
import { Refusal, latestOnly } from './api.js';
import { wireBox } from './combobox.js';
import { announce, byId, element } from './dom.js';
import { downloadLinks, sortControl } from './downloads.js';
import { facetBoxes } from './facets.js';
import { examples } from './examples.js';
import { filterChips } from './filters.js';
import { keepFocus } from './focus.js';
import { hitItem } from './hit.js';
import { language, texts } from './language.js';
import { nothingFound } from './nothing_found.js';
import { pageLinks } from './pages.js';
import { fillResults, resultParts } from './results.js';
import { PAGE_SIZE, addressOf, go, hasFilters, onChange, open, setOrDelete, state } from './state.js';
import { correctionNotes, reprintSwitch, understoodParts } from './understood.js';
import { showCoverage } from './coverage.js';
import { whenAndWhere } from './histogram.js';

const FACETS = ['province', 'document', 'official', 'type', 'issuer', 'source', 'year'];
/** As many values as the country had provinces, and Hà Tây: the map needs them all. */
const FACET_LIMIT = 64;
const askLatest = latestOnly();

function question() {
  const asked = state();
  asked.set('facets', FACETS.join(','));
  asked.set('facet_limit', FACET_LIMIT);
  asked.set('highlight', 'offsets');
  asked.set('limit', PAGE_SIZE);
  return asked;
}

/** What the head of the page says of the state: the box, the title, the other language. */
function showState(now) {
  byId('q').value = now.get('q') ?? '';
  byId('intro').hidden = now.has('q') || hasFilters(now);
  document.title = now.get('q') ? `${now.get('q')} – Tra Cứu` : 'Tra Cứu';
  const other = new URLSearchParams(now);
  setOrDelete(other, 'lang', language === 'en' ? '' : 'en');
  byId('language').href = addressOf(other);
}

/** "74 bài", and in smaller type where one is in them, or what is left of them when reprints are shown once. */
function heading(answer, now) {
  if (!answer.total) return [texts.noneFound];
  const once = now.get('collapse') !== '0' && answer.total_groups < answer.total;
  const offset = Number(now.get('offset') ?? 0);
  const range = offset && answer.hits.length ? [' ', element('small', { textContent: `(${texts.range(offset + 1, offset + answer.hits.length)})` })] : [];
  if (range.length) return [texts.articles(answer.total), ...range];
  return [texts.articles(answer.total), ...(once ? [' ', element('small', { textContent: `(${texts.onceMerged(answer.total_groups)})` })] : [])];
}

/** An old address may ask for more than there is. */
function pastTheEnd(answer, offset) {
  return offset && answer.total && !answer.hits.length ? [element('p', { className: 'note', textContent: texts.pastTheEnd })] : [];
}

/** On a phone: what was chosen is seen without scrolling past all that can be chosen. */
function toResults() {
  return element('button', {
    type: 'button', className: 'to-results main', textContent: `${byId('count').firstChild.textContent} ↓`,
    onclick: () => {
      for (const panel of document.querySelectorAll('.panel')) panel.open = false;
      byId('results').focus({ preventScroll: true });
      byId('results').scrollIntoView();
    },
  });
}

function showAnswer(answer, now) {
  const offset = Number(now.get('offset') ?? 0);
  byId('count').replaceChildren(...heading(answer, now));
  fillResults({
    order: answer.total ? [sortControl(now)] : [],
    tools: answer.total ? [reprintSwitch(answer, now), downloadLinks(now)].filter(Boolean) : [],
    notes: [...pastTheEnd(answer, offset), ...correctionNotes(answer), ...(answer.total ? examples(now) : [])],
    chips: [...filterChips(now), ...understoodParts(answer, now)],
    nothing: answer.total ? [] : nothingFound(answer, now),
    hits: answer.hits.map((hit) => hitItem(hit, now)),
    start: offset + 1,
    pages: pageLinks(answer, now, offset),
  });
  byId('facets').replaceChildren(...facetBoxes(answer.facets, now), toResults());
  // Where nothing is found and nothing filters, an empty chart and map would only be in the way.
  byId('when').replaceChildren(...(answer.total || hasFilters(now) ? [...whenAndWhere(answer, now), toResults()] : []));
  document.querySelector('.search-page').classList.toggle('bare', !answer.total && !hasFilters(now));
  if (!byId('intro').hidden) showCoverage();
}

function showRefusal(refusal) {
  byId('count').textContent = texts.failed;
  const again = element('button', { type: 'button', textContent: texts.retry, onclick: () => show() });
  fillResults({
    order: [], tools: [], chips: filterChips(state()), hits: [], start: 1, pages: [],
    notes: [element('p', { className: 'note', textContent: refusal.message })],
    nothing: [refusal.status === 400 ? element('a', { href: addressOf(new URLSearchParams()), textContent: texts.everything }) : again],
  });
}

/** Shows the state that the URL holds; an answer that comes late is dropped. */
async function show(focus) {
  const now = state();
  showState(now);
  byId('results').setAttribute('aria-busy', 'true');
  try {
    const answer = await askLatest('search', question());
    keepFocus(() => showAnswer(answer, now));
    announce(byId('count').textContent);
  } catch (error) {
    if (error.name === 'AbortError') return;
    if (!(error instanceof Refusal)) throw error;
    showRefusal(error);
    announce(`${texts.failed}. ${error.message}`);
  }
  byId('results').removeAttribute('aria-busy');
  if (focus && byId(focus)) {
    byId(focus).focus({ preventScroll: true });
    byId(focus).scrollIntoView({ block: 'start' });
  }
}

/** Panels are open at a desk, closed on a phone until asked for. */
function wirePanels() {
  const wide = matchMedia('(min-width: 56rem)');
  const follow = () => {
    for (const panel of document.querySelectorAll('.panel')) panel.open = wide.matches;
  };
  wide.addEventListener('change', follow);
  follow();
}

resultParts(byId('results'));
wirePanels();
wireBox(byId('search'), byId('q'), (address) => open(address, 'results'));
byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go((next) => {
    // Where the last word is the start of one a blank behind it finishes it.
    const typed = byId('q').value.trimStart();
    setOrDelete(next, 'q', next.get('match') === 'prefix' ? typed : typed.trimEnd());
    next.delete('identity');
    // Any of the words was the way out of one question.
    if (next.get('match') === 'any') next.delete('match');
  }, 'results');
});
onChange(show);
show();
