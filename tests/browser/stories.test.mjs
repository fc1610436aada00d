// The three users, from the first key to the export.
import assert from 'node:assert/strict';
import test from 'node:test';
import { PHONE, axeFindings, expectNoTrouble, sideways, smallTargets, withBrowserAndServer } from './support/suite.mjs';

const world = withBrowserAndServer();

test('a journalist on a phone finds, narrows, reads and cites', async () => {
  const page = await world.open('/', PHONE);
  await page.click('#q');
  await page.type('nghi quyet 36');
  await page.has('[role=option]');
  await page.picture('journalist-1-typing');
  await page.press('Enter');
  await page.until(() => location.search.includes('q=nghi') && /^\d+ bài/.test(document.querySelector('#count').textContent));
  await page.settled();
  const all = await world.api('search?q=nghi+quyet+36');
  assert.equal(await page.run(() => parseInt(document.querySelector('#count').textContent, 10)), all.total);
  await page.picture('journalist-2-results');

  assert.equal(await page.run(() => document.querySelector('#facets-panel').open), false, 'results come first on a phone');
  await page.click('#facets-panel > summary');
  await page.has('#facets [data-key^="province="]');
  const { value, count } = all.facets.province[0];
  await page.click(`[data-key="province=${value}"]`);
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, count);
  assert.equal(await page.run((key) => document.querySelector(`[data-key="${key}"]`).checked, `province=${value}`), true);
  assert.ok(await page.run((province) => [...document.querySelectorAll('.hits .facts')].every((facts) => facts.textContent.includes(province)), value));
  await page.picture('journalist-3-narrowed');

  await page.click('.hits h2 a');
  await page.has('#citation');
  await page.has('#text .entity');
  const citation = await page.text('#citation');
  const id = decodeURIComponent(await page.run(() => location.pathname.split('/')[2]));
  assert.ok(citation.includes(`/articles/${encodeURIComponent(id)}`));
  await page.picture('journalist-4-article', { whole: true });

  await page.run(() => { history.back(); });
  await page.until(() => location.pathname === '/');
  await page.settled();
  assert.ok(await page.run((province) => new URLSearchParams(location.search).get('province') === province, value), 'back is where one was');
  assert.equal(await page.run(() => parseInt(document.querySelector('#count').textContent, 10)), count);
  expectNoTrouble(page);
});

test('a researcher follows one paper through time and country, and takes the result away', async () => {
  const page = await world.open('/?q=nghi+quyet+36');
  const all = await world.api('search?q=nghi+quyet+36&facet_limit=64');
  const [paper] = all.query.understood[0].papers;
  await page.click(`[data-key="paper-${paper.identity}"]`);
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, paper.count);

  await page.has('.brush svg');
  const from = await page.place('.brush svg');
  const width = from.right - from.left;
  await page.mouse('mousePressed', from.left + 2, from.y);
  await page.mouse('mouseMoved', from.left + width / 3, from.y);
  await page.mouse('mouseReleased', from.left + width / 3, from.y, 0);
  await page.until(() => new URLSearchParams(location.search).has('to'));
  await page.settled();
  const chosen = new URLSearchParams(await page.run(() => location.search));
  const brushed = await world.api(`search?${chosen}`);
  assert.ok(brushed.total > 0 && brushed.total < paper.count, 'the brush narrows');
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, brushed.total);
  await page.has('.bars .out');
  await page.picture('researcher-1-brushed');

  await page.click('[data-key="view-today"]');
  await page.until(() => new URLSearchParams(location.search).get('province_view') === 'today');
  await page.until(() => document.querySelectorAll('.tile').length === 34);
  await page.settled();
  await page.until(() => document.querySelector('#results[aria-busy]') === null && document.querySelector('.tile.shade-1') !== null);
  const tile = await page.run(() => {
    const found = document.querySelector('.tile.shade-1');
    return { key: found.dataset.key, label: found.getAttribute('aria-label') };
  });
  await page.click(`[data-key="${tile.key}"]`);
  const count = Number(/: (\d+) bài/.exec(tile.label)[1]);
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, count);
  await page.picture('researcher-2-map');

  const address = await page.run(() => location.href.slice(location.origin.length));
  const again = await world.open(address);
  assert.equal(await again.text('#count'), await page.text('#count'), 'the address is the whole state');
  assert.equal(await again.run(() => document.querySelectorAll('.tile[aria-pressed=true]').length), 1);

  for (const steps of [1, 2, 3]) {
    await page.run(() => { history.back(); });
    await page.until((tiles) => document.querySelectorAll('.tile[aria-pressed=true]').length === tiles, 0);
    assert.ok(steps);
  }
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, paper.count);
  await page.run(() => { history.go(3); });
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, count);
  expectNoTrouble(page);
});

