// The lists that narrow the result: every value with its exact count.
import { facetBox } from './facet_box.js';
import { matchBox } from './match_box.js';

const ORDER = ['province', 'document', 'official', 'type', 'issuer', 'source', 'year'];

/** A box for each facet that has values, as the search answers `facets`, and how words match. */
export function facetBoxes(facets, now) {
  return [...ORDER.filter((name) => facets[name]?.length).map((name) => facetBox(name, facets[name], now)), ...matchBox(now)];
}
