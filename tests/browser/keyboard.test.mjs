// The box by the ARIA authoring practices, composing input methods, and the whole page by keys alone.
import assert from 'node:assert/strict';
import test from 'node:test';
import { expectNoTrouble, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();
const box = (page) => page.run(() => {
  const input = document.querySelector('#q');
  return {
    value: input.value, expanded: input.getAttribute('aria-expanded'), active: input.getAttribute('aria-activedescendant'),
    focused: document.activeElement === input, caret: input.selectionStart,
  };
});
const asked = (page) => page.requests.filter((url) => url.includes('/api/v1/suggest')).length;
const pause = (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

test('arrows go through the suggestions and round, Enter takes one, focus stays in the box', async () => {
  const page = await world.open('/');
  await page.click('#q');
  await page.type('hai ph');
  await page.has('[role=option]');
  assert.deepEqual((await box(page)).expanded, 'true');
  assert.equal((await box(page)).active, null, 'nothing is chosen for the reader');
  const options = await page.count('[role=option]');
  await page.press('ArrowDown');
  assert.equal((await box(page)).active, 'suggestion-0');
  assert.equal(await page.run(() => document.querySelector('#suggestion-0').getAttribute('aria-selected')), 'true');
  await page.press('ArrowUp');
  assert.equal((await box(page)).active, null);
  await page.press('ArrowUp');
  assert.equal((await box(page)).active, `suggestion-${options - 1}`);
  assert.ok((await box(page)).focused);
  assert.match(await page.text('#announcer'), /gợi ý/);
  const province = await page.run(() => [...document.querySelectorAll('[role=option]')].findIndex((option) => option.matches('.province')));
  await page.press('ArrowDown');
  for (let step = -1; step < province; step += 1) await page.press('ArrowDown');
  await page.press('Enter');
  await page.until(() => new URLSearchParams(location.search).get('province') === 'Hải Phòng');
  await page.settled();
  assert.equal((await box(page)).expanded, 'false');
});

test('Escape closes the list first and empties the box then', async () => {
  const page = await world.open('/');
  await page.click('#q');
  await page.type('nghi');
  await page.has('[role=option]');
  await page.press('Escape');
  assert.deepEqual({ expanded: (await box(page)).expanded, value: (await box(page)).value }, { expanded: 'false', value: 'nghi' });
  await page.press('Escape');
  assert.equal((await box(page)).value, '');
});

test('Home and End move the caret, not the choice', async () => {
  const page = await world.open('/');
  await page.click('#q');
  await page.type('nghi');
  await page.has('[role=option]');
  await page.press('ArrowDown');
  await page.press('Home');
  const home = await box(page);
  assert.equal(home.active, null);
  await page.press('x');
  assert.equal((await box(page)).value.length, 5);
  assert.ok((await box(page)).focused);
});

test('while a syllable is being composed nothing is asked, and arrows and Enter are the method\'s', async () => {
  const page = await world.open('/');
  await page.click('#q');
  const before = asked(page);
  for (const text of ['n', 'ng', 'ngh', 'nghi', 'nghị']) {
    await page.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await pause(60);
  }
  await pause(300);
  assert.equal(asked(page), before, 'silent during composition');
  assert.equal((await box(page)).value, 'nghị');
  await page.run(() => {
    const input = document.querySelector('#q');
    for (const key of ['ArrowDown', 'Enter', 'Escape']) input.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true, cancelable: true }));
  });
  assert.equal((await box(page)).value, 'nghị', 'Escape during composition is not ours');
  assert.equal(await page.run(() => location.search), '');
  await page.send('Input.insertText', { text: 'nghị' });
  await page.has('[role=option]');
  assert.equal(asked(page), before + 1, 'one question for the whole syllable');
});

