// Drives a headless Chromium over the DevTools protocol, through a pipe: no port, no library.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Page } from './page.mjs';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-extensions', '--hide-scrollbars', '--force-color-profile=srgb',
  '--disable-dev-shm-usage', '--remote-debugging-pipe', '--lang=vi'];
const PATIENCE_MS = 20_000;
// Windows tried: on a machine without a moment to spare one may never come up.
const TRIES = 3;

export class Chromium {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'tracuu-chromium-'));
    this.process = spawn(process.env.TRACUU_CHROMIUM ?? 'chromium', [...FLAGS, `--user-data-dir=${this.folder}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    [, , , this.input, this.output] = this.process.stdio;
    this.number = 0;
    this.waiting = new Map();
    this.sessions = new Map();
    let rest = '';
    this.output.setEncoding('utf8');
    this.output.on('data', (text) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop();
      for (const message of messages) this.receive(JSON.parse(message));
    });
  }

  receive(message) {
    if (message.id) {
      const { resolve, reject, method } = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.error) reject(new Error(`${method}: ${message.error.message}`));
      else resolve(message.result);
    } else {
      this.sessions.get(message.sessionId)?.(message.method, message.params);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    this.number += 1;
    const id = this.number;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE_MS);
      const done = (then) => (value) => { clearTimeout(late); then(value); };
      this.waiting.set(id, { resolve: done(resolve), reject: done(reject), method });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Opens a window of its own profile. `size` in CSS pixels; `features` as of prefers-... media. */
  async page(wanted = {}) {
    for (let left = TRIES - 1; ; left -= 1) {
      try {
        return await this.open({ width: 1280, height: 900, dark: false, script: true, scale: 1, touch: false, ...wanted });
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  async open(looks) {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page((method, params) => this.send(method, params, sessionId), () => this.send('Target.disposeBrowserContext', { browserContextId }));
    this.sessions.set(sessionId, (method, params) => page.receive(method, params));
    await page.start(looks);
    return page;
  }

  async close() {
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.send('Browser.close').catch(() => {});
    await ended;
    // Its helpers may still write for a moment.
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
