// A real server for calendars, with one user and one list, gone with the test; and another program that works on the list.

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { emptyFolder, root } from '../browser/support.mjs';

const PYTHON = join(root, '.tools/team/bin/python');
export const USER = 'ann';
export const PASSWORD = 'a quiet pässword';
export const LIST = `${USER}/tasks/`;

const MAKE = `<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
<resourcetype><collection/><C:calendar/></resourcetype></prop></set></mkcol>`;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts it: `{ port, stop(), start(), other(...), text(name) }`. */
export async function radicale(t) {
  if (!existsSync(PYTHON)) {
    throw new Error('There is no server for calendars. Please run scripts/setup; it needs Python 3 with venv (on Debian: apt-get install python3-venv).');
  }
  const folder = await emptyFolder(t);
  const port = await freePort();
  const users = join(folder, 'users');
  await mkdir(join(folder, 'lists'));
  await writeFile(users, `${USER}:${PASSWORD}\n`);
  const address = `http://127.0.0.1:${port}/${LIST}`;
  const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  const ask = (path, options) => fetch(address + path, { ...options, headers: { authorization, ...options?.headers } });
  let running;

  async function start() {
    const options = ['auth-type=htpasswd', `auth-htpasswd-filename=${users}`, 'auth-htpasswd-encryption=plain'];
    const places = [`server-hosts=127.0.0.1:${port}`, `storage-filesystem-folder=${join(folder, 'lists')}`];
    const all = [...options, ...places, 'auth-delay=0', 'logging-level=error'].map((option) => `--${option}`);
    running = spawn(PYTHON, ['-m', 'radicale', ...all], { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await ask('', { method: 'OPTIONS' }).catch(() => undefined)) return;
      await pause(100);
    }
    throw new Error('Radicale does not start.');
  }

  async function stop() {
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill();
    await ended;
  }

  /** What another program does: `tick NAME`, `note NAME TEXT`, `list`. */
  async function other(...words) {
    const { stdout } = await promisify(execFile)(PYTHON, [join(root, 'tests/servers/other.py'), address, USER, PASSWORD, ...words]);
    return stdout && JSON.parse(stdout);
  }

  await start();
  t.after(() => stop().catch(() => {}));
  const made = await ask('', { method: 'MKCOL', body: MAKE, headers: { 'content-type': 'application/xml' } });
  if (made.status !== 201) throw new Error(`The list cannot be made: ${made.status}`);
  return { port, start, stop, other, ask };
}
