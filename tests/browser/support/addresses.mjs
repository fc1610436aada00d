// The pages that are looked at: a name, an address, and what is there once the page is whole.
export const ARTICLE = '/articles/tuned-027-binh-dinh-so-ket-nghi-quyet-36';
export const PAGES = [
  ['home', '/', '#tools'],
  ['results', '/?q=nghi+quyet+36', '.brush svg'],
  ['filtered', '/?q=nghi+quyet+36&province=Nam+%C4%90%E1%BB%8Bnh&from=2014&province_view=today', '.brush svg'],
  ['nothing', '/?q=%22xyz+abc%22&year=2012', '.ways'],
  ['refused', '/?q=a&from=yesterday', '#nothing a'],
  ['article', ARTICLE, '#similar li'],
  ['missing', '/articles/none', '.note'],
  ['demo', '/embed/demo', 'tracuu-search-box'],
];
