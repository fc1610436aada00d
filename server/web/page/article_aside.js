// Beside the text: how to cite it, who else printed it, what is near to it.
import { announce, element, webAddress } from './dom.js';
import { briefItem } from './hit.js';
import { articleAddress, dayInWords, texts } from './language.js';
import { reprintList } from './reprints.js';

/** The citation as one line of text. */
export function citation(article) {
  const published = article.published.date ? dayInWords(article.published.date) : texts.undated;
  const parts = [article.author, `“${article.title || article.id}”`, article.source, published, webAddress(article.url),
    `Tra Cứu: ${location.origin}/articles/${encodeURIComponent(article.id)}`];
  return `${parts.filter(Boolean).join(', ')}.`;
}

function copyButton(text) {
  const button = element('button', { type: 'button', textContent: texts.copy });
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = texts.copied;
    announce(texts.copied);
  });
  return button;
}

function factList(article) {
  const { date, by, evidence } = article.published;
  const original = webAddress(article.url);
  const captured = article.citation?.captured;
  const rows = [
    [texts.published, date ? dayInWords(date) : texts.undated, texts.publishedBy[by], evidence && `“${evidence}”`],
    [texts.author, article.author], [texts.source, article.source],
    [texts.captured, captured && dayInWords(String(captured).slice(0, 10))],
    [texts.contentHash, article.content_hash],
  ];
  const list = element('dl', { className: 'facts-list' });
  for (const [name, ...values] of rows.filter((row) => row.slice(1).some(Boolean))) {
    list.append(element('dt', { textContent: name }), element('dd', { textContent: values.filter(Boolean).join(' · ') }));
  }
  if (original) list.append(element('dt', { textContent: texts.original }), element('dd', {}, element('a', { href: original, rel: 'noreferrer', textContent: original })));
  list.append(element('dt', { textContent: texts.permalink }), element('dd', {}, element('a', { href: articleAddress(article.id), textContent: article.id })));
  return list;
}

export function articleAside(article) {
  const text = citation(article);
  return element('aside', { className: 'beside' },
    element('section', {}, element('h2', { textContent: texts.cite }), element('blockquote', { id: 'citation', textContent: text }),
      copyButton(text), factList(article),
      element('p', {}, element('a', { href: `/api/v1/articles/${encodeURIComponent(article.id)}`, textContent: texts.dataOf }))),
    article.reprints ? element('section', {}, element('h2', { textContent: texts.reprints }), openList(article)) : null,
    element('section', { id: 'similar' }, element('h2', { textContent: texts.similar })));
}

function openList(article) {
  const list = reprintList(article.reprints, article.id);
  list.open = true;
  return list;
}

export function similarBox({ hits }) {
  const list = hits.length ? element('ul', { className: 'brief' }, ...hits.map((hit) => briefItem(hit)))
    : element('p', { className: 'aside', textContent: texts.noSimilar });
  return element('section', { id: 'similar' }, element('h2', { textContent: texts.similar }), list);
}
