// The papers behind a number: what is known of each, and which articles mean it, and why.
import { element, timeOf } from './dom.js';
import { articleLink, pageOf, section } from './entity_parts.js';
import { articleAddress, dayInWords, texts } from './language.js';
import { reasonInWords } from './reasons.js';

const KINDS = ['type', 'number', 'issuer', 'date', 'subject'];

/** Facts of one kind and value once, with everything that says so. */
function factRows(facts) {
  const rows = new Map();
  for (const { kind, value, by, article } of facts) {
    const key = `${kind} ${value}`;
    if (!rows.has(key)) rows.set(key, { kind, value, by: [] });
    rows.get(key).by.push({ by, article });
  }
  return [...rows.values()].sort((left, right) => KINDS.indexOf(left.kind) - KINDS.indexOf(right.kind));
}

function sayer({ by, article }) {
  if (!article) return element('span', { className: 'by', textContent: texts.factBy[by] ?? by });
  return element('a', { className: 'by', href: articleAddress(article.id), title: article.sentence ?? article.title, textContent: texts.factBy[by] ?? by });
}

/** What is known, each with what says so. */
export function factsOfPaper(paper) {
  const list = element('dl', { className: 'known' });
  let before = '';
  for (const { kind, value, by } of factRows(paper.facts)) {
    const shown = kind === 'date' ? dayInWords(value) : value;
    if (kind !== before) list.append(element('dt', { textContent: texts.factKinds[kind] ?? kind }));
    before = kind;
    list.append(
      element('dd', {}, shown, ' ', ...by.flatMap((one) => [sayer(one), ' '])));
  }
  return list.childElementCount ? list : null;
}

/** An article that means a paper: the sentence, and why it is read so. */
function readingItem(reading) {
  return element('li', {}, articleLink(reading, articleAddress(reading.id)),
    element('p', { className: 'aside', textContent: `${reasonInWords(reading.reason)} (${texts.confidence(reading.confidence)})` }),
    reading.sentence ? element('blockquote', { textContent: reading.sentence }) : null);
}

function paperItem(page, paper) {
  const name = [paper.date && dayInWords(paper.date), paper.province, paper.title].filter(Boolean).join(' · ') || texts.openArticles;
  const isShown = paper.identity && paper.identity === page.identity;
  const title = paper.url && !isShown ? element('a', { href: pageOf(paper.url), textContent: name }) : element('b', { textContent: name });
  const count = element('span', { className: 'count', textContent: texts.articles(paper.count) });
  const readings = paper.articles.length ? element('details', {}, element('summary', { textContent: texts.evidenceOf }),
    element('ul', { className: 'brief' }, ...paper.articles.map(readingItem))) : null;
  return element('li', { 'aria-current': isShown ? 'true' : null }, title, ' ', count, page.identity ? null : factsOfPaper(paper), readings);
}

/** The papers of the number; of a single one what is known of it. */
export function papersOf(page) {
  const chosen = page.papers.find((paper) => paper.identity && (paper.identity === page.identity || page.papers.length === 1));
  const known = chosen ? section(texts.known, factsOfPaper(chosen)) : [];
  return [...known, ...section(texts.identities, element('ul', { className: 'paper-list' }, ...page.papers.map((paper) => paperItem(page, paper))))];
}

/** The earliest article that cites it. */
export function firstMentionOf(page) {
  const first = page.first_mention;
  if (!first) return [];
  return section(texts.firstMention, element('p', {}, first.published ? timeOf(first.published) : texts.undated, ' · ',
    element('a', { href: articleAddress(first.id), textContent: first.title || first.id })),
  first.sentence ? element('blockquote', { className: 'sentence-of', textContent: first.sentence }) : null);
}