test('what is on screen can be taken away as a table, a feed and data', async () => {
  const page = await world.open('/?q=nghi+quyet+36&from=2014&to=2018');
  const total = await page.run(() => parseInt(document.querySelector('#count').textContent, 10));
  const links = await page.run(() => [...document.querySelectorAll('.take-away a')].map((link) => link.getAttribute('href')));
  assert.equal(links.length, 3);
  const [csv, feed, json] = await Promise.all(links.map((link) => fetch(world.server.address + link)));
  assert.equal(csv.status, 200);
  assert.equal((await csv.text()).trim().split('\r\n').length, total + 1, 'a line for each article, and one of names');
  assert.equal(feed.status, 200);
  assert.ok((await feed.text()).includes('<feed'));
  assert.equal((await json.json()).total, total);
});

test('readings are undone, corrections followed and relaxations said', async () => {
  const page = await world.open('/?q=nghi+quyet+36');
  await page.click('#chips .chip .undo');
  await page.until(() => new URLSearchParams(location.search).get('q') === '"nghi quyet 36"');
  await page.settled();

  await page.goto(`${world.server.address}/?q=${encodeURIComponent('chuyển đỏii số')}`);
  await page.settled();
  assert.match(await page.text('#notes'), /chuyển đổi số/);
  await page.goto(`${world.server.address}/?q=${encodeURIComponent('nghị quyết viễn thông băng rộng khoai lang')}`);
  await page.settled();
  const { query } = await world.api(`search?q=${encodeURIComponent('nghị quyết viễn thông băng rộng khoai lang')}`);
  assert.ok(query.relaxed, 'the corpus has no article with all of it');
  assert.ok((await page.text('#notes')).includes(query.relaxed));
});

test('nothing found says so and offers ways out that lead somewhere', async () => {
  const page = await world.open(`/?q=${encodeURIComponent('nghị quyết 36')}&year=2012&province=${encodeURIComponent('Cà Mau')}`);
  assert.equal(await page.text('#count'), 'Không có bài nào khớp');
  const { removed_by: removed } = await world.api(`search?q=${encodeURIComponent('nghị quyết 36')}&year=2012&province=${encodeURIComponent('Cà Mau')}`);
  const counts = await page.run(() => [...document.querySelectorAll('.ways .count')].map((count) => parseInt(count.textContent, 10)));
  assert.deepEqual(counts, removed.filter(({ count }) => count > 0).map(({ count }) => count), 'each way out says how much it leads to');
  await page.picture('nothing-found');
  const ways = await page.run(() => [...document.querySelectorAll('.ways a')].map((link) => link.href));
  assert.ok(ways.length >= 2);
  await page.click('.ways a');
  await page.until(() => /^\d+ bài/.test(document.querySelector('#count').textContent));
  expectNoTrouble(page);
});

test('a word that stands nowhere leaves no empty chart and map behind, but ways to ask', async () => {
  const page = await world.open('/?q=xyzzyq');
  assert.equal(await page.count('#when > *, .tile'), 0);
  assert.ok(await page.count('.tips li') >= 2);
  await page.picture('nothing-like-it');
  await page.click('.examples a');
  await page.until(() => /^\d+ bài/.test(document.querySelector('#count').textContent) && document.querySelector('.tile') !== null);
  assert.equal(await page.count('.tips'), 0);
});

