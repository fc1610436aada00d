// One window: what a person does with keys, pointer and eyes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Only a page that never gets there waits this long: a busy machine is slow, not wrong.
const PATIENCE_MS = 30_000;
const KEYS = {
  Enter: { keyCode: 13, text: '\r' }, Tab: { keyCode: 9 }, Escape: { keyCode: 27 }, ArrowUp: { keyCode: 38 }, ArrowDown: { keyCode: 40 },
  ArrowLeft: { keyCode: 37 }, ArrowRight: { keyCode: 39 }, Home: { keyCode: 36 }, End: { keyCode: 35 }, Backspace: { keyCode: 8 },
  PageUp: { keyCode: 33 }, PageDown: { keyCode: 34 }, Space: { keyCode: 32, text: ' ', key: ' ' },
};

export class Page {
  constructor(send, close) {
    this.send = send;
    this.close = close;
    this.troubles = [];
    this.requests = [];
    this.loads = [];
  }

  async start({ width, height, dark, script, scale, touch }) {
    await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable', 'Network.enable'].map((method) => this.send(method)));
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: touch });
    if (touch) await this.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await this.prefer([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    if (!script) await this.send('Emulation.setScriptExecutionDisabled', { value: true });
  }

  prefer(features) {
    return this.send('Emulation.setEmulatedMedia', { features });
  }

  receive(method, params) {
    if (method === 'Page.loadEventFired') this.loads.splice(0).forEach((resolve) => resolve());
    if (method === 'Network.requestWillBeSent') this.requests.push(params.request.url);
    if (method === 'Runtime.exceptionThrown') this.troubles.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === 'Log.entryAdded' && params.entry.level === 'error') this.troubles.push(`${params.entry.text} ${params.entry.url ?? ''}`);
    if (method === 'Runtime.consoleAPICalled' && params.type === 'error') this.troubles.push(JSON.stringify(params.args));
  }

  async goto(address) {
    const loaded = new Promise((resolve) => { this.loads.push(resolve); });
    await this.send('Page.navigate', { url: address });
    await loaded;
  }

  /** Runs a function in the page with arguments that JSON can carry; returns what it returns. */
  async run(what, ...given) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression: `(${what})(...${JSON.stringify(given)})`, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until the function returns something true in the page; a page that is just being left may throw. */
  async until(what, ...given) {
    const end = Date.now() + PATIENCE_MS;
    let last;
    while (Date.now() < end) {
      try {
        last = await this.run(what, ...given);
        if (last) return last;
      } catch (error) {
        last = error.message;
      }
      await new Promise((resolve) => { setTimeout(resolve, 25); });
    }
    throw new Error(`waited in vain for ${what} ${JSON.stringify(given)}; last: ${JSON.stringify(last)}`);
  }

  has(selector) {
    return this.until((wanted) => Boolean(document.querySelector(wanted)), selector);
  }

  text(selector) {
    return this.run((wanted) => document.querySelector(wanted)?.textContent ?? null, selector);
  }

  count(selector) {
    return this.run((wanted) => document.querySelectorAll(wanted).length, selector);
  }

  /** Waits until the search page shows the answer to the state of its URL. */
  settled() {
    return this.until(() => document.readyState === 'complete' && document.querySelector('#tools') !== null
      && !document.querySelector('#results').hasAttribute('aria-busy'));
  }

  async press(key, { shift = false, alt = false, control = false } = {}) {
    const known = KEYS[key] ?? { keyCode: key.toUpperCase().charCodeAt(0), text: key };
    const event = {
      key: known.key ?? key, code: KEYS[key] ? key : undefined, windowsVirtualKeyCode: known.keyCode,
      modifiers: (alt ? 1 : 0) + (control ? 2 : 0) + (shift ? 8 : 0),
    };
    await this.send('Input.dispatchKeyEvent', { ...event, type: known.text ? 'keyDown' : 'rawKeyDown', text: known.text });
    await this.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' });
  }

  async type(text) {
    for (const character of text) await this.press(character);
  }

  /**
   * Where one would press: the middle of the thing, once it stands still and nothing lies over it. What arrives
   * late pushes the page down, and a pointer that was already aimed would hit what moved under it.
   */
  place(selector) {
    return this.until(async (wanted) => {
      const found = document.querySelector(wanted);
      if (!found) return null;
      found.scrollIntoView({ block: 'center' });
      // A link may run over two lines: its first line is surely a part of it.
      const where = () => found.getClientRects()[0];
      const before = where();
      await new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); });
      const box = where();
      if (!before || !box || before.x !== box.x || before.y !== box.y) return null;
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const hit = document.elementFromPoint(x, y);
      return found.contains(hit) || hit?.contains(found) ? { x, y, left: box.x, right: box.right } : null;
    }, selector);
  }

  async mouse(type, x, y, buttons = 1) {
    await this.send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', buttons, clickCount: 1 });
  }

  async click(selector) {
    const { x, y } = await this.place(selector);
    await this.mouse('mouseMoved', x, y, 0);
    await this.mouse('mousePressed', x, y);
    await this.mouse('mouseReleased', x, y, 0);
  }

  /** Keeps a picture of the window among the test's output, for people to look at. */
  async picture(name, { whole = false } = {}) {
    const folder = process.env.TRACUU_PICTURES;
    if (!folder) return;
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: whole });
    const file = join(folder, `${name}.png`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
}
