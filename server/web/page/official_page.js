// The page of an official: posts over time with what says so, places, papers, articles.
import { ask } from './api.js';
import { wireBox } from './combobox.js';
import { byId, element } from './dom.js';
import { asked, articleLink, besideOf, isMissing, mapOf, newestOf, section, showProblem, timelineOf, waysOn } from './entity_parts.js';
import { articleAddress, dayInWords, documentAddress, nameInPath, officialAddress, texts } from './language.js';

wireBox(byId('search'), byId('q'));
const name = nameInPath();
const sheet = byId('results');

function spellItem(spell) {
  const days = [...new Set([spell.first, spell.last].filter(Boolean))].map(dayInWords).join(' – ') || texts.undated;
  const { latest } = spell;
  return element('li', {}, element('b', { textContent: [spell.position, spell.organisation].filter(Boolean).join(', ') }),
    element('p', { className: 'facts' }, element('span', { textContent: days }), spell.province ? element('span', { textContent: spell.province }) : null,
      element('span', { textContent: texts.articles(spell.articles) })),
    element('p', { className: 'aside' }, articleLink(latest, articleAddress(latest.id))),
    latest.sentence ? element('blockquote', { textContent: latest.sentence }) : null);
}

function postsOf(page) {
  const people = page.people.filter(({ posts }) => posts.length);
  const boxes = people.map(({ posts }) => element('ol', { className: 'brief person' }, ...posts.map(spellItem)));
  const note = people.length > 1 ? element('p', { className: 'aside', textContent: page.note ?? texts.personOf }) : null;
  return boxes.length ? section(texts.posts, note, ...boxes) : [];
}

function sameLettersOf(page) {
  if (!page.same_letters.length) return [];
  return section(texts.sameLetters, element('ul', { className: 'chips' }, ...page.same_letters.map((other) => element('li', {},
    element('a', { className: 'chip official', href: officialAddress(other), textContent: other })))));
}

function showOfficial(page) {
  document.title = `${page.name} – Tra Cứu`;
  const counts = new Map((page.beside.province ?? []).map(({ value, count }) => [value, count]));
  const head = element('header', { className: 'entity-head' }, element('h1', { textContent: page.name }),
    waysOn(page));
  sheet.replaceChildren(head, element('div', { className: 'entity-columns' },
    element('div', {}, ...postsOf(page), ...sameLettersOf(page)), element('div', {}, ...timelineOf(page), ...mapOf(page, counts))),
  ...besideOf(page, { document: documentAddress, official: officialAddress }), ...newestOf(page));
}

async function start() {
  if (isMissing(sheet)) return;
  try {
    showOfficial(await ask(`officials/${encodeURIComponent(name)}`, asked('official')));
  } catch (error) {
    showProblem(sheet, error);
  }
}

start();
