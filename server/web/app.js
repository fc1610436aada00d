// The search page: the URL is the whole state, the public API is the only source, and every text
// from outside goes through textContent.

const TEXTS = {
  vi: {
    skip: 'Đến kết quả', box: 'Từ khóa, số văn bản, tỉnh, tên lãnh đạo', find: 'Tìm',
    published: 'Ngày đăng', from: 'Từ', to: 'Đến', apply: 'Áp dụng', sort: 'Xếp theo',
    relevance: 'liên quan', newest: 'mới nhất', oldest: 'cũ nhất', other: 'English',
    found: (count) => `${count} bài`, none: 'Không có bài nào khớp. Thử bỏ bớt từ hoặc bộ lọc.',
    undated: 'không rõ ngày', asWords: 'hiểu như từ thường', previous: '‹ Trang trước',
    next: 'Trang sau ›', failed: 'Không tìm được', original: 'bài gốc', data: 'dữ liệu',
    groups: (count) => ` (${count} khi gộp bài đăng lại)`, reprinted: (count) => `Cũng đăng ở ${count} nơi`,
    papers: 'Có thể là', open: 'bài không nói rõ là văn bản nào', every: 'mọi văn bản cùng số',
    first: 'đăng đầu tiên', showAll: 'Hiện tất cả', showOnce: 'Gộp bài đăng lại',
    facets: { province: 'Địa phương', document: 'Văn bản', official: 'Lãnh đạo',
      type: 'Loại văn bản', source: 'Nguồn', year: 'Năm' },
  },
  en: {
    skip: 'To the results', box: 'Words, document number, province, official', find: 'Search',
    published: 'Published', from: 'From', to: 'To', apply: 'Apply', sort: 'Sort by',
    relevance: 'relevance', newest: 'newest', oldest: 'oldest', other: 'Tiếng Việt',
    found: (count) => `${count} article${count === 1 ? '' : 's'}`,
    none: 'No article matches. Try fewer words or filters.',
    undated: 'no date', asWords: 'take as plain words', previous: '‹ Previous', next: 'Next ›',
    failed: 'The search failed', original: 'original', data: 'data',
    groups: (count) => ` (${count} without reprints)`, reprinted: (count) => `Also run in ${count} place${count === 1 ? '' : 's'}`,
    papers: 'May be', open: 'articles that leave open which', every: 'every paper of this number',
    first: 'ran it first', showAll: 'Show all', showOnce: 'Show reprints once',
    facets: { province: 'Province', document: 'Document', official: 'Official',
      type: 'Document type', source: 'Source', year: 'Year' },
  },
};
const PAGE_SIZE = 10;
const FACETS = Object.keys(TEXTS.vi.facets);

const byId = (id) => document.getElementById(id);
const state = () => new URLSearchParams(location.search);
const language = () => (state().get('lang') === 'en' ? 'en' : 'vi');
const texts = () => TEXTS[language()];

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Goes to a new state: an edit of today's parameters, from the first page on. */
function go(edit) {
  const next = state();
  next.delete('offset');
  edit(next);
  history.pushState(null, '', next.size ? `/?${next}` : '/');
  show();
}

/** Text with its marks: ranges of characters, not of UTF-16 units. */
function marked({ text, marks }) {
  const characters = Array.from(text);
  const fragment = document.createDocumentFragment();
  let done = 0;
  for (const [begin, end] of marks) {
    fragment.append(characters.slice(done, begin).join(''),
      element('mark', { textContent: characters.slice(begin, end).join('') }));
    done = end;
  }
  fragment.append(characters.slice(done).join(''));
  return fragment;
}

