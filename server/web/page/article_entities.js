// What was recognized in an article, as spans of its text.
import { dayInWords, documentAddress, officialAddress, searchAddress, texts } from './language.js';
import { reasonInWords } from './reasons.js';

function documentSpans({ documents }) {
  return documents.flatMap((paper) => paper.mentions.map((mention) => ({
    kind: 'document', begin: mention.begin, end: mention.end, name: paper.number, address: documentAddress(paper.number, paper.identity ? { identity: paper.identity } : {}),
    facts: [
      [paper.type, paper.number].filter(Boolean).join(' '), paper.date && dayInWords(paper.date), paper.title,
      `${reasonInWords(paper.reason)} (${texts.confidence(paper.confidence)})`,
    ],
    sentence: mention.sentence,
  })));
}

function officialSpans({ officials }) {
  return officials.map((mention) => ({
    kind: 'official', begin: mention.begin, end: mention.end, name: mention.name, address: officialAddress(mention.name),
    facts: [mention.name, ...mention.posts.map((post) => [post.position, post.organisation].filter(Boolean).join(', '))],
    sentence: mention.sentence,
  }));
}

function provinceSpans({ provinces }) {
  return provinces.map((mention) => ({
    kind: 'province', begin: mention.begin, end: mention.end, name: mention.name, address: searchAddress({ province: mention.name }),
    facts: [mention.name, mention.today !== mention.name ? `${texts.today}: ${mention.today}` : ''],
    sentence: mention.sentence,
  }));
}

function dateSpans({ dates }) {
  return dates.map((mention) => ({
    kind: 'date', begin: mention.begin, end: mention.end, name: mention.iso, address: null,
    facts: [mention.iso.includes('/') ? mention.iso : dayInWords(mention.iso), texts.roles[mention.role] ?? mention.role],
    sentence: mention.sentence,
  }));
}

/** Spans in order, none over another: of two that overlap the earlier and longer one stays. */
export function entitySpans({ entities }) {
  const all = [...documentSpans(entities), ...officialSpans(entities), ...provinceSpans(entities), ...dateSpans(entities)];
  all.sort((left, right) => left.begin - right.begin || right.end - left.end);
  let done = 0;
  return all.filter(({ begin, end }) => {
    if (begin < done) return false;
    done = end;
    return true;
  });
}
