// Every text that the scripts show, in English. texts_vi.js has the same names.
const count = new Intl.NumberFormat('en');
const many = (value, one, more) => `${count.format(value)} ${value === 1 ? one : more}`;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
  'October', 'November', 'December'];

export const TEXTS_EN = {
  number: (value) => count.format(value),
  articles: (value) => many(value, 'article', 'articles'),
  onceMerged: (value) => `${count.format(value)} without reprints`,
  range: (first, last) => `${count.format(first)}–${count.format(last)}`,
  sources: (value) => many(value, 'source', 'sources'), places: (value) => many(value, 'province', 'provinces'),
  pastTheEnd: 'The results end before this page.',
  noneFound: 'No article matches',
  failed: 'This could not be answered',
  failedNetwork: 'The server cannot be reached. Check the connection and try again.',
  retry: 'Try again',
  // results
  sort: 'Sort by',
  sorts: { relevance: 'most relevant', newest: 'newest', oldest: 'oldest' },
  undated: 'no publication date',
  publishedBy: {
    'date-line': 'by the date line of the page', markup: 'by the markup of the page', given: 'by data given with the article',
  },
  original: 'original',
  opensOriginal: (source) => `Open the original${source ? ` at ${source}` : ''}`,
  documents: 'Documents', officials: 'Officials', provinces: 'Provinces',
  reprinted: (value) => `Also run in ${many(value, 'place', 'places')}`,
  first: 'ran it first',
  showAll: 'Show every reprint', showOnce: 'Show reprints once',
  csv: 'Download CSV', feed: 'Follow (Atom)', json: 'JSON',
  takeAway: 'Take this result away',
  // what was understood
  understood: 'Read as', asWords: 'take as plain words',
  kinds: {
    document: 'document', province: 'province', official: 'official', year: 'year', month: 'month',
    abbreviation: 'abbreviation', phrase: 'exact phrase', excluded: 'without', or: 'one of', start: 'begins with',
  },
  papers: (number) => `${number} may be`,
  paperOpen: 'leaves open which paper',
  everyPaper: 'every paper of this number',
  documentPage: (number) => `All about ${number}`,
  // filters
  filters: 'Filtered by', clearAll: 'Drop all filters', remove: 'drop', until: 'until',
  facets: {
    province: 'Province', document: 'Document', official: 'Official', type: 'Document type',
    issuer: 'Issuer', source: 'Source', year: 'Year', month: 'Month', identity: 'One paper',
    from: 'From', to: 'To', match: 'Words', locality: 'Province',
  },
  matches: {
    auto: 'as it fits', all: 'all of them', any: 'any of them', prefix: 'all, the last as a start',
  },
  showMore: (value) => `${count.format(value)} more`, showFewer: 'Fewer',
  findIn: (name) => `Find a ${name.toLowerCase()}`,
  nothingLike: 'There is no such value.',
  // time and place
  when: 'Published', from: 'From', to: 'To', apply: 'Apply',
  firstMonth: 'First month', lastMonth: 'Last month',
  month: (iso) => `${MONTHS[Number(iso.slice(5)) - 1]} ${iso.slice(0, 4)}`,
  histogram: (first, last, top, value) =>
    `Articles a month from ${first} to ${last}; most in ${top}: ${count.format(value)}`,
  undatedLeftOut: (value) => `${many(value, 'article without a date is', 'articles without a date are')} not in the chart.`,
  anyTime: 'Any time', brushHint: 'Drag over the chart to choose a time.',
  where: 'Where', tiles: 'Tile map of the provinces; arrow keys to move, Enter to filter',
  then: '63 provinces of then', today: '34 provinces of today', provinceView: 'Borders',
  mentioned: 'Also articles that only mention it', tile: (name, value) => `${name}: ${many(value, 'article', 'articles')}`,
  legend: 'Articles', untilYear: (name, year) => `${name} (until ${year})`,
  // pages
  page: (value) => `Page ${count.format(value)}`,
  previous: '‹ Previous', next: 'Next ›',
  // nothing found
  waysOut: 'You can try', without: (filter) => `Without ${filter}`,
  nearest: 'Also find the nearest matches', anyWord: 'Find articles with any of the words', dropQuotes: 'Drop the quotes: the words need not be one phrase',
  howToAsk: 'How to ask', dropWords: 'Try fewer words, or others that mean the same.', checkSpelling: 'Check the spelling; words may be typed without their marks.',
  writeNumber: 'Document numbers may be written in any way: 36-NQ/TW, nq 36, nghị quyết số 36.',
  everything: 'See all articles',
  examples: 'Try',
  // suggestions
  suggestions: 'Suggestions', clear: 'Clear',
  suggested: (value) => (value ? `${many(value, 'suggestion', 'suggestions')}, use the arrow keys` : 'No suggestions'),
  // article
  articleMarks: 'Marked in the text', evidence: 'The sentence that says it', cite: 'Citation', copy: 'Copy the citation', copied: 'Copied',
  similar: 'On the same matter', reprints: 'Also run by', noSimilar: 'No article comes near to this one.',
  noEntities: 'No document, official, province or date was recognized in this article.',
  kindsOfEntity: { document: 'Document', official: 'Official', province: 'Province', date: 'Date' },
  confidence: (value) => `${Math.round(value * 100)} % sure`,
  published: 'Published', captured: 'Captured', contentHash: 'Content hash', permalink: 'Permalink', dataOf: 'Data of the article (JSON)',
  author: 'Author', source: 'Source',
  roles: { published: 'published', event: 'event', issued: 'issued', target: 'target', effective: 'in force' },
  // document and official
  identities: 'Papers of this number', known: 'What is known', firstMention: 'Earliest article',
  timeline: 'By month', map: 'By province', matrix: 'Province by year', lag: 'From issue to the first article of each province',
  days: (value) => many(value, 'day', 'days'), beside: 'Most often beside it',
  newest: 'Newest articles', searchThese: (value) => `See all ${count.format(value)}`, posts: 'Posts over time',
  factKinds: { type: 'Type', issuer: 'Issuer', date: 'Issued', subject: 'Subject', number: 'Number' },
  factBy: { number: 'by the number', article: 'by an article', table: 'checked by hand' },
  relations: {
    implements: ['Implements', 'Implemented by'], replaces: ['Replaces', 'Replaced by'],
    amends: ['Amends', 'Amended by'], reviews: ['Reviews', 'Reviewed by'],
    'based-on': ['Based on', 'Is the basis of'], mentions: ['Mentions', 'Mentioned by'],
  },
  place: 'Province', lagDays: 'After issue', firstArticle: 'First article', all: 'All', noPlace: 'no single province',
  beforeIssue: 'before it was issued', papersOf: (value) => `${many(value, 'paper has', 'papers have')} this number`, openArticles: 'Articles that leave open which paper they mean',
  sameLetters: 'Names with other marks', personOf: 'These may be several people of one name; each box is one, by post and place.',
  evidenceOf: 'Which articles mean it, and why', undatedShort: 'no date', choosePaper: 'Several papers have this number: choose one above.',
  candidates: 'This may be',
};
