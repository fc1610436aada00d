// The page of a document: the papers behind its number, and its way through country and years.
import { ask } from './api.js';
import { wireBox } from './combobox.js';
import { byId, element } from './dom.js';
import { firstMentionOf, papersOf } from './document_papers.js';
import { lagsOf, matrixOf, provinceCounts, relationsOf } from './document_tables.js';
import { asked, besideOf, isMissing, mapOf, newestOf, pageOf, showProblem, timelineOf, waysOn } from './entity_parts.js';
import { dayInWords, documentAddress, nameInPath, officialAddress, texts } from './language.js';

wireBox(byId('search'), byId('q'));
const number = nameInPath();
const sheet = byId('results');

function head(page) {
  const paper = page.papers.find(({ identity }) => identity && identity === page.identity) ?? (page.papers.length === 1 ? page.papers[0] : null);
  const about = paper ? [paper.date && dayInWords(paper.date), paper.province, paper.title].filter(Boolean).join(' · ') : texts.papersOf(page.papers.filter(({ identity }) => identity).length);
  return element('header', { className: 'entity-head' }, element('h1', { textContent: page.label }),
    about ? element('p', { className: 'facts', textContent: about }) : null,
    waysOn(page));
}

function showDocument(page) {
  document.title = `${page.label} – Tra Cứu`;
  const wide = element('div', { className: 'entity-columns' },
    element('div', {}, ...papersOf(page), ...firstMentionOf(page), ...lagsOf(page), ...relationsOf(page)),
    element('div', {}, ...timelineOf(page), ...mapOf(page, provinceCounts(page))));
  sheet.replaceChildren(head(page), wide, ...matrixOf(page),
    ...besideOf(page, { document: documentAddress, official: officialAddress }), ...newestOf(page));
}

/** A number that says too little: what it may mean. */
function showCandidates({ candidates }) {
  sheet.replaceChildren(element('h1', { textContent: number }), element('h2', { textContent: texts.candidates }),
    element('ul', { className: 'ways' }, ...candidates.map(({ label, count, url, search_url: search }) => element('li', {},
      element('a', { href: pageOf(url ?? search), textContent: label }), ' ', element('span', { className: 'count', textContent: texts.articles(count) })))));
}

async function start() {
  if (isMissing(sheet)) return;
  try {
    const answer = await ask(`documents/${encodeURIComponent(number)}`, asked('document'));
    if (answer.candidates) showCandidates(answer);
    else showDocument(answer);
  } catch (error) {
    showProblem(sheet, error);
  }
}

start();
