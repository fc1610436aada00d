// The search box in a portal of another origin.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import test, { after, before } from 'node:test';
import { Server, CORPUS } from './support/server.mjs';
import { Chromium } from './support/chromium.mjs';
import { axeFindings } from './support/suite.mjs';

let browser;
let engine;
let portal;
let stranger;

const portalPage = () => `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Cổng tỉnh</title>
<style>input { background: yellow !important; border: 9px solid red; } body { font: 20px serif }</style>
<script src="${engine.address}/embed/search-box.js" defer></script></head><body><main><h1>Cổng tỉnh</h1>
<tracuu-search-box id="box" lang="vi" province="Hải Phòng"><form action="${engine.address}/"><input name="q" aria-label="Tìm"> <button>Tìm</button></form></tracuu-search-box>
</main></body></html>`;

async function listening() {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // A strict portal: the engine's script and answers are allowed, inline script is not.
    response.setHeader('Content-Security-Policy', `default-src 'self'; style-src 'unsafe-inline'; script-src ${engine.address}; connect-src ${engine.address}; form-action ${engine.address}`);
    response.end(portalPage());
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return { server, address: `http://127.0.0.1:${server.address().port}` };
}

before(async () => {
  browser = new Chromium();
  portal = await listening();
  stranger = await listening();
  engine = await Server.over([CORPUS], ['--cors-origin', portal.address]);
});
after(async () => {
  await browser.close();
  portal.server.close();
  stranger.server.close();
  await engine.close();
});

const inside = (page, selector) => page.run((wanted) => document.querySelector('#box').shadowRoot.querySelectorAll(wanted).length, selector);

test('suggests across origins, and searches the engine about its province', async () => {
  const page = await browser.page();
  await page.goto(portal.address);
  await page.until(() => document.querySelector('#box').shadowRoot !== null);
  await page.click('#box');
  await page.run(() => document.querySelector('#box').shadowRoot.querySelector('input').focus());
  await page.type('cong nghe');
  await page.until(() => document.querySelector('#box').shadowRoot.querySelectorAll('[role=option]').length > 0);
  await page.picture('embedded-suggestions');
  await page.press('ArrowDown');
  assert.equal(await inside(page, '[aria-selected=true]'), 1);
  await page.press('Escape');
  assert.equal(await inside(page, '[role=listbox]:not([hidden])'), 0);
  await page.press('Enter');
  await page.until((address) => location.origin === address, engine.address);
  await page.settled();
  const state = new URLSearchParams(await page.run(() => location.search));
  assert.equal(state.get('q'), 'cong nghe');
  assert.equal(state.get('province'), 'Hải Phòng');
  assert.deepEqual(page.troubles, []);
});

test('the portal\'s style does not reach in, and its own properties do', async () => {
  const page = await browser.page();
  await page.goto(portal.address);
  await page.until(() => document.querySelector('#box').shadowRoot !== null);
  const look = () => page.run(() => {
    const root = document.querySelector('#box').shadowRoot;
    return { field: getComputedStyle(root.querySelector('input')).backgroundColor, button: getComputedStyle(root.querySelector('button')).backgroundColor };
  });
  assert.notEqual((await look()).field, 'rgb(255, 255, 0)');
  await page.run(() => document.querySelector('#box').style.setProperty('--tracuu-accent', 'rgb(1, 2, 3)'));
  assert.equal((await look()).button, 'rgb(1, 2, 3)');
  assert.deepEqual(await axeFindings(page), []);
});

test('a portal that is not on the list still searches, without suggestions', async () => {
  const page = await browser.page();
  await page.goto(stranger.address);
  await page.until(() => document.querySelector('#box').shadowRoot !== null);
  await page.run(() => document.querySelector('#box').shadowRoot.querySelector('input').focus());
  await page.type('nghi quyet');
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  assert.equal(await inside(page, '[role=option]'), 0);
  await page.press('Enter');
  await page.until((address) => location.origin === address, engine.address);
});

test('without script the form inside searches', async () => {
  const page = await browser.page({ script: false });
  await page.goto(portal.address);
  await page.send('DOM.enable');
  const { root } = await page.send('DOM.getDocument', { depth: -1, pierce: true });
  const { nodeId } = await page.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#box form input' });
  await page.send('DOM.focus', { nodeId });
  await page.type('abc');
  await page.press('Enter');
  for (let wait = 0; wait < 100; wait += 1) {
    // Between two pages there is none to ask.
    const { entries } = await page.send('Page.getNavigationHistory').catch(() => ({ entries: [{ url: '' }] }));
    if (entries.at(-1).url.startsWith(`${engine.address}/?q=abc`)) return;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  assert.fail('the form did not reach the engine');
});

test('a portal hears of a search and can keep it', async () => {
  const page = await browser.page();
  await page.goto(portal.address);
  await page.until(() => document.querySelector('#box').shadowRoot !== null);
  await page.run(() => {
    document.querySelector('#box').addEventListener('tracuu-search', (event) => {
      event.preventDefault();
      document.title = event.detail.address;
    });
    document.querySelector('#box').shadowRoot.querySelector('input').focus();
  });
  await page.type('abc');
  await page.press('Enter');
  await page.until(() => document.title.includes('q=abc'));
  assert.equal(await page.run(() => location.origin), portal.address);
});
