// The box with suggestions: a combobox by the ARIA authoring practices, with list autocompletion
// and manual selection. Focus never leaves the box; arrows move aria-activedescendant.
import { latestOnly } from './api.js';
import { announce, element } from './dom.js';
import { texts } from './language.js';
import { fillSuggestions } from './suggestions.js';

const PAUSE_MS = 150;
const SUGGESTIONS_OF_A_KIND = '4';

class Combobox {
  constructor(form, input, leave) {
    this.input = input;
    this.leave = leave;
    this.options = [];
    this.active = -1;
    this.pause = 0;
    this.askLatest = latestOnly();
    this.list = element('div', { role: 'listbox', id: 'suggestions', className: 'suggestions', hidden: true, 'aria-label': texts.suggestions });
    input.after(this.list);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'suggestions', 'aria-haspopup': 'listbox' };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    input.addEventListener('input', (event) => this.typed(event));
    input.addEventListener('compositionend', () => this.lookSoon());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    // A press must not take the focus from the box: the list would be gone before the click.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.clicked(event));
    form.addEventListener('submit', () => this.close());
  }

  typed(event) {
    // While Telex or VNI puts a syllable together its letters are not yet a question.
    if (event.isComposing) return;
    this.lookSoon();
  }

  lookSoon() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.look(), PAUSE_MS);
  }

  async look() {
    const q = this.input.value.trim();
    if (!q && document.activeElement !== this.input) return;
    try {
      const answer = await this.askLatest('suggest', new URLSearchParams({ q, limit: SUGGESTIONS_OF_A_KIND }));
      if (document.activeElement === this.input && this.input.value.trim() === q) this.open(answer.groups);
    } catch (error) {
      // Without suggestions the box is still a box.
      if (error.name !== 'AbortError') this.close();
    }
  }

  open(groups) {
    this.options = fillSuggestions(this.list, groups);
    this.setActive(-1);
    const some = this.options.length > 0;
    this.list.hidden = !some;
    this.input.setAttribute('aria-expanded', String(some));
    announce(texts.suggested(this.options.length));
  }

  close() {
    clearTimeout(this.pause);
    this.list.hidden = true;
    this.setActive(-1);
    this.input.setAttribute('aria-expanded', 'false');
  }

  setActive(index) {
    this.options[this.active]?.node.setAttribute('aria-selected', 'false');
    this.active = index;
    const chosen = this.options[index];
    if (!chosen) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    chosen.node.setAttribute('aria-selected', 'true');
    chosen.node.scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', chosen.node.id);
  }

  /** Arrows go round, over the box itself: -1 is what was typed. */
  step(by) {
    const places = this.options.length + 1;
    this.setActive(((this.active + 1 + by + places) % places) - 1);
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!isOpen) this.look();
      else if (!event.altKey) this.step(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowUp') this.close();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isOpen) this.close();
      else this.input.value = '';
    } else if (event.key === 'Enter' && isOpen && this.active >= 0) {
      event.preventDefault();
      this.choose(this.options[this.active]);
    } else if ((event.key === 'Home' || event.key === 'End') && isOpen) {
      // They move the caret, as in any text; what was active is so no more.
      this.setActive(-1);
    }
  }

  clicked(event) {
    const chosen = this.options.find(({ node }) => node.contains(event.target));
    if (chosen) this.choose(chosen);
  }

  choose({ address, leaves }) {
    this.close();
    if (leaves) location.assign(address);
    else this.leave(address);
  }
}

/** Makes `input` of `form` a combobox. `leave` opens the address of a chosen search. */
export function wireBox(form, input, leave = (address) => location.assign(address)) {
  const box = new Combobox(form, input, leave);
  // The key by which many sites go to their search.
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  return box;
}