/** The other members of a reprint group, folded away; the earliest bears a note. */
function reprintList(hit) {
  const { total, first, members } = hit.reprints;
  const known = members.some((member) => member.id === first.id) ? members : [...members, first];
  const note = (member) => [member.source, member.published?.split('-').reverse().join('/') ?? texts().undated,
    member.id === first.id && texts().first].filter(Boolean).join(' · ');
  const items = known.filter((member) => member.id !== hit.id).map((member) => element('li', {},
    element('a', { href: member.url ?? `/api/v1/articles/${encodeURIComponent(member.id)}`, textContent: member.title || member.id }),
    ` – ${note(member)}`));
  return element('details', { className: 'reprints' },
    element('summary', { textContent: texts().reprinted(total - 1) }), element('ul', {}, ...items));
}

function hitItem(hit) {
  const title = element('h2', {}, element('a', { href: hit.url ?? `/api/v1/articles/${encodeURIComponent(hit.id)}` },
    hit.title ? marked(hit.highlighted_title) : hit.id));
  const date = hit.published
    ? element('time', { dateTime: hit.published, textContent: hit.published.split('-').reverse().join('/') })
    : element('span', { className: 'unknown', textContent: texts().undated });
  const facts = element('p', { className: 'facts' }, date);
  for (const text of [hit.source, ...hit.provinces].filter(Boolean)) {
    facts.append(element('span', { textContent: text }));
  }
  facts.append(element('a', { href: `/api/v1/articles/${encodeURIComponent(hit.id)}`, textContent: texts().data }));
  const entities = element('p', { className: 'entities' });
  for (const number of [...new Set(hit.documents)].slice(0, 6)) {
    entities.append(element('button', {
      type: 'button', textContent: number,
      onclick: () => go((next) => { if (!next.getAll('document').includes(number)) next.append('document', number); }),
    }));
  }
  return element('li', {}, title, facts, element('p', { className: 'snippet' }, marked(hit.snippet)), entities,
    ...(hit.reprints ? [reprintList(hit)] : []));
}

function facetBox(name, values) {
  const list = element('ul');
  for (const value of values) {
    const box = element('input', {
      type: 'checkbox', checked: value.selected,
      onchange: () => go((next) => {
        const kept = next.getAll(name).filter((other) => other !== value.value);
        next.delete(name);
        for (const other of box.checked ? [...kept, value.value] : kept) next.append(name, other);
      }),
    });
    list.append(element('li', {}, element('label', {}, box, ` ${value.label} `,
      element('span', { className: 'count', textContent: value.count }))));
  }
  return element('fieldset', {}, element('legend', { textContent: texts().facets[name] }), list);
}

function chipItem(chip) {
  return element('li', {}, element('span', { textContent: chip.label }), element('button', {
    type: 'button', title: texts().asWords, ariaLabel: `${chip.label}: ${texts().asWords}`, textContent: '×',
    onclick: () => go((next) => next.set('q', chip.undo)),
  }));
}

/** The papers that a number in the question may mean, each a way to ask for it alone. */
function paperItems(understood) {
  const chosen = state().getAll('identity');
  const papers = understood.flatMap((chip) => chip.papers ?? []);
  if (papers.length < 2 && !chosen.length) return [];
  const items = papers.map((paper) => {
    const words = [paper.number, paper.date?.split('-').reverse().join('/'), paper.province, paper.title]
      .filter(Boolean).join(' · ');
    const count = element('span', { className: 'count', textContent: paper.count });
    return paper.identity
      ? element('li', {}, element('button', {
        type: 'button', textContent: words, ariaPressed: String(chosen.includes(paper.identity)),
        onclick: () => go((next) => next.set('identity', paper.identity)),
      }), ' ', count)
      : element('li', {}, `${paper.number}: ${texts().open} `, count);
  });
  if (chosen.length) {
    items.push(element('li', {}, element('button', {
      type: 'button', textContent: texts().every, onclick: () => go((next) => next.delete('identity')),
    })));
  }
  return [element('li', { textContent: `${texts().papers}:` }), ...items];
}

/** The question whether something else was meant, as a link to it; what was done is in `relaxed`. */
function correctionLink(correction) {
  if (!correction || correction.applied) return [];
  const next = state();
  next.delete('offset');
  next.set('q', correction.text);
  return [element('a', {
    href: `/?${next}`, textContent: correction.label,
    onclick: (event) => {
      event.preventDefault();
      go((other) => other.set('q', correction.text));
    },
  })];
}

