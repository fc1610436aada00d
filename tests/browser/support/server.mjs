// Indexes folders of captures with the real indexer and serves them with the real server.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const CORPUS = join(process.env.TRACUU_SOURCE_DIR, 'corpus', 'articles');

export class Server {
  /** `pages` are folders or files; `options` go to the server. */
  static async over(pages, options = []) {
    const server = new Server();
    server.folder = mkdtempSync(join(tmpdir(), 'tracuu-index-'));
    const index = join(server.folder, 'index');
    execFileSync(process.env.TRACUU_INDEXER, ['build', '--quiet', '--index', index, ...pages], { stdio: 'ignore' });
    server.process = spawn(process.env.TRACUU_SERVER, ['--index', index, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
    server.address = await new Promise((resolve, reject) => {
      server.process.stdout.on('data', (text) => resolve(/http:\/\/[^/\s]+/.exec(String(text))[0]));
      server.process.once('exit', () => reject(new Error('the server did not start')));
    });
    return server;
  }

  async close() {
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.process.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
