// The provinces as tiles that lie like the country, shaded by count. A toolbar by the ARIA
// practices: one stop for the Tab key, arrows go to the next tile of that direction.
import { element } from './dom.js';
import { texts } from './language.js';
import { chooseValues, go, setOrDelete, toggled } from './state.js';
import { TILES_THEN, TILES_TODAY, tilesOf } from './tile_layout.js';
import { shortName } from './tile_names.js';

const SHADES = 4;

/** Lower bounds of the shades: even steps on a scale of ratios, as counts are spread. */
export function shadeBounds(most) {
  const bounds = Array.from({ length: SHADES }, (_, index) => Math.max(1, Math.ceil(most ** (index / SHADES))));
  return [...new Set(bounds)];
}

/** Which shade a count has, from 1. */
export const shadeOf = (count, bounds) => bounds.filter((bound) => count >= bound).length;

function legend(bounds) {
  const items = bounds.map((bound, index) => {
    const next = bounds[index + 1];
    const words = !next ? `${texts.number(bound)}+` : next - 1 > bound ? `${bound}–${next - 1}` : String(bound);
    return element('li', {}, element('span', { className: `shade shade-${index + 1}`, 'aria-hidden': 'true' }), words);
  });
  return element('ul', { className: 'legend', 'aria-label': texts.legend }, ...items);
}

/** The nearest tile in the direction of an arrow key: mostly straight on, a little aside if need be. */
export function nextTile(tiles, from, key) {
  const [rows, columns] = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key] ?? [0, 0];
  const ahead = tiles.map((tile) => {
    const straight = (tile.row - from.row) * rows + (tile.column - from.column) * columns;
    const aside = Math.abs((tile.row - from.row) * columns) + Math.abs((tile.column - from.column) * rows);
    return { tile, straight, distance: straight + aside * 3 };
  });
  const best = ahead.filter(({ straight }) => straight > 0).sort((left, right) => left.distance - right.distance)[0];
  return best?.tile ?? from;
}

function wireKeys(map, tiles) {
  map.addEventListener('keydown', (event) => {
    const present = tiles.find((tile) => tile.button === event.target);
    const goal = event.key === 'Home' ? tiles[0] : event.key === 'End' ? tiles.at(-1) : present && nextTile(tiles, present, event.key);
    if (!goal || !present || goal === present) return;
    event.preventDefault();
    present.button.tabIndex = -1;
    goal.button.tabIndex = 0;
    goal.button.focus();
  });
}

/**
 * Tiles of the provinces. `counts` maps a name to its articles; `chosen` are names; a click calls
 * `choose` with the name.
 */
export function tileMap(view, counts, chosen, choose) {
  const bounds = shadeBounds(Math.max(1, ...counts.values()));
  const said = element('output', { className: 'tile-name' });
  const tiles = tilesOf(view === 'today' ? TILES_TODAY : TILES_THEN)
    .filter(({ name }) => name !== 'Hà Tây' || counts.get(name))
    .map((tile) => {
      const count = counts.get(tile.name) ?? 0;
      const name = tile.name === 'Hà Tây' ? texts.untilYear(tile.name, 2008) : tile.name;
      const button = element('button', {
        type: 'button', className: `tile shade-${count ? shadeOf(count, bounds) : 0}`, 'data-key': `tile-${tile.name}`,
        'aria-pressed': String(chosen.includes(tile.name)), 'aria-label': texts.tile(name, count), title: texts.tile(name, count),
        textContent: shortName(tile.name), tabIndex: -1, onclick: () => choose(tile.name),
      });
      button.style.gridRow = tile.row;
      button.style.gridColumn = tile.column;
      for (const event of ['pointerenter', 'focus']) button.addEventListener(event, () => { said.textContent = texts.tile(name, count); });
      return { ...tile, button };
    });
  const first = tiles.find(({ name }) => chosen.includes(name)) ?? tiles.find(({ name }) => name === 'Hà Nội');
  first.button.tabIndex = 0;
  const map = element('div', { className: `tiles ${view}`, role: 'toolbar', 'aria-label': texts.tiles }, ...tiles.map(({ button }) => button));
  wireKeys(map, tiles);
  return element('div', { className: 'map' }, map, said, legend(bounds));
}

function viewSwitch(now) {
  const view = now.get('province_view') === 'today' ? 'today' : 'then';
  const choice = (value) => element('label', {}, element('input', {
    type: 'radio', name: 'province_view', value, checked: value === view, 'data-key': `view-${value}`,
    onchange: () => go((next) => setOrDelete(next, 'province_view', value === 'today' ? 'today' : '')),
  }), texts[value]);
  return element('fieldset', { className: 'views' }, element('legend', { className: 'hidden', textContent: texts.provinceView }),
    choice('then'), choice('today'));
}

function mentionedSwitch(now) {
  const box = element('input', {
    type: 'checkbox', checked: now.get('locality') === 'mentioned', 'data-key': 'mentioned',
    onchange: () => go((next) => setOrDelete(next, 'locality', box.checked ? 'mentioned' : '')),
  });
  return element('label', { className: 'mentioned' }, box, texts.mentioned);
}

/** The map of the result, with its switches. */
export function mapBox(answer, now) {
  const provinces = answer.facets.province ?? [];
  const counts = new Map(provinces.map(({ value, count }) => [value, count]));
  const chosen = provinces.filter(({ selected }) => selected).map(({ value }) => value);
  const view = now.get('province_view') === 'today' ? 'today' : 'then';
  return [element('section', { className: 'where' }, element('div', { className: 'head' }, element('h2', { textContent: texts.where })),
    viewSwitch(now), tileMap(view, counts, chosen, (name) => go((next) => chooseValues(next, 'province', toggled(chosen, name)))),
    mentionedSwitch(now))];
}