function pageLinks(answer, offset) {
  const link = (to, textContent) => element('a', {
    href: (() => { const next = state(); next.set('offset', to); return `/?${next}`; })(), textContent,
    onclick: (event) => {
      event.preventDefault();
      history.pushState(null, '', event.currentTarget.href);
      show().then(() => byId('results').focus());
    },
  });
  const links = [];
  if (offset > 0) links.push(link(Math.max(0, offset - PAGE_SIZE), texts().previous));
  if (answer.next) links.push(link(offset + PAGE_SIZE, texts().next));
  return links;
}

function render(answer) {
  const offset = Number(state().get('offset') ?? 0);
  byId('summary').textContent = answer.total ? texts().found(answer.total) : texts().none;
  if (answer.total_groups < answer.total) {
    const all = state().get('collapse') === '0';
    byId('summary').append(texts().groups(answer.total_groups), ' ', element('button', {
      type: 'button', textContent: all ? texts().showOnce : texts().showAll,
      onclick: () => go((next) => setOrDelete(next, 'collapse', all ? '' : '0')),
    }));
  }
  byId('relaxed').hidden = !answer.query.relaxed;
  byId('relaxed').textContent = answer.query.relaxed ?? '';
  byId('correction').replaceChildren(...correctionLink(answer.query.correction));
  byId('chips').replaceChildren(...answer.query.understood.map(chipItem));
  byId('papers').replaceChildren(...paperItems(answer.query.understood));
  byId('hits').replaceChildren(...answer.hits.map(hitItem));
  byId('hits').start = offset + 1;
  byId('pages').replaceChildren(...pageLinks(answer, offset));
  byId('facets').replaceChildren(...FACETS.filter((name) => answer.facets[name]?.length)
    .map((name) => facetBox(name, answer.facets[name])));
}

function fail(detail) {
  byId('summary').textContent = `${texts().failed}: ${detail}`;
  for (const id of ['correction', 'chips', 'papers', 'hits', 'pages', 'facets']) byId(id).replaceChildren();
  byId('relaxed').hidden = true;
}

function translate() {
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts()[node.dataset.text];
  byId('language').textContent = texts().other;
  byId('language').lang = language() === 'vi' ? 'en' : 'vi';
}

let latest = 0;

/** Shows the state that the URL holds; an answer that comes late is dropped. */
async function show() {
  const now = state();
  translate();
  byId('q').value = now.get('q') ?? '';
  byId('from').value = now.get('from') ?? '';
  byId('to').value = now.get('to') ?? '';
  byId('sort').value = now.get('sort') ?? 'relevance';
  document.title = now.get('q') ? `${now.get('q')} – Tra Cứu` : 'Tra Cứu';
  now.set('highlight', 'offsets');
  const number = ++latest;
  try {
    const response = await fetch(`/api/v1/search?${now}`);
    const answer = await response.json();
    if (number !== latest) return;
    if (response.ok) render(answer);
    else fail(answer.detail);
  } catch (error) {
    if (number === latest) fail(error.message);
  }
}

function setOrDelete(next, name, value) {
  if (value) next.set(name, value);
  else next.delete(name);
}

byId('search').addEventListener('submit', (event) => {
  event.preventDefault();
  go((next) => setOrDelete(next, 'q', byId('q').value.trim()));
});
byId('filters').addEventListener('submit', (event) => {
  event.preventDefault();
  go((next) => {
    setOrDelete(next, 'from', byId('from').value.trim());
    setOrDelete(next, 'to', byId('to').value.trim());
  });
});
byId('sort').addEventListener('change', () => go((next) => setOrDelete(next, 'sort',
  byId('sort').value === 'relevance' ? '' : byId('sort').value)));
byId('language').addEventListener('click', () => go((next) => setOrDelete(next, 'lang', language() === 'vi' ? 'en' : '')));
addEventListener('popstate', show);
show();
