// The language of the page is the server's decision; scripts follow it.
import { TEXTS_EN } from './texts_en.js';
import { TEXTS_VI } from './texts_vi.js';

export const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
export const texts = language === 'en' ? TEXTS_EN : TEXTS_VI;

/** An address of this server in the language of the page. */
export function localized(path, parameters = {}) {
  const query = new URLSearchParams(parameters);
  if (language === 'en') query.set('lang', 'en');
  return query.size ? `${path}?${query}` : path;
}

export const articleAddress = (id) => localized(`/articles/${encodeURIComponent(id)}`);
export const documentAddress = (number, parameters) => localized(`/documents/${encodeURIComponent(number)}`, parameters);
export const officialAddress = (name) => localized(`/officials/${encodeURIComponent(name)}`);
export const searchAddress = (parameters) => localized('/', parameters);

/** What the path of a page names: "/documents/36-NQ/TW" names "36-NQ/TW", however its slash is written. */
export const nameInPath = (path = location.pathname) => decodeURIComponent(path.split('/').slice(2).join('/'));

/** "2018-05-15" as "15/05/2018", "2018-05" as "05/2018", "2018" as it is. */
export const dayInWords = (iso) => iso.split('-').reverse().join('/');