test('the first page says what is searched, until something is asked', async () => {
  const page = await world.open('/');
  await page.has('#coverage');
  const stats = await world.api('stats?limit=1');
  assert.ok((await page.text('#coverage')).startsWith(`${stats.by_source.distinct} nguồn · ${stats.by_province.distinct} tỉnh`));
  assert.match(await page.text('.foot'), new RegExp(`${stats.articles} bài, chỉ mục dựng ngày \\d\\d/\\d\\d/\\d{4}`));
  await page.click('.examples a');
  await page.until(() => document.querySelector('#intro').hidden);
  await page.run(() => { history.back(); });
  await page.until(() => !document.querySelector('#intro').hidden);
  assert.equal(await page.count('#coverage'), 1);
  expectNoTrouble(page);
});

test('a value of a long facet is found by a few letters, without marks, and counted', async () => {
  const page = await world.open('/?q=nghi+quyet');
  await page.click('[data-key="finder-province"]');
  await page.type('hai ph');
  await page.until(() => document.querySelectorAll('#facets .facet:first-child .values li').length === 1);
  const { values } = await world.api('facets/province?q=hai+ph&query=nghi+quyet');
  assert.equal(values.length, 1);
  assert.equal(await page.text('#facets .facet:first-child .values .count'), String(values[0].count));
  await page.picture('facet-finder');
  await page.press('Tab');
  await page.press('Space');
  await page.until(() => new URLSearchParams(location.search).get('province') === 'Hải Phòng');
  await page.settled();
  assert.equal(await page.run(() => parseInt(document.querySelector('#count').textContent, 10)), values[0].count);
});

test('a filter that keeps everything out is named, with what there is without it', async () => {
  const { facets } = await world.api('search?q=nghi+quyet+36&facets=year');
  const year = Array.from({ length: 30 }, (_, index) => String(2000 + index)).find((one) => !facets.year.some(({ value }) => value === one));
  const page = await world.open(`/?q=nghi+quyet+36&year=${year}`);
  const { removed_by: removed } = await world.api(`search?q=nghi+quyet+36&year=${year}`);
  assert.equal(await page.text('.ways li:first-child'), `Bỏ Năm đăng: ${year} ${removed[0].count} bài`);
  await page.click('.ways a');
  await page.until((wanted) => parseInt(document.querySelector('#count').textContent, 10) === wanted, removed[0].count);
});

test('pages follow one another and keep the place', async () => {
  const page = await world.open('/?sort=oldest');
  const first = await page.text('.hits h2');
  await page.click('.pages a[rel=next]');
  await page.until((before) => document.querySelector('.hits h2').textContent !== before, first);
  assert.equal(await page.run(() => document.querySelector('#hits').start), 11);
  assert.match(await page.text('#count'), /\(bài 11–20\)$/, 'where one is');
  assert.equal(await page.run(() => document.activeElement.id), 'results', 'readers go on from the top of the new page');
  assert.equal(await page.text('.pages [aria-current]'), '2');
  await page.run(() => { history.back(); });
  await page.until((before) => document.querySelector('.hits h2').textContent === before, first);
});

test('an address behind the end says so and leads back to the last page', async () => {
  const page = await world.open('/?q=nghi+quyet+36&offset=2000');
  const { total_groups: shown } = await world.api('search?q=nghi+quyet+36');
  assert.equal(await page.text('#notes .note'), 'Kết quả đã hết trước trang này.');
  await page.click('.pages a[rel=prev]');
  await page.until((wanted) => new URLSearchParams(location.search).get('offset') === wanted, String(Math.floor((shown - 1) / 10) * 10));
  await page.has('.hits h2');
});

/** What the page says of how words match. */
const matching = (page) => page.run(() => ({
  address: new URLSearchParams(location.search).get('match'),
  chosen: document.querySelector('#match')?.value,
  open: document.querySelector('.match')?.open,
  focused: document.activeElement.id,
  chips: [...document.querySelectorAll('#chips .chip.filter')].map((chip) => chip.textContent),
}));

