// How the pages look and whom they keep out: axe, narrow, dark, enlarged, without script.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PHONE, axeFindings, expectNoTrouble, sideways, smallTargets, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();
const ARTICLE = '/articles/tuned-027-binh-dinh-so-ket-nghi-quyet-36';
const PAGES = [
  ['home', '/', '#tools'],
  ['results', '/?q=nghi+quyet+36', '.brush svg'],
  ['filtered', '/?q=nghi+quyet+36&province=Nam+%C4%90%E1%BB%8Bnh&from=2014&province_view=today', '.brush svg'],
  ['nothing', '/?q=%22xyz+abc%22&year=2012', '.ways'],
  ['refused', '/?q=a&from=yesterday', '#nothing a'],
  ['article', ARTICLE, '#similar li'],
  ['missing', '/articles/none', '.note'],
  ['demo', '/embed/demo', 'tracuu-search-box'],
];
/** Of each page pictures in four ways; axe in two, which have every colour and every layout between them. */
const WAYS = [
  ['desk', {}, true], ['desk-dark', { dark: true }, false], ['phone', PHONE, false], ['phone-dark', { ...PHONE, dark: true }, true],
];

/** Errors that the browser logs for answers that are meant to be errors. */
const meant = (trouble) => /status of (400|404)/.test(trouble);

for (const [name, address, ready] of PAGES) {
  test(`${name}: axe finds nothing, nothing sticks out, targets are large enough`, async () => {
    for (const [way, how, withAxe] of WAYS) {
      const page = await world.browser.page(how);
      await page.goto(world.server.address + address);
      await page.has(ready);
      if (address.startsWith('/?')) await page.settled();
      if (how.touch) await page.run(() => { for (const panel of document.querySelectorAll('.panel')) panel.open = true; });
      if (withAxe) assert.deepEqual(await axeFindings(page), [], `${name} ${way}`);
      assert.deepEqual(await sideways(page), [], `${name} ${way}`);
      assert.deepEqual(await smallTargets(page), [], `${name} ${way}`);
      if (how.touch) await page.run(() => { for (const panel of document.querySelectorAll('.panel')) panel.open = false; });
      await page.picture(`${name}-${way}`);
      page.troubles = page.troubles.filter((trouble) => !meant(trouble));
      expectNoTrouble(page);
      await page.close();
    }
  });
}

test('axe finds nothing with the suggestions open', async () => {
  const page = await world.open('/');
  await page.click('#q');
  await page.type('nghi quy');
  await page.has('[role=option]');
  await page.press('ArrowDown');
  assert.deepEqual(await axeFindings(page), []);
  await page.picture('suggestions');
});

test('at 320 pixels, and enlarged to 200 percent, all is there and nothing sticks out', async () => {
  for (const [way, how] of [['320', { width: 320, height: 640 }], ['200-percent', { width: 640, height: 450, scale: 2 }]]) {
    for (const [name, address, ready] of PAGES.filter(([wanted]) => ['results', 'article', 'demo'].includes(wanted))) {
      const page = await world.browser.page(how);
      await page.goto(world.server.address + address);
      await page.has(ready);
      await page.run(() => { for (const panel of document.querySelectorAll('.panel')) panel.open = true; });
      assert.deepEqual(await sideways(page), [], `${name} at ${way}`);
      assert.ok(await page.run(() => document.body.innerText.length > 200));
      await page.picture(`${name}-${way}`, { whole: true });
      await page.close();
    }
  }
});

test('large text of the reader\'s own is followed', async () => {
  const page = await world.open('/?q=nghi+quyet+36', { width: 900 });
  await page.run(() => { document.documentElement.style.fontSize = '200%'; });
  assert.deepEqual(await sideways(page), []);
  await page.picture('results-large-text');
});

test('without script the question is answered, narrowed and turned by links', async () => {
  const page = await world.open('/?q=chuyen+doi+so', { script: false, width: 800 });
  const html = await (await fetch(`${world.server.address}/?q=chuyen+doi+so`)).text();
  assert.ok(/<h1 id="count">\d+ bài/.test(html));
  await page.picture('without-script');
  const { root } = await page.send('DOM.getDocument', { depth: -1 });
  const query = async (selector) => (await page.send('DOM.querySelector', { nodeId: root.nodeId, selector })).nodeId;
  assert.ok(await query('.hits h2 a'));
  assert.ok(await query('noscript, #plain-from'));
  const next = /href="([^"]+)" rel="next"/.exec(html)[1].replaceAll('&amp;', '&');
  const second = await (await fetch(world.server.address + next)).text();
  assert.match(second, /start="11"/);
  const article = /<h2><a href="([^"]+)"/.exec(html)[1];
  const text = await (await fetch(world.server.address + article)).text();
  assert.match(text, /<div id="text" class="text"><p>/);
  const narrowed = await (await fetch(`${world.server.address}/?q=chuyen+doi+so&province=&from=2021&to=&sort=newest`)).text();
  assert.match(narrowed, /<option value="newest" selected>/);
});

test('the first results are in the page itself, before any script or count', async () => {
  const html = await (await fetch(`${world.server.address}/?q=nghi+quyet+36`)).text();
  assert.ok(html.indexOf('class="hits"') > 0);
  assert.ok((html.match(/<h2>/g) ?? []).length === 10);
});

test('the policy allows nothing but the server\'s own files', async () => {
  for (const address of ['/', ARTICLE, '/page/style.css']) {
    const policy = (await fetch(world.server.address + address)).headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*/);
  }
  const page = await world.open('/?q=nghi+quyet+36');
  await page.has('.brush svg');
  const elsewhere = page.requests.filter((url) => !url.startsWith(world.server.address) && !url.startsWith('data:'));
  assert.deepEqual(elsewhere, []);
});

test('files are kept by the reader and asked for again by their tags', async () => {
  const first = await fetch(`${world.server.address}/page/search_page.js`);
  const again = await fetch(`${world.server.address}/page/search_page.js`, { headers: { 'If-None-Match': first.headers.get('etag') } });
  assert.equal(again.status, 304);
  const html = await (await fetch(world.server.address)).text();
  const lasting = await fetch(world.server.address + /src="(\/page\/[^"]+)"/.exec(html)[1]);
  assert.match(lasting.headers.get('cache-control'), /immutable/);
});
