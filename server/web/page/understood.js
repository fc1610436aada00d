// How the question was read, each reading with a way back.
import { chipRow, element, timeOf } from './dom.js';
import { documentAddress, texts } from './language.js';
import { addressOf, edited, setOrDelete } from './state.js';

const stateLink = (edit, properties, ...children) =>
  element('a', { href: addressOf(edited(edit)), 'data-state': 'results', ...properties }, ...children);

function chip(understood) {
  return element('li', { className: `chip ${understood.kind}` },
    element('span', { className: 'kind', textContent: texts.kinds[understood.kind] ?? understood.kind }), ' ',
    element('span', { textContent: understood.label }),
    stateLink((next) => next.set('q', understood.undo), {
      className: 'undo', textContent: '×', title: texts.asWords, 'aria-label': `${understood.label}: ${texts.asWords}`,
    }));
}

/** One of the papers that a number may mean, as a link that asks for it alone. */
function paperItem(paper, chosen) {
  const number = element('b', { textContent: paper.number });
  const count = element('span', { className: 'count', textContent: texts.number(paper.count) });
  if (!paper.identity) return element('li', {}, number, ` ${texts.paperOpen} `, count);
  const words = [paper.date ? timeOf(paper.date) : null, paper.province, paper.title].filter(Boolean);
  const parts = words.flatMap((word) => [' · ', word]);
  return element('li', {}, stateLink((next) => next.set('identity', paper.identity), {
    'data-key': `paper-${paper.identity}`, 'aria-current': chosen.includes(paper.identity) ? 'true' : null,
  }, number, ...parts), ' ', count);
}

function paperList(understood, now) {
  const chosen = now.getAll('identity');
  const papers = understood.papers ?? [];
  if (papers.length < 2 && !chosen.length) return [];
  const items = papers.map((paper) => paperItem(paper, chosen));
  if (chosen.length) items.push(element('li', {}, stateLink((next) => next.delete('identity'), { textContent: texts.everyPaper })));
  return [element('details', { className: 'papers', open: matchMedia('(min-width: 56rem)').matches || chosen.length > 0 },
    element('summary', { textContent: texts.papers(understood.label) }), element('ul', {}, ...items))];
}

/** Links to all that is known of the documents of the question. */
function entityLinks(answer, now) {
  const numbers = new Set(now.getAll('document'));
  for (const understood of answer.query.understood) {
    for (const paper of understood.papers ?? []) numbers.add(paper.number);
  }
  return [...numbers].filter((number) => /[/-]/.test(number)).slice(0, 3).map((number) => element('li', {}, element('a', {
    className: 'onward', href: documentAddress(number), textContent: `${texts.documentPage(number)} →`,
  })));
}

/** Chips of what was understood, and the papers that the numbers may mean. */
export function understoodParts(answer, now) {
  const chips = answer.query.understood.map(chip);
  const links = entityLinks(answer, now);
  return [
    ...(chips.length ? [chipRow('understood-name', texts.understood, [...chips, ...links])] : []),
    ...(!chips.length && links.length ? [element('ul', { className: 'chips' }, ...links)] : []),
    ...answer.query.understood.flatMap((understood) => paperList(understood, now)),
  ];
}

/** What was done to the question, in words, and the way to what was typed. */
export function correctionNotes(answer) {
  const { relaxed, correction } = answer.query;
  const notes = [];
  if (correction?.applied) {
    notes.push(element('p', { className: 'note' }, correction.label));
  } else if (correction) {
    notes.push(element('p', { className: 'note' },
      stateLink((next) => next.set('q', correction.text), { textContent: correction.label })));
  }
  if (relaxed) notes.push(element('p', { className: 'note', textContent: relaxed }));
  return notes;
}

/** Where articles reprint one another: the way to see each, or to see them once. */
export function reprintSwitch(answer, now) {
  const all = now.get('collapse') === '0';
  if (answer.total_groups === answer.total && !all) return null;
  return stateLink((next) => setOrDelete(next, 'collapse', all ? '' : '0'),
    { className: 'onward', textContent: all ? texts.showOnce : texts.showAll, 'data-key': 'reprints' });
}
