// The page of one article: its text with what was recognized in it, and its neighbours.
import { ask } from './api.js';
import { articleAside, similarBox } from './article_aside.js';
import { entitySpans } from './article_entities.js';
import { markedText, showKinds } from './article_text.js';
import { wireBox } from './combobox.js';
import { byId, element } from './dom.js';
import { factsOf } from './hit.js';
import { nameInPath, searchAddress, texts } from './language.js';

wireBox(byId('search'), byId('q'));
const id = nameInPath();

function showArticle(article) {
  const spans = entitySpans(article);
  const hit = { ...article, published: article.published.date, published_by: article.published.by, provinces: article.about };
  const place = (province) => element('a', { href: searchAddress({ province }), textContent: province });
  const text = markedText(article, spans);
  byId('results').querySelector('.facts')?.replaceWith(factsOf(hit, place));
  byId('text').replaceWith(text);
  byId('results').querySelector('.facts').after(showKinds(spans, text));
  byId('results').after(articleAside(article));
  byId('main').classList.add('with-aside');
}

async function start() {
  // The server has said already that there is no such article.
  if (byId('results').querySelector('.note[role=alert]')) return;
  try {
    showArticle(await ask(`articles/${encodeURIComponent(id)}`));
    byId('similar').replaceWith(similarBox(await ask(`articles/${encodeURIComponent(id)}/similar`, new URLSearchParams({ limit: '5' }))));
  } catch (error) {
    byId('results').append(element('p', { className: 'note', role: 'alert', textContent: error.message || texts.failed }));
  }
}

start();
