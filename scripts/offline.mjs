// What a built site needs to be kept on a device: the list of its files with their digests, and the version, which stands
// in the page and in offline.js. Called last by scripts/finish.mjs; may be called again for a site that was changed.

import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const SCRIPT = 'offline.js';
// The whole site once more: it is for other devices.
const ONE_FILE = 'followthrough.html';
// The host's own: it says where a team's list is, and is asked for anew.
const HOSTS = 'team.json';
const LIST = /^files-[0-9a-f]{16}\.json$/;

/** Writes them into a site, and gives its version. */
export async function keepable(site) {
  const at = (name) => join(site, name);
  const script = (await readFile(at(SCRIPT), 'utf8')).replace(/^const BUILD=.*;\n/, '');
  const page = (await readFile(at('index.html'), 'utf8')).replace(/ data-version="?\w+"?/, '');
  const all = await namesIn(site);
  await Promise.all(all.filter((name) => LIST.test(name)).map((name) => rm(at(name))));

  const files = {};
  for (const name of all.filter((name) => name !== SCRIPT && name !== 'index.html' && name !== ONE_FILE && name !== HOSTS && !LIST.test(name))) {
    files[name] = integrity(await readFile(at(name)));
  }
  // Of all there is, so that no two builds that differ have the same.
  const version = hash('hex', JSON.stringify([files, page, script])).slice(0, 8);
  const named = page.replace(/<html\b/, `<html data-version="${version}"`);
  if (named === page) throw new Error('The built page does not begin as it should.');
  await writeFile(at('index.html'), named);
  // By the address that people open; some hosts send elsewhere from the file's own.
  files[''] = integrity(named);

  const list = JSON.stringify(files);
  const name = `files-${hash('hex', list).slice(0, 16)}.json`;
  await writeFile(at(name), list);
  const build = JSON.stringify({ version, list: name, integrity: integrity(list) });
  await writeFile(at(SCRIPT), `const BUILD=${build};\n${script}`);
  return version;
}

async function namesIn(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

function hash(form, content) {
  return createHash('sha256').update(content).digest(form);
}

function integrity(content) {
  return `sha256-${hash('base64', content)}`;
}
