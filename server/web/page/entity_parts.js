// What the pages of documents and officials have in common.
import { element } from './dom.js';
import { briefItem } from './hit.js';
import { texts } from './language.js';
import { tileMap } from './tile_map.js';
import { bars, everyMonth, yearScale } from './timeline.js';

/** The page that shows what an address of the API answers. */
export const pageOf = (address) => address.replace(/^\/api\/v1\/search/, '/').replace(/^\/api\/v1/, '');

/** What the page's address says to the API; what others have hung on it ("fbclid") is left out. */
const PARAMETERS = ['identity', 'date', 'term', 'province', 'official', 'document', 'source', 'year', 'from', 'to', 'province_view', 'locality'];
export function asked(own, search = location.search) {
  return new URLSearchParams([...new URLSearchParams(search)].filter(([name]) => PARAMETERS.includes(name) && name !== own));
}

/** The way to all articles, and the same as a table, a feed and data. */
export function waysOn(page) {
  const ways = [[`${texts.searchThese(page.total)} →`, pageOf(page.search_url)], [`${texts.newest} ↓`, '#newest'],
    ...Object.entries({ feed: 'feed.atom', csv: 'export.csv' }).map(([name, file]) => [texts[name], page.search_url.replace(/search(?=\?)/, file)])];
  return element('ul', { className: 'ways-on' }, ...ways.map(([name, href]) => element('li', {},
    element('a', { className: 'onward', href, textContent: name, download: href.includes('.csv') ? '' : undefined }))));
}

/** Says why there is nothing to show, where the server has not said it already. */
export function showProblem(sheet, error) {
  if (!sheet.querySelector('.note')) sheet.append(element('p', { className: 'note', role: 'alert', textContent: error.message }));
}

/** Whether the server has found nothing: then there is nothing to ask for. */
export const isMissing = (sheet) => sheet.querySelector('.note[role=alert]') !== null;

/** A part of the page under its heading; nothing where it has no content. */
export function section(name, ...children) {
  const filled = children.filter(Boolean);
  return filled.length ? [element('section', {}, element('h2', { textContent: name }), ...filled)] : [];
}

/** Articles a month. */
export function timelineOf(page) {
  const months = everyMonth(page.histogram);
  if (!months.length) return [];
  const undated = page.undated ? element('p', { className: 'aside', textContent: texts.undatedLeftOut(page.undated) }) : null;
  return section(texts.timeline, bars(months), yearScale(months), undated);
}

/** Links to the same page with the provinces of then and of today. */
function viewLinks(view) {
  const links = ['then', 'today'].map((value) => {
    const address = new URL(location.href);
    if (value === 'today') address.searchParams.set('province_view', value);
    else address.searchParams.delete('province_view');
    return element('a', { href: address.pathname + address.search, textContent: texts[value], 'aria-current': value === view ? 'true' : null });
  });
  return element('p', { className: 'switch', role: 'group', 'aria-label': texts.provinceView }, ...links);
}

/** The search for what the page is about, narrowed by more parameters. */
export function narrowed(page, parameters) {
  const address = new URL(pageOf(page.search_url), location.origin);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
  return address.pathname + address.search;
}

/** The tile map; `counts` maps a province to its articles. */
export function mapOf(page, counts) {
  if (!counts.size) return [];
  const view = new URLSearchParams(location.search).get('province_view') === 'today' ? 'today' : 'then';
  return section(texts.map, viewLinks(view), tileMap(view, counts, [], (province) => location.assign(narrowed(page, { province }))));
}

const BESIDE = { province: 'provinces', official: 'officials', document: 'documents', source: 'source' };

/** What stands most often beside it: provinces, officials, documents, sources. */
export function besideOf(page, addresses) {
  const lists = Object.entries(BESIDE).filter(([name]) => page.beside[name]?.length).map(([name, title]) => element('div', {},
    element('h3', { textContent: texts[title] }),
    element('ul', {}, ...page.beside[name].map(({ value, label, count, url }) => {
      const address = addresses[name]?.(value) ?? (url && pageOf(url));
      return element('li', {}, address ? element('a', { href: address, textContent: label }) : label, ' ',
        element('span', { className: 'count', textContent: texts.number(count) }));
    }))));
  return lists.length ? section(texts.beside, element('div', { className: 'columns' }, ...lists)) : [];
}

/** The newest articles, and the way to all of them. */
export function newestOf(page) {
  const [newest] = section(texts.newest, element('ul', { className: 'brief' }, ...page.articles.map((article) => briefItem(article, article.sentence))),
    element('p', {}, element('a', { href: pageOf(page.search_url), textContent: texts.searchThese(page.total) })));
  newest.id = 'newest';
  return [newest];
}

/** An article as a link, with its date. */
export function articleLink(article, address) {
  const date = article.published ? `${article.published.split('-').reverse().join('/')} · ` : '';
  return element('a', { href: address, textContent: date + (article.title || article.id) });
}