test('fast typing asks once, and a late answer to an older text is dropped', async () => {
  const page = await world.open('/');
  await page.click('#q');
  const before = asked(page);
  await page.type('chinh quyen');
  await page.has('[role=option]');
  assert.ok(asked(page) - before <= 3, `${asked(page) - before} questions for 11 keys`);
  await page.run(() => {
    const real = window.fetch;
    let calls = 0;
    window.fetch = async (...given) => {
      calls += 1;
      const mine = calls;
      const answer = await real(given[0]);
      if (mine === 1) await new Promise((resolve) => { setTimeout(resolve, 900); });
      return answer;
    };
  });
  await page.type(' d');
  await pause(250);
  await page.press('Backspace');
  await page.press('Backspace');
  for (let letter = 0; letter < 11; letter += 1) await page.press('Backspace');
  await page.type('hai ph');
  await page.until(() => document.querySelector('[role=option] .name')?.textContent.includes('Hải Phòng'));
  await pause(1000);
  assert.ok(await page.run(() => [...document.querySelectorAll('[role=option]')].every((option) => /Hải/.test(option.textContent))), 'the late answer did not come back');
});

test('everything is reached and worked with keys alone, and the focus is always seen', async () => {
  const page = await world.open('/?q=nghi+quyet+36', { height: 800 });
  await page.press('Tab');
  assert.equal(await page.run(() => document.activeElement.className), 'skip');
  await page.press('Enter');
  assert.equal(await page.run(() => location.hash), '#results');
  await page.run(() => { document.activeElement.blur(); window.getSelection().removeAllRanges(); history.replaceState(null, '', location.pathname + location.search); });
  await page.goto(`${world.server.address}/?q=nghi+quyet+36`);
  await page.settled();
  const seen = new Set();
  const unseen = [];
  for (let step = 0; step < 140; step += 1) {
    await page.press('Tab');
    const here = await page.run(() => {
      const node = document.activeElement;
      if (node === document.body) return null;
      const target = node.matches('input[type=range]') ? node.parentElement : node;
      const area = target.getBoundingClientRect();
      const style = getComputedStyle(node);
      const on = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, area.x + Math.min(area.width, 30) / 2)), area.y + Math.min(area.height, 20) / 2);
      const covered = Boolean(on) && !target.contains(on) && !on.contains(target) && Boolean(on.closest('.top')) && !node.closest('.top');
      const visible = area.bottom > 0 && area.top < innerHeight && area.width > 0;
      const ring = style.outlineStyle !== 'none' || node.matches('input[type=range]');
      return { name: node.dataset.key ?? node.id ?? node.className, text: node.outerHTML.slice(0, 90), good: visible && !covered && ring };
    });
    if (!here) break;
    seen.add(here.name || here.text);
    if (!here.good) unseen.push(here.text);
  }
  assert.deepEqual(unseen, []);
  for (const name of ['q', 'sort', 'brush-first', 'brush-last', 'view-then', 'apply-dates', 'language']) {
    assert.ok(seen.has(name), `${name} was not reached; reached: ${[...seen].join(' ')}`);
  }
  assert.equal([...seen].filter((name) => name.startsWith('tile-')).length, 1, 'the map is one stop');
  expectNoTrouble(page);
});

test('a facet is worked by Space and keeps the focus when the lists are made anew', async () => {
  const page = await world.open('/?q=nghi+quyet+36');
  const key = await page.run(() => {
    const input = document.querySelector('#facets [data-key^="document="]');
    input.focus();
    return input.dataset.key;
  });
  await page.press('Space');
  await page.until(() => new URLSearchParams(location.search).has('document'));
  await page.settled();
  await page.until((wanted) => document.activeElement.dataset.key === wanted && document.activeElement.checked, key);
  await page.press('Space');
  await page.until(() => !new URLSearchParams(location.search).has('document'));
});

test('the brush and the map are worked by arrows', async () => {
  const page = await world.open('/?q=nghi+quyet+36');
  await page.has('[data-key="brush-last"]');
  await page.run(() => document.querySelector('[data-key="brush-last"]').focus());
  const before = await page.run(() => document.activeElement.getAttribute('aria-valuetext'));
  for (let step = 0; step < 3; step += 1) await page.press('PageDown');
  assert.notEqual(await page.run(() => document.activeElement.getAttribute('aria-valuetext')), before);
  await page.until(() => new URLSearchParams(location.search).has('to'));
  await page.settled();
  await page.run(() => document.querySelector('.tile[tabindex="0"]').focus());
  const first = await page.run(() => document.activeElement.dataset.key);
  await page.press('ArrowDown');
  const second = await page.run(() => document.activeElement.dataset.key);
  assert.notEqual(second, first);
  await page.press('ArrowUp');
  await page.press('Enter');
  await page.until(() => new URLSearchParams(location.search).has('province'));
});
