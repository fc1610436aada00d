// Whom the pages keep out: nobody, as far as axe and a ruler can tell.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PAGES } from './support/addresses.mjs';
import { PHONE, axeFindings, expectNoTrouble, sideways, smallTargets, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();
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
