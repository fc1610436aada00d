// What every suite has: one browser and one server over the bundled corpus, started once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before } from 'node:test';
import { Chromium } from './chromium.mjs';
import { CORPUS, Server } from './server.mjs';

export const PHONE = { width: 390, height: 844, touch: true, scale: 2 };

/** Starts both before the tests of a file, and stops them after. */
export function withBrowserAndServer(pages = [CORPUS], options = []) {
  const world = { pages: [] };
  before(async () => {
    world.browser = new Chromium();
    world.server = await Server.over(pages, options);
  });
  // Windows left open keep their connections, of which the server grants an address only so many.
  afterEach(async () => {
    await Promise.all(world.pages.splice(0).map((page) => page.close().catch(() => {})));
  });
  after(async () => {
    await world.browser?.close();
    await world.server?.close();
  });
  /** Opens an address of the server in a new window; the search page is waited for. */
  world.open = async (address, how = {}) => {
    const page = await world.browser.page(how);
    world.pages.push(page);
    await page.goto(world.server.address + address);
    if (address.startsWith('/?') || address === '/') {
      if (how.script !== false) await page.settled();
    }
    return page;
  };
  world.api = async (path) => (await fetch(`${world.server.address}/api/v1/${path}`)).json();
  return world;
}

/** Fails when the page wrote an error, threw, or was refused something by its own policy. */
export function expectNoTrouble(page) {
  assert.deepEqual(page.troubles, []);
}

/** Runs axe over the whole page: WCAG 2.2 A and AA, and its best practices. */
export async function axeFindings(page) {
  await page.send('Runtime.evaluate', { expression: readFileSync(process.env.TRACUU_AXE, 'utf8') });
  return page.run(async () => {
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`);
  });
}

/** What sticks out of the window to the right, as selectors; nothing where no one must scroll sideways. */
export function sideways(page) {
  return page.run(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > width + 1)
      .map((node) => `${node.tagName}#${node.id}.${node.className}`).slice(0, 5);
  });
}

/** Controls smaller than 24 by 24 pixels that are no links within a line of text. */
export function smallTargets(page) {
  return page.run(() => [...document.querySelectorAll('button, input, select, summary, a')].filter((node) => {
    const control = node.matches('input[type=checkbox], input[type=radio]') ? node.closest('label') ?? node : node;
    const box = control.getBoundingClientRect();
    if (!box.width || node.closest('.skip, .hidden')) return false;
    const inText = node.matches('a') && getComputedStyle(node).display === 'inline';
    return !inText && (box.width < 23.9 || box.height < 23.9);
  }).map((node) => `${node.outerHTML.slice(0, 120)} ${node.getBoundingClientRect().width}x${node.getBoundingClientRect().height}`));
}
