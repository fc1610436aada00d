// What is searched, told where nothing was asked yet: how many sources, places and years.
import { ask } from './api.js';
import { byId, element } from './dom.js';
import { dayInWords, texts } from './language.js';

let told = null;

/** Adds the line to the introduction, once; without it the introduction is still one. */
export function showCoverage() {
  told ??= ask('stats', new URLSearchParams({ limit: '1' })).then((stats) => {
    const months = stats.by_month.map(({ month }) => month);
    const parts = [texts.sources(stats.by_source.distinct), texts.places(stats.by_province.distinct),
      [...new Set([months[0], months.at(-1)].filter(Boolean).map(dayInWords))].join(' – ')];
    byId('intro').append(' ', element('span', { id: 'coverage', textContent: `${parts.filter(Boolean).join(' · ')}.` }));
  }).catch(() => { told = null; });
}
