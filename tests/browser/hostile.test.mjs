// Captures full of markup: every text stays text, on every page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { axeFindings, withBrowserAndServer } from './support/suite.mjs';

const FOLDER = join(process.env.TRACUU_SOURCE_DIR, 'tests', 'browser', 'hostile');
const world = withBrowserAndServer([FOLDER]);
const TEXTS = readFileSync(join(process.env.TRACUU_SOURCE_DIR, 'tests/tables/hostile_texts.tsv'), 'utf8')
  .split('\n').filter((row) => row && !row.startsWith('#')).map((row) => row.split('\t')[0]);

/** What markup would have made, had it been read as markup. */
async function expectUnharmed(page, where) {
  const found = await page.run(() => ({
    run: window.harmed ?? false,
    made: [...document.querySelectorAll('main img, main iframe, main script, main svg:not(.bars), main style, main object, main form:not(.dates)')].map((node) => node.outerHTML.slice(0, 80)),
    handlers: [...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith('on'))),
    links: [...document.querySelectorAll('a')].filter((link) => !/^https?:$/.test(link.protocol)).map((link) => link.href),
  }));
  assert.deepEqual(found, { run: false, made: [], handlers: [], links: [] }, where);
}

test('titles, sources, names and texts of hostile captures stay text', async () => {
  const page = await world.open('/?q=chuyen+doi+so');
  const { total, hits } = await world.api('search?q=chuyen+doi+so&limit=50');
  assert.ok(total >= 3, 'the captures were indexed');
  await page.has('.hits li');
  await expectUnharmed(page, 'results');
  assert.match(await page.text('.hits'), /<(script|img|svg)/, 'the markup is shown as what it is');
  await page.picture('hostile-results');
  for (const { id } of hits) {
    await page.goto(`${world.server.address}/articles/${encodeURIComponent(id)}`);
    await page.has('#citation');
    await page.has('#similar ul, #similar p');
    await expectUnharmed(page, id);
    assert.deepEqual(await axeFindings(page), [], id);
  }
  await page.picture('hostile-article');
});

test('hostile questions and filters stay text', async () => {
  const page = await world.open('/');
  for (const text of TEXTS) {
    const query = encodeURIComponent(text);
    for (const address of [`/?q=${query}`, `/?q=${query}&source=${query}`, `/?official=${query}`, `/?q=a&from=${query}`]) {
      await page.goto(world.server.address + address);
      await page.until(() => document.querySelector('#tools') !== null && !document.querySelector('#results').hasAttribute('aria-busy'));
      await expectUnharmed(page, address);
    }
    assert.equal(await page.run(() => document.querySelector('#q').value), 'a');
  }
});

test('hostile addresses of articles, documents and officials stay text', async () => {
  const page = await world.open('/');
  for (const text of TEXTS) {
    for (const folder of ['articles', 'documents', 'officials']) {
      await page.goto(`${world.server.address}/${folder}/${encodeURIComponent(text)}`);
      await page.has('#results h1');
      await page.until(() => document.querySelector('.note, .sheet h2') !== null);
      await expectUnharmed(page, `${folder} ${text}`);
    }
  }
});

test('hostile suggestions stay text', async () => {
  const page = await world.open('/');
  await page.click('#q');
  await page.type('<img');
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  await expectUnharmed(page, 'suggestions');
  for (let letter = 0; letter < 4; letter += 1) await page.press('Backspace');
  await page.type('chuyen');
  await page.until(() => document.querySelectorAll('[role=option]').length > 0);
  await expectUnharmed(page, 'suggestions of titles');
});
