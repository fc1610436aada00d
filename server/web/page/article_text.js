// The cleaned text with its entities marked by kind, each with its evidence on hover and focus.
import { element } from './dom.js';
import { texts } from './language.js';

const KINDS = ['document', 'official', 'province', 'date'];

/** One card for the whole page: it says what the entity under pointer or focus is. */
function evidenceCard() {
  const card = element('div', { id: 'evidence', className: 'evidence', role: 'tooltip', hidden: true });
  document.body.append(card);
  let pause = 0;
  const hide = () => { card.hidden = true; };
  card.addEventListener('pointerenter', () => clearTimeout(pause));
  card.addEventListener('pointerleave', hide);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  const show = (mark, span) => {
    clearTimeout(pause);
    const [title, ...facts] = span.facts.filter(Boolean);
    card.replaceChildren(
      element('p', { className: 'kind', textContent: texts.kindsOfEntity[span.kind] }), element('p', { className: 'name', textContent: title }),
      ...facts.map((fact) => element('p', { textContent: fact })),
      element('p', { className: 'sentence' }, element('span', { className: 'kind', textContent: `${texts.evidence}: ` }), span.sentence));
    card.hidden = false;
    const at = mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left, innerWidth - card.offsetWidth - 8));
    const below = at.bottom + 6;
    const top = below + card.offsetHeight > innerHeight ? Math.max(8, at.top - card.offsetHeight - 6) : below;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };
  return { show, hideSoon: () => { pause = setTimeout(hide, 200); } };
}

function entityMark(span, words, card) {
  const properties = { className: `entity ${span.kind}`, textContent: words, 'aria-describedby': 'evidence' };
  const mark = span.address ? element('a', { ...properties, href: span.address }) : element('span', { ...properties, tabIndex: 0, role: 'note' });
  for (const event of ['pointerenter', 'focus']) mark.addEventListener(event, () => card.show(mark, span));
  for (const event of ['pointerleave', 'blur']) mark.addEventListener(event, () => card.hideSoon());
  return mark;
}

/** The text below the title. Spans are bytes of the whole text in UTF-8; a paragraph is a line. */
export function markedText(article, spans) {
  const card = evidenceCard();
  const bytes = new TextEncoder().encode(article.text);
  const decoder = new TextDecoder();
  const body = element('div', { id: 'text', className: 'text', lang: 'vi' });
  let paragraph = element('p');
  const write = (begin, end) => {
    const [head, ...lines] = decoder.decode(bytes.subarray(begin, end)).split('\n');
    paragraph.append(head);
    for (const line of lines) {
      if (paragraph.hasChildNodes() && paragraph.textContent.trim()) body.append(paragraph);
      paragraph = element('p', {}, line);
    }
  };
  let done = article.title_size;
  for (const span of spans) {
    if (span.begin < done) continue;
    write(done, span.begin);
    const words = decoder.decode(bytes.subarray(span.begin, span.end)).replaceAll('\n', ' ');
    paragraph.append(entityMark(span, words, card));
    done = span.end;
  }
  write(done, bytes.length);
  if (paragraph.textContent.trim()) body.append(paragraph);
  return body;
}

/** The legend: a switch for each kind that is in the text. */
export function showKinds(spans, text) {
  const box = (kind) => {
    const count = spans.filter((span) => span.kind === kind).length;
    const input = element('input', {
      type: 'checkbox', checked: true, onchange: () => text.classList.toggle(`without-${kind}`, !input.checked),
    });
    return count ? element('label', { className: `legend-kind ${kind}` }, input,
      element('span', { textContent: texts.kindsOfEntity[kind] }), element('span', { className: 'count', textContent: texts.number(count) })) : null;
  };
  if (!spans.length) return element('p', { className: 'aside', textContent: texts.noEntities });
  return element('fieldset', { className: 'kinds' }, element('legend', { textContent: texts.articleMarks }), ...KINDS.map(box));
}

