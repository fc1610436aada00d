// The URL is the whole state of the search page. Nothing is remembered elsewhere.

export const FILTERS = ['province', 'document', 'identity', 'official', 'type', 'issuer', 'source', 'year', 'month'];
export const MATCHES = ['auto', 'all', 'any', 'prefix'];
export const PAGE_SIZE = 10;
/** Parameters that the address of the page shares with the API, in its canonical order. */
const NAMES = ['q', ...FILTERS, 'from', 'to', 'sort', 'match', 'province_view', 'locality', 'offset', 'collapse', 'lang'];

let listener = () => {};

/** What the URL says; what others have hung on it is left out. */
export function state(search = location.search) {
  const given = new URLSearchParams(search);
  const known = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of given.getAll(name)) if (value) known.append(name, value);
  }
  return known;
}

export const addressOf = (parameters) => (parameters.size ? `/?${parameters}` : '/');

/** The state after an edit, from its first page on unless the edit says otherwise. */
export function edited(edit) {
  const next = state();
  next.delete('offset');
  edit(next);
  return next;
}

export function setOrDelete(parameters, name, value) {
  if (value) parameters.set(name, value);
  else parameters.delete(name);
}

/** `values` with `value` put in or taken out. */
export const toggled = (values, value) => (values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);

/**
 * Makes `values` those of a filter. Controls pass what the answer says is on: the address may hold
 * another writing of it, or a province as it was called then.
 */
export function chooseValues(parameters, name, values) {
  parameters.delete(name);
  for (const value of values) parameters.append(name, value);
}

/** Puts `value` of a filter in or takes it out, as the address writes it. */
export function toggle(parameters, name, value) {
  chooseValues(parameters, name, toggled(parameters.getAll(name), value));
}

/** Goes to the state after an edit. `focus` is the id of what gets the focus then. */
export function go(edit, focus) {
  open(addressOf(edited(edit)), focus);
}

/** Goes to an address of the search page. */
export function open(address, focus) {
  history.pushState(null, '', address);
  listener(focus);
}

/** Drops every filter and date, and how words must match. */
export function dropFilters(parameters) {
  for (const name of [...FILTERS, 'from', 'to', 'locality', 'match']) parameters.delete(name);
}

/** How words must match, as the address says; "auto" where it says nothing that is known. */
export const matchOf = (parameters) => MATCHES.find((name) => name === parameters.get('match')) ?? 'auto';

export const hasFilters = (parameters) => [...FILTERS, 'from', 'to'].some((name) => parameters.has(name));

/** Calls `show` whenever the state changes, by a link, a control or the back button. */
export function onChange(show) {
  listener = show;
  addEventListener('popstate', () => show());
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-state]');
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented) return;
    event.preventDefault();
    open(link.getAttribute('href'), link.dataset.state);
  });
}
