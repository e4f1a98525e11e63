// WebKit, as GTK has it, over plain WebDriver, on a screen that nobody sees.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { find, keepFiles } from './in-page.mjs';
import { until } from './journey.mjs';

const DRIVER = process.env.WEBKIT_DRIVER || 'WebKitWebDriver';
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = { Enter: '\uE007', Tab: '\uE004', Delete: '\uE017' };
export const INSTALL =
  'WebKit is not installed: please run scripts/setup, or apt-get install webkit2gtk-driver xvfb (or name its driver in $WEBKIT_DRIVER).';

const isInstalled = (command) =>
  command.includes('/')
    ? existsSync(command)
    : process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, command)));

/** A program of our own process group, and what it says first of what is looked for. */
function start(command, args, { env, says }) {
  const child = spawn(command, args, { detached: true, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const told = new Promise((resolve, reject) => {
    let said = '';
    for (const stream of child.stdio.slice(1)) {
      stream.on('data', (bytes) => {
        said += bytes;
        const found = says?.exec(said);
        if (found) resolve(found[1]);
      });
    }
    child.on('error', reject);
    child.on('exit', () => reject(new Error(`${command} did not start: ${said}`)));
  });
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  return { told, end };
}

/** A port that nobody listens on at the moment. */
async function freePort() {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function startWebKit(folder) {
  if (![DRIVER, 'Xvfb'].every(isInstalled)) throw new Error(INSTALL);
  await mkdir(folder, { recursive: true });
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { says: /(\d+)\n/ });
  const port = await freePort();
  const home = { HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const env = { ...home, DISPLAY: `:${await screen.told}`, NO_AT_BRIDGE: '1', LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
  const driver = start(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], { env });
  // It says nothing: it is there once it answers.
  driver.told.catch(() => {});

  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const isReady = () => ask('GET', '/status').then(({ ready }) => ready, () => false);
  await until(isReady, 'the driver of WebKit answers');
  const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } } });
  const session = (method, path, body) => ask(method, `/session/${sessionId}${path}`, body);
  await session('POST', '/timeouts', { script: 30_000, pageLoad: 60_000 });
  await session('POST', '/window/rect', { width: 1280, height: 1000 });

  const script = (body, args) => session('POST', '/execute/sync', { script: body, args });
  const element = async (role, name) => (await script(`return (${find})(...arguments)`, [role, name]))[ELEMENT];
  const keys = (id, value) => session('POST', `/element/${id}/value`, { text: value });
  const engine = {
    async open(url) {
      await session('POST', '/url', { url });
      await engine.run(`(${keepFiles})()`);
    },
    async reload() {
      await session('POST', '/refresh');
      await engine.run(`(${keepFiles})()`);
    },
    run: (body, ...args) =>
      session('POST', '/execute/async', {
        script: `const [args, done] = arguments; (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
        args: [args],
      }).then(({ value, error }) => {
        if (error) throw new Error(error);
        return value;
      }),
    async click(role, name) {
      await session('POST', `/element/${await element(role, name)}/click`);
    },
    async type(role, name, text) {
      const field = await element(role, name);
      await session('POST', `/element/${field}/clear`);
      await keys(field, text);
    },
    async press(key) {
      const focused = await session('GET', '/element/active');
      await keys(focused[ELEMENT], KEYS[key]);
    },
    async exported() {
      const known = await engine.run('return window.handedOut.length');
      await engine.click('button', 'Export JSON');
      return until(() => engine.run('return window.handedOut[args[0]]', known), 'the file is handed out');
    },
    async importFile(text) {
      const file = join(folder, 'import.json');
      await writeFile(file, text);
      await keys(await element('file', 'Import a plan'), file);
    },
    async close() {
      await session('DELETE', '').catch(() => {});
      driver.end();
      screen.end();
    },
  };
  return engine;
}
