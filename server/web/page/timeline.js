// Months as bars, for the search page and for pages of documents and officials.
import { element, shape } from './dom.js';
import { texts } from './language.js';

const HEIGHT = 100;
const monthNumber = (iso) => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
export const monthName = (number) => `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;

/** So few months would be drawn as walls, not as bars. */
const FEWEST_MONTHS = 12;

/** All months from the first to the last that has articles, those without any included; a year at least. */
export function everyMonth(histogram) {
  if (!histogram.length) return [];
  const counts = new Map(histogram.map(({ month, count }) => [monthNumber(month), count]));
  const lacking = Math.max(0, FEWEST_MONTHS - 1 - (Math.max(...counts.keys()) - Math.min(...counts.keys())));
  const first = Math.min(...counts.keys()) - Math.floor(lacking / 2);
  const last = Math.max(...counts.keys()) + Math.ceil(lacking / 2);
  return Array.from({ length: last - first + 1 }, (_, index) => ({ month: monthName(first + index), count: counts.get(first + index) ?? 0 }));
}

/** The bars; `isIn` says which months are chosen. */
export function bars(months, isIn = () => true) {
  const top = months.reduce((best, entry) => (entry.count > best.count ? entry : best), months[0]);
  const label = texts.histogram(texts.month(months[0].month), texts.month(months.at(-1).month), texts.month(top.month), top.count);
  const drawn = months.flatMap(({ month, count }, index) => {
    if (!count) return [];
    // A single article must still be seen beside hundreds.
    const height = Math.max(8, (count / top.count) * HEIGHT);
    const bar = shape('rect', { x: index + 0.1, y: HEIGHT - height, width: 0.8, height, class: isIn(month) ? 'in' : 'out' });
    bar.append(shape('title', {}, `${texts.month(month)}: ${texts.articles(count)}`));
    return [bar];
  });
  return shape('svg', {
    class: 'bars', viewBox: `0 0 ${months.length} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label,
  }, ...drawn);
}

/** The years under the bars: the first, the last and one between. */
export function yearScale(months) {
  const years = [months[0], months[Math.floor(months.length / 2)], months.at(-1)].map(({ month }) => month.slice(0, 4));
  return element('p', { className: 'scale', 'aria-hidden': 'true' },
    ...[...new Set(years)].map((year) => element('span', { textContent: year })));
}
