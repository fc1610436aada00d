// <tracuu-search-box>: the search of Tra Cứu in another site's page. One file, no dependencies.
//
//   <script src="https://ENGINE/embed/search-box.js" defer></script>
//   <tracuu-search-box lang="vi" province="Hải Phòng" target="_blank">
//     <form action="https://ENGINE/" target="_blank"><input name="q" type="search"> <button>Tìm</button></form>
//   </tracuu-search-box>
//
// endpoint: address of the engine; without it, where this file came from. lang: vi or en. province: searches are
// about this province. target: where results open, as of a link. The form inside works where no script
// runs. Suggestions need the portal on the engine's list of origins (--cors-origin); without them the box
// still searches. Colours and sizes: --tracuu-accent, --tracuu-text, --tracuu-back, --tracuu-line, --tracuu-radius,
// --tracuu-font, --tracuu-height. Events: tracuu-search, cancelable, with detail.address.
(() => {
  const SCRIPT = document.currentScript?.src;
  const PAUSE_MS = 150;
  const TEXTS = {
    vi: {
      label: 'Tìm trong tin công nghệ thông tin của các tỉnh', example: 'Từ khóa, số văn bản, tên lãnh đạo', find: 'Tìm',
      list: 'Gợi ý', some: (count) => `${count} gợi ý, dùng phím mũi tên để chọn`, none: 'Không có gợi ý', inside: (province) => `Tìm tin về ${province}`,
    },
    en: {
      label: "Search the ICT news of Vietnam's provinces", example: 'Words, document numbers, officials', find: 'Search',
      list: 'Suggestions', some: (count) => `${count} suggestions, use the arrow keys`, none: 'No suggestions', inside: (province) => `Search news about ${province}`,
    },
  };
  const STYLE = `
:host{display:block;--a:var(--tracuu-accent,light-dark(#0b5c54,#74d0c3));--t:var(--tracuu-text,light-dark(#1b1d1f,#e9eaec));
--b:var(--tracuu-back,light-dark(#fff,#15171a));--l:var(--tracuu-line,light-dark(#7d858e,#7f8891));--r:var(--tracuu-radius,.4rem);--h:var(--tracuu-height,2.5rem);
font:var(--tracuu-font,1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif);color:var(--t)}
:host([hidden]){display:none}
*{box-sizing:border-box}
form{display:flex;gap:.4rem;margin:0}
.box{position:relative;flex:1;min-width:0}
input,button{font:inherit;min-height:max(24px,var(--h));border-radius:var(--r);border:1px solid var(--l);color:var(--t);background:var(--b);padding:.25rem .8rem;margin:0}
input{width:100%}
button{background:var(--a);border-color:var(--a);color:var(--b);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.list{position:absolute;z-index:2147483000;top:calc(100% + .25rem);left:0;right:0;margin:0;padding:.3rem 0;background:var(--b);border:1px solid var(--l);
border-radius:var(--r);box-shadow:0 .6rem 1.6rem rgb(0 0 0/.18);max-height:22rem;overflow:auto}
.list[hidden]{display:none}
ul,li{list-style:none;margin:0;padding:0}
.name{font-size:.8125em;opacity:.8;padding:.3rem .8rem .1rem}
.option{display:flex;justify-content:space-between;gap:1rem;padding:.3rem .8rem;min-height:1.9rem;cursor:pointer}
.option:hover{text-decoration:underline}
.option[aria-selected=true]{background:var(--a);color:var(--b)}
.hint{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`;

  const make = (tag, attributes = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };

  class TracuuSearchBox extends HTMLElement {
    static observedAttributes = ['lang', 'province', 'target', 'endpoint'];

    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      root.adoptedStyleSheets = [sheet];
      this.options = [];
      this.active = -1;
      this.input = make('input', {
        type: 'search', name: 'q', id: 'q', maxlength: '400', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search',
        role: 'combobox', 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox', 'aria-expanded': 'false', 'aria-controls': 'list',
      });
      this.list = make('div', { class: 'list', role: 'listbox', id: 'list' });
      this.list.hidden = true;
      this.button = make('button', { type: 'submit' });
      this.said = make('p', { class: 'hint', role: 'status' });
      this.form = make('form', { role: 'search', method: 'get' }, make('div', { class: 'box' }, this.input, this.list), this.button);
      root.append(this.form, this.said);
      this.wire();
      this.word();
    }

    attributeChangedCallback() {
      if (this.shadowRoot) this.word();
    }

    /** The engine's address, without a path. */
    get engine() {
      return new URL(this.getAttribute('endpoint') || SCRIPT || '/', document.baseURI).origin;
    }

    get texts() {
      const nearest = this.getAttribute('lang') || this.closest('[lang]')?.lang || 'vi';
      return nearest.startsWith('en') ? TEXTS.en : TEXTS.vi;
    }

    /** Puts texts and addresses in, by the attributes. */
    word() {
      const province = this.getAttribute('province');
      const label = province ? this.texts.inside(province) : this.texts.label;
      this.input.setAttribute('aria-label', label);
      this.input.placeholder = province ? label : this.texts.example;
      this.list.setAttribute('aria-label', this.texts.list);
      this.button.textContent = this.texts.find;
      this.form.action = `${this.engine}/`;
      this.form.target = this.getAttribute('target') ?? '';
    }

    wire() {
      this.input.addEventListener('input', (event) => { if (!event.isComposing) this.lookSoon(); });
      this.input.addEventListener('compositionend', () => this.lookSoon());
      this.input.addEventListener('keydown', (event) => this.key(event));
      this.input.addEventListener('blur', () => this.close());
      this.list.addEventListener('mousedown', (event) => event.preventDefault());
      this.list.addEventListener('click', (event) => {
        const chosen = this.options.find(({ node }) => node.contains(event.target));
        if (chosen) this.leave(chosen.address);
      });
      this.form.addEventListener('submit', (event) => {
        event.preventDefault();
        this.leave(this.address('/', new URLSearchParams({ q: this.input.value.trim() })));
      });
    }

    /** An address of the engine, with the language and the province of this box. */
    address(path, parameters) {
      const province = this.getAttribute('province');
      if (province && path === '/' && !parameters.has('province')) parameters.append('province', province);
      if (this.texts === TEXTS.en) parameters.set('lang', 'en');
      return `${this.engine}${path}${parameters.size ? `?${parameters}` : ''}`;
    }

    leave(address) {
      this.close();
      const asked = new CustomEvent('tracuu-search', { bubbles: true, composed: true, cancelable: true, detail: { address } });
      if (!this.dispatchEvent(asked)) return;
      const target = this.getAttribute('target');
      if (target && target !== '_self') window.open(address, target, target === '_blank' ? 'noopener' : '');
      else location.assign(address);
    }

    lookSoon() {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.look(), PAUSE_MS);
    }

    async look() {
      const q = this.input.value.trim();
      this.running?.abort();
      const running = new AbortController();
      this.running = running;
      const lang = this.texts === TEXTS.en ? 'en' : 'vi';
      try {
        const response = await fetch(`${this.engine}/api/v1/suggest?${new URLSearchParams({ q, limit: '3', lang })}`, { signal: running.signal, credentials: 'omit' });
        const answer = await response.json();
        if (response.ok && !running.signal.aborted && this.shadowRoot.activeElement === this.input) this.open(answer.groups);
      } catch {
        // Refused by the engine's list of origins, or offline: the box goes on without suggestions.
        if (!running.signal.aborted) this.close();
      }
    }

    open(groups) {
      this.options = [];
      this.list.replaceChildren(...groups.filter(({ items }) => items.length).map(({ kind, label, items }) => {
        const nodes = items.map((item) => {
          const node = make('li', { role: 'option', class: 'option', id: `option-${this.options.length}`, 'aria-selected': 'false' },
            make('span', {}, item.label), make('span', {}, kind === 'title' ? '' : String(item.count)));
          const address = kind === 'title' && item.id ? this.address(`/articles/${encodeURIComponent(item.id)}`, new URLSearchParams())
            : this.address('/', new URLSearchParams(item.query));
          this.options.push({ node, address });
          return node;
        });
        return make('ul', { role: 'group', 'aria-label': label }, make('li', { role: 'presentation', class: 'name' }, label), ...nodes);
      }));
      this.activate(-1);
      this.list.hidden = !this.options.length;
      this.input.setAttribute('aria-expanded', String(!this.list.hidden));
      this.said.textContent = this.options.length ? this.texts.some(this.options.length) : this.texts.none;
    }

    close() {
      clearTimeout(this.pause);
      this.list.hidden = true;
      this.activate(-1);
      this.input.setAttribute('aria-expanded', 'false');
    }

    activate(index) {
      this.options[this.active]?.node.setAttribute('aria-selected', 'false');
      this.active = index;
      const node = this.options[index]?.node;
      if (!node) {
        this.input.removeAttribute('aria-activedescendant');
        return;
      }
      node.setAttribute('aria-selected', 'true');
      node.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', node.id);
    }

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const isOpen = !this.list.hidden;
      const places = this.options.length + 1;
      const step = { ArrowDown: 1, ArrowUp: places - 1 }[event.key];
      if (step) {
        event.preventDefault();
        if (isOpen) this.activate(((this.active + 1 + step) % places) - 1);
        else this.look();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        if (isOpen) this.close();
        else this.input.value = '';
      } else if (event.key === 'Enter' && isOpen && this.active >= 0) {
        event.preventDefault();
        this.leave(this.options[this.active].address);
      } else if (event.key === 'Home' || event.key === 'End') {
        this.activate(-1);
      }
    }
  }

  if (!customElements.get('tracuu-search-box')) customElements.define('tracuu-search-box', TracuuSearchBox);
})();