test('how words match is chosen by keys, stands in the address and is dropped again', async () => {
  const page = await world.open('/');
  assert.equal(await page.count('.match'), 0, 'nothing is asked for yet');
  await page.goto(`${world.server.address}/?q=${encodeURIComponent('công ngh')}`);
  await page.settled();
  assert.deepEqual(await matching(page), { address: null, chosen: 'auto', open: false, focused: '', chips: [] });

  await page.run(() => document.querySelector('.match > summary').focus());
  await page.press('Enter');
  await page.press('Tab');
  assert.equal((await matching(page)).focused, 'match');
  for (const name of ['all', 'any', 'prefix']) {
    await page.press('ArrowDown');
    await page.until((wanted) => new URLSearchParams(location.search).get('match') === wanted, name);
    await page.settled();
    await page.until((wanted) => document.activeElement.id === 'match' && document.activeElement.value === wanted, name);
    const { total } = await world.api(`search?q=${encodeURIComponent('công ngh')}&match=${name}`);
    await page.until((wanted) => (parseInt(document.querySelector('#count').textContent, 10) || 0) === wanted, total);
  }
  assert.deepEqual((await matching(page)).chips, ['Khớp từ mọi từ, từ cuối gõ dở×']);
  assert.ok((await page.run(() => document.querySelector('#language').href)).includes('match=prefix'));
  assert.ok((await page.run(() => document.querySelector('.take-away a').href)).includes('match=prefix'));
  assert.deepEqual([await axeFindings(page), await smallTargets(page), await sideways(page)], [[], [], []]);
  await page.picture('matching');

  await page.click('#chips .chip.filter .undo');
  await page.until(() => !new URLSearchParams(location.search).has('match') && document.querySelector('#match')?.value === 'auto');
  expectNoTrouble(page);
});

test('a new question keeps how words match, but any word is for one question alone', async () => {
  const page = await world.open('/?q=nghi&match=all');
  const ask = async (text, wanted) => {
    await page.run(() => { document.querySelector('#q').select(); });
    await page.click('#q');
    await page.run(() => { document.querySelector('#q').select(); });
    await page.type(text);
    await page.press('Enter');
    await page.until((q) => new URLSearchParams(location.search).get('q') === q, wanted);
    await page.settled();
    return (await matching(page)).address;
  };
  assert.equal(await ask('nghi quyet ', 'nghi quyet'), 'all');
  await page.goto(`${world.server.address}/?q=cong&match=prefix`);
  await page.settled();
  assert.equal(await ask(' cong nghe ', 'cong nghe '), 'prefix', 'a blank finishes the last word');
  await page.goto(`${world.server.address}/?q=cong&match=any`);
  await page.settled();
  assert.equal(await ask('cong nghe', 'cong nghe'), null);
});

test('where not all words are found the nearest are one step away', async () => {
  const page = await world.open(`/?q=${encodeURIComponent('nghị quyết viễn thông băng rộng khoai lang')}&match=all`);
  assert.equal(await page.text('#count'), 'Không có bài nào khớp');
  assert.equal(await page.text('.ways li:first-child'), 'Xem cả những bài khớp gần nhất');
  await page.click('.ways a');
  await page.until(() => /^\d+ bài/.test(document.querySelector('#count').textContent));
  assert.equal((await matching(page)).address, null);
});

test('a way to match that is not known is refused, and chosen by nobody', async () => {
  const page = await world.open('/?q=nghi&match=constructor');
  assert.equal(await page.text('#count'), 'Không trả lời được');
  assert.deepEqual((await matching(page)).chips, []);
});

test('the page speaks English where asked, and keeps the question', async () => {
  const page = await world.open('/?q=nghi+quyet+36');
  await page.click('#language');
  await page.until(() => document.documentElement.lang === 'en');
  await page.settled();
  assert.match(await page.text('#count'), /^\d+ articles/);
  assert.equal(await page.run(() => document.querySelector('#q').value), 'nghi quyet 36');
  await page.picture('english');
});
