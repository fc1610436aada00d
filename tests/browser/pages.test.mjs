// Pages of documents and officials: what the API says, in the order in which one asks.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PHONE, axeFindings, expectNoTrouble, sideways, smallTargets, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();
const PAPER = '/documents/36-NQ%2FTW?identity=36-NQ%2FTW%402014-07-01';

async function opened(address, how = {}) {
  const page = await world.open(address, how);
  await page.until(() => document.querySelector('.columns, .ways, .note') !== null);
  return page;
}

test('a number of several papers shows each with what is known, and leads to one', async () => {
  const page = await opened('/documents/36-NQ%2FTW');
  const { papers, total } = await world.api('documents/36-NQ%2FTW');
  assert.match(await page.text('h1'), /36-NQ\/TW/);
  assert.equal(await page.count('.paper-list > li'), papers.length);
  assert.ok((await page.text('.entity-head .onward')).includes(String(total)));
  await page.picture('document-number', { whole: true });
  await page.click('.paper-list a');
  await page.until(() => location.search.includes('identity='));
  await page.has('.lags tbody tr');
  expectNoTrouble(page);
});

test('counts of map, matrix and timeline are those of the API, and each links to its articles', async () => {
  const page = await opened(PAPER);
  const answer = await world.api('documents/36-NQ%2FTW?identity=36-NQ%2FTW%402014-07-01');
  assert.equal(await page.run(() => [...document.querySelectorAll('.matrix td:not(.total)')].reduce((sum, cell) => sum + Number(cell.textContent), 0)), answer.total);
  assert.equal(await page.count('.bars rect'), answer.histogram.length);
  assert.equal(await page.count('.lags tbody tr'), answer.lags.provinces.length);
  const cell = await page.run(() => {
    const link = document.querySelector('.matrix td a');
    return { href: link.getAttribute('href'), count: Number(link.textContent) };
  });
  const found = await world.api(`search${cell.href.slice(1)}`);
  assert.equal(found.total, cell.count);
  const tile = await page.run(() => document.querySelector('.tile.shade-1').dataset.key);
  const label = await page.run(() => document.querySelector('.tile.shade-1').getAttribute('aria-label'));
  await page.click(`[data-key="${tile}"]`);
  await page.until(() => location.pathname === '/');
  await page.settled();
  assert.equal(parseInt(await page.text('#count'), 10), Number(/: (\d+)/.exec(label)[1]));
});

test('a number that says too little offers what it may mean, or leads to the one paper it can mean', async () => {
  for (const short of ['NQ 36', 'NQ 57', 'NQ 13', 'CT 16']) {
    const address = `documents/${encodeURIComponent(short)}`;
    const { candidates, label } = await world.api(address);
    const page = await opened(`/${address}`);
    if (candidates) assert.equal(await page.count('.ways a'), candidates.length, short);
    else if (label) assert.equal(await page.text('h1'), label, short);
    else assert.ok(await page.count('.note'), short);
  }
});

test('an official has posts with what says so, and namesakes stay apart', async () => {
  const page = await opened('/officials/L%C3%AA%20Th%C3%A1i%20B%C3%ACnh');
  const { people } = await world.api('officials/L%C3%AA%20Th%C3%A1i%20B%C3%ACnh');
  assert.equal(await page.count('.person'), people.filter(({ posts }) => posts.length).length);
  assert.ok(await page.count('.person blockquote') > 0);
  await page.picture('official', { whole: true });
  expectNoTrouble(page);
});

test('what nobody cites or names is said', async () => {
  for (const address of ['/documents/99-NQ%2FXX', '/officials/kh%C3%B4ng%20ai']) {
    const page = await opened(address);
    assert.ok((await page.text('.note[role=alert]')).length > 10, address);
    assert.equal((await fetch(world.server.address + address)).status, 404, address);
    assert.equal(await page.count('.note'), 1, 'said once');
    assert.ok(await page.count('.ways a') >= 1, 'and a way on');
  }
});

test('without script the page says what the thing is, and leads on', async () => {
  for (const [address, api] of [['/documents/36-NQ/TW?fbclid=1', 'documents/36-NQ%2FTW'], ['/officials/L%C3%AA%20Th%C3%A1i%20B%C3%ACnh', 'officials/L%C3%AA%20Th%C3%A1i%20B%C3%ACnh']]) {
    const answer = await world.api(api);
    const html = await (await fetch(world.server.address + address)).text();
    assert.ok(html.includes(`<h1>${answer.label ?? answer.name}</h1>`), address);
    assert.ok(html.includes(`Xem cả ${answer.total} bài →`), address);
    assert.equal(html.split('<li><a href="/articles/').length - 1, answer.articles.length, address);
    const page = await world.browser.page({ script: false });
    await page.goto(world.server.address + address);
    await page.picture(`without-script-${api.split('/')[0]}`, { whole: true });
    await page.close();
  }
});

test('an address with its slash as it is, or with what others hang on it, shows the same page', async () => {
  const page = await opened('/documents/36-NQ/TW?fbclid=1&utm_source=x');
  await page.has('.matrix');
  assert.match(await page.text('h1'), /36-NQ\/TW/);
  expectNoTrouble(page);
});

test('what is shown of a document can be followed and taken away', async () => {
  const page = await opened(PAPER);
  const { total } = await world.api('documents/36-NQ%2FTW?identity=36-NQ%2FTW%402014-07-01');
  const [, , feed, csv] = await page.run(() => [...document.querySelectorAll('.ways-on a')].map((link) => link.getAttribute('href')));
  assert.ok((await (await fetch(world.server.address + feed)).text()).includes('<feed'));
  assert.equal((await (await fetch(world.server.address + csv)).text()).trim().split('\r\n').length, total + 1);
});

test('axe finds nothing, nothing sticks out, targets are large enough', async () => {
  const addresses = ['/documents/36-NQ%2FTW', PAPER, '/officials/L%C3%AA%20Th%C3%A1i%20B%C3%ACnh', '/documents/NQ%2036'];
  for (const address of addresses) {
    for (const [way, how] of [['desk', {}], ['phone-dark', { ...PHONE, dark: true }], ['320', { width: 320, height: 640 }]]) {
      const page = await opened(address, how);
      if (way !== '320') assert.deepEqual(await axeFindings(page), [], `${address} ${way}`);
      assert.deepEqual(await sideways(page), [], `${address} ${way}`);
      assert.deepEqual(await smallTargets(page), [], `${address} ${way}`);
      await page.picture(`entity-${addresses.indexOf(address)}-${way}`, { whole: true });
      await page.close();
    }
  }
});

test('the page speaks English where asked', async () => {
  const page = await opened(`${PAPER}&lang=en`);
  assert.match(await page.text('.entity-head .onward'), /See all \d+/);
});
