// Rooms of the page that need no browser: their tables and their arithmetic.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';

const ROOMS = join(process.env.TRACUU_SOURCE_DIR, 'server', 'web', 'page');
globalThis.document = { documentElement: { lang: 'vi' } };
globalThis.location = { search: '' };
const room = (name) => import(join(ROOMS, `${name}.js`));

function gazetteer(file) {
  const rows = readFileSync(join(process.env.TRACUU_SOURCE_DIR, 'common/entity/gazetteer', file), 'utf8');
  return rows.split('\n').filter((row) => row && !row.startsWith('#')).map((row) => row.split('\t')[1]);
}

test('the tile map of then has every province of the gazetteer once', async () => {
  const { TILES_THEN, tilesOf } = await room('tile_layout');
  const names = tilesOf(TILES_THEN).map(({ name }) => name);
  assert.deepEqual(names.toSorted?.() ?? [...names].sort(), gazetteer('provinces.tsv').sort());
  assert.equal(new Set(tilesOf(TILES_THEN).map(({ row, column }) => `${row},${column}`)).size, 64);
});

test('the tile map of today has every province of the gazetteer once', async () => {
  const { TILES_TODAY, tilesOf } = await room('tile_layout');
  const names = tilesOf(TILES_TODAY).map(({ name }) => name);
  assert.deepEqual([...names].sort(), gazetteer('current_provinces.tsv').sort());
  assert.equal(names.length, 34);
});

test('no two tiles of one map bear the same letters', async () => {
  const { TILES_THEN, TILES_TODAY, tilesOf } = await room('tile_layout');
  const { shortName } = await room('tile_names');
  for (const layout of [TILES_THEN, TILES_TODAY]) {
    const letters = tilesOf(layout).map(({ name }) => shortName(name));
    assert.deepEqual(letters.filter((short, index) => letters.indexOf(short) !== index), []);
  }
});

test('arrows reach every tile from every other', async () => {
  const { TILES_THEN, TILES_TODAY, tilesOf } = await room('tile_layout');
  const { nextTile } = await room('tile_map');
  for (const layout of [TILES_THEN, TILES_TODAY]) {
    const tiles = tilesOf(layout);
    const reached = new Set([tiles[0]]);
    for (const tile of reached) {
      for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) reached.add(nextTile(tiles, tile, key));
    }
    assert.equal(reached.size, tiles.length);
  }
});

test('shades part counts evenly and never stand twice', async () => {
  const { shadeBounds } = await room('tile_map');
  assert.deepEqual(shadeBounds(1), [1]);
  assert.deepEqual(shadeBounds(2), [1, 2]);
  assert.deepEqual(shadeBounds(10_000), [1, 10, 100, 1000]);
  for (let most = 1; most < 300; most += 1) {
    const bounds = shadeBounds(most);
    assert.ok(bounds.every((bound, index) => !index || bound > bounds[index - 1]), String(most));
    assert.ok(bounds.at(-1) <= most, String(most));
  }
});

test('both languages have the same texts', async () => {
  const { TEXTS_VI } = await room('texts_vi');
  const { TEXTS_EN } = await room('texts_en');
  const shape = (value) => (value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, shape(value[key])])) : typeof value);
  assert.deepEqual(shape(TEXTS_VI), shape(TEXTS_EN));
});

test('every text is used somewhere', async () => {
  const { TEXTS_VI } = await room('texts_vi');
  const { readdirSync } = await import('node:fs');
  const code = readdirSync(ROOMS).filter((file) => file.endsWith('.js') && !file.startsWith('texts_'))
    .map((file) => readFileSync(join(ROOMS, file), 'utf8')).join('\n');
  assert.deepEqual(Object.keys(TEXTS_VI).filter((name) => !code.includes(`texts.${name}`) && !code.includes(`'${name}'`)), []);
});

test('months without articles are filled in, across years', async () => {
  const { everyMonth } = await room('timeline');
  const months = everyMonth([{ month: '2018-11', count: 2 }, { month: '2019-12', count: 1 }]);
  assert.equal(months.length, 14);
  assert.deepEqual(months[0], { month: '2018-11', count: 2 });
  assert.deepEqual(months[2], { month: '2019-01', count: 0 });
  assert.deepEqual(months[13], { month: '2019-12', count: 1 });
  const year = everyMonth([{ month: '2020-01', count: 3 }]);
  assert.equal(year.length, 12, 'a single month is drawn in a year');
  assert.equal(year.find(({ count }) => count).month, '2020-01');
  assert.deepEqual(everyMonth([]), []);
});

test('years and months become the days that a date field takes', async () => {
  const { wholeDay } = await room('histogram');
  const rows = [['2014', false, '2014-01-01'], ['2014', true, '2014-12-31'], ['2016-02', true, '2016-02-29'], ['2015-02', true, '2015-02-28'],
    ['2014-07', false, '2014-07-01'], ['2014-07-05', true, '2014-07-05'], [null, false, '']];
  for (const [given, last, wanted] of rows) assert.equal(wholeDay(given, last), wanted, given);
});

test('page numbers keep the first, the last and the neighbours', async () => {
  const { pageNumbers } = await room('pages');
  assert.deepEqual(pageNumbers(1, 3), [1, 2, 3]);
  assert.deepEqual(pageNumbers(1, 50), [1, 2, 0, 50]);
  assert.deepEqual(pageNumbers(25, 50), [1, 0, 24, 25, 26, 0, 50]);
  assert.deepEqual(pageNumbers(50, 50), [1, 0, 49, 50]);
});

test('the state keeps what the page knows and nothing else', async () => {
  const { state, toggle, addressOf } = await room('state');
  assert.equal(String(state('?fbclid=1&q=a&explain=1&province=Hu%E1%BA%BF&from=')), 'q=a&province=Hu%E1%BA%BF');
  const parameters = new URLSearchParams('province=A&province=B');
  toggle(parameters, 'province', 'A');
  toggle(parameters, 'province', 'C');
  assert.deepEqual(parameters.getAll('province'), ['B', 'C']);
  assert.equal(addressOf(new URLSearchParams()), '/');
});

test('addresses of captures become links only on the web', async () => {
  const { webAddress } = await room('dom');
  const rows = readFileSync(join(process.env.TRACUU_SOURCE_DIR, 'tests/tables/web_addresses.tsv'), 'utf8').split('\n');
  for (const row of rows.filter((line) => line && !line.startsWith('#'))) {
    const [address, is] = row.split('\t');
    assert.equal(webAddress(address) !== null, is === 'yes', row);
  }
});

test('every reason of the linkers is said in Vietnamese', async () => {
  const { reasonInWords } = await room('reasons');
  const sources = ['linker', 'corpus_linker'].map((file) => readFileSync(join(process.env.TRACUU_SOURCE_DIR, 'indexer', `${file}.cpp`), 'utf8')).join('\n');
  const whole = [...sources.matchAll(/(?:settle|take)\([^;"]*"([a-z][^"]*[a-z])"[,)]/g)].map(([, text]) => text)
    .filter((text) => !text.endsWith(','));
  assert.ok(whole.length > 8, `only ${whole.length} reasons were found`);
  for (const reason of whole) assert.notEqual(reasonInWords(reason), reason, reason);
  assert.equal(reasonInWords('open: it may be 36-NQ/TW@2014-07-01, 36-NQ/TW@2018-10-22'), 'để ngỏ: có thể là 36-NQ/TW (01/07/2014), 36-NQ/TW (22/10/2018)');
  assert.equal(reasonInWords('something new'), 'something new');
});
