// How the pages look and work where little is given: narrow, enlarged, without script.
import assert from 'node:assert/strict';
import test from 'node:test';
import { ARTICLE, PAGES } from './support/addresses.mjs';
import { sideways, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();

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
  const article = /<h2 lang="vi"><a href="([^"]+)"/.exec(html)[1];
  const text = await (await fetch(world.server.address + article)).text();
  assert.match(text, /<div id="text" class="text" lang="vi"><p>/);
  const narrowed = await (await fetch(`${world.server.address}/?q=chuyen+doi+so&province=&from=2021&to=&sort=newest`)).text();
  assert.match(narrowed, /<option value="newest" selected>/);
});

test('the first results are in the page itself, before any script or count', async () => {
  const html = await (await fetch(`${world.server.address}/?q=nghi+quyet+36`)).text();
  assert.ok(html.indexOf('class="hits"') > 0);
  assert.ok((html.match(/<h2 lang="vi">/g) ?? []).length === 10);
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
