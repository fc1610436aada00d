// A document across the country and the years: matrix, lags, relations.
import { element } from './dom.js';
import { articleLink, narrowed, pageOf, section } from './entity_parts.js';
import { articleAddress, texts } from './language.js';
import { shadeBounds, shadeOf } from './tile_map.js';

/** A table that may be wider than the window: it scrolls by itself, also with keys. */
function scrolling(name, table) {
  return element('div', { className: 'scrolling', role: 'region', tabIndex: 0, 'aria-label': name }, table);
}

const header = (text, scope) => element('th', { scope, textContent: text });

/** Sums of counts by one of their parts. */
export function totalsBy(places, part) {
  const totals = new Map();
  for (const place of places) totals.set(place[part], (totals.get(place[part]) ?? 0) + place.count);
  return totals;
}

/** Counts of provinces alone, for the map. */
export function provinceCounts(page) {
  const totals = totalsBy(page.by_province_year, 'province');
  totals.delete(null);
  return totals;
}

function matrixCell(page, province, year, count, bounds) {
  if (!count) return element('td', {});
  const words = `${province ?? texts.noPlace}, ${year ?? texts.undated}: ${texts.articles(count)}`;
  const content = province && year
    ? element('a', { href: narrowed(page, { province, year }), 'aria-label': words, textContent: texts.number(count) })
    : element('span', { title: words, textContent: texts.number(count) });
  return element('td', { className: `shade-${shadeOf(count, bounds)}` }, content);
}

/** Provinces by years, the most articles first; articles without a day have a column of their own. */
export function matrixOf(page) {
  const places = page.by_province_year;
  if (!places.length) return [];
  const rows = [...totalsBy(places, 'province')].sort((left, right) => right[1] - left[1]);
  const years = [...totalsBy(places, 'year').keys()].sort((left, right) => Number(left ?? 9999) - Number(right ?? 9999));
  const bounds = shadeBounds(Math.max(...places.map(({ count }) => count)));
  const counts = new Map(places.map(({ province, year, count }) => [`${province} ${year}`, count]));
  const head = element('tr', {}, header(texts.place, 'col'), ...years.map((year) => header(year ?? texts.undatedShort, 'col')), header(texts.all, 'col'));
  const body = rows.map(([province, total]) => element('tr', {}, header(province ?? texts.noPlace, 'row'),
    ...years.map((year) => matrixCell(page, province, year, counts.get(`${province} ${year}`), bounds)),
    element('td', { className: 'total', textContent: texts.number(total) })));
  return section(texts.matrix, scrolling(texts.matrix, element('table', { className: 'matrix' },
    element('thead', {}, head), element('tbody', {}, ...body))));
}

function lagRow(lag) {
  const shown = lag.before_issue && lag.since_issue ? lag.since_issue : { days: lag.days, article: lag.article };
  const days = lag.days === null ? '–' : lag.before_issue && !lag.since_issue ? texts.beforeIssue : texts.days(shown.days);
  const early = lag.before_issue && lag.since_issue
    ? element('p', { className: 'aside' }, `${texts.beforeIssue}: `, articleLink(lag.article, articleAddress(lag.article.id))) : null;
  return element('tr', {}, header(lag.province ?? texts.noPlace, 'row'), element('td', { className: 'total', textContent: days }),
    element('td', {}, articleLink(shown.article, articleAddress(shown.article.id)), early));
}

/** How long after its issue each province's first article came, the quickest first. */
export function lagsOf(page) {
  const { provinces, note } = page.lags;
  if (!provinces.length && !note) return [];
  const head = element('tr', {}, ...[texts.place, texts.lagDays, texts.firstArticle].map((name) => header(name, 'col')));
  const table = provinces.length ? scrolling(texts.lag, element('table', { className: 'lags' },
    element('thead', {}, head), element('tbody', {}, ...provinces.map(lagRow)))) : null;
  return section(texts.lag, note ? element('p', { className: 'aside', textContent: noteOf(page, note) }) : null, table);
}

/** The API speaks to programs of its parameter; readers choose from the list above. */
const noteOf = (page, note) => (page.lags.issued || page.papers.length < 2 ? note : texts.choosePaper);

/** "3380/KH-UBND@2019-09-16@Bình Thuận" as "3380/KH-UBND · 16/09/2019 · Bình Thuận". */
const paperInWords = (paper) => paper.split('@').map((part, index) => (index === 1 ? part.split('-').reverse().join('/') : part)).join(' · ');

/** Papers that do something to this one, and those to which it does something. */
export function relationsOf(page) {
  return page.relations.filter(({ papers }) => papers.length).flatMap(({ label, papers, relation, role }) =>
    section(label || texts.relations[relation][role === 'object' ? 1 : 0], element('ul', { className: 'brief' }, ...papers.map((paper) => element('li', {},
      element('a', { href: pageOf(paper.url), textContent: paperInWords(paper.paper) }),
      element('p', { className: 'aside' }, articleLink(paper.article, articleAddress(paper.article.id))))))));
}
