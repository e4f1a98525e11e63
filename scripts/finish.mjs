// The last step of a release build, called by Trunk (Trunk.toml): the program is parted in two, what a first page needs and
// the rest; the scripts are minified (Trunk's own minifier does not know the JavaScript of today, and names things differently
// at each build), the stylesheets travel as one file, those of the workers as well, data files lose their line breaks, those
// that start the app move into the page, and the page says by which digests the browser knows scripts and programs for ours;
// typefaces are named by what is in them; and all of it is listed, to be kept on a device.

import { createHash } from 'node:crypto';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepable } from './offline.mjs';
import { writeOneFile } from './one-file.mjs';
import { built, partProgram } from './parted.mjs';

// What the app fetches when it is wanted for the first time: one makes recipes and reads calendars, one writes and reads
// files of other programs.
const WORKERS = ['worker', 'files'];

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site } = process.env;
if (TRUNK_PROFILE === 'release') await finish();

async function finish() {
  for (const id of WORKERS) await joinWorkerScripts(id);
  await partProgram(site);
  await minifyScripts();
  let page = (await readFile(at('index.html'), 'utf8')).replaceAll(/ data-integrity="?none"?/g, '');
  page = await withOneStylesheet(page);
  page = await withOwnNames(page);
  page = await withDigest(page, 'app-script');
  page = await withDigest(page, 'app-wasm');
  page = await withDigests(page, 'rest', { 'data-program': 'followthrough-rest_bg.wasm' });
  for (const id of WORKERS) {
    page = await withDigests(page, id, { 'data-script': `${id}.js`, 'data-program': `followthrough-${id}_bg.wasm` });
  }
  page = await withAtHand(await withScripts(page));
  await writeFile(at('index.html'), page);
  await shortenData();
  await keepable(site);
  // After the list: what is kept on a device has all of it already.
  await writeOneFile(site, (await import('terser')).minify);
}

function at(name) {
  return join(site, name);
}

/** What binds a program to the browser, as it was made: before Trunk's minifier. */
async function binding(name) {
  return readFile(await built(`wasm-bindgen/release/followthrough-${name}.js`), 'utf8');
}

async function minifyScripts() {
  const { minify } = await import('terser').catch(() => {
    throw new Error('The package terser is missing: please run scripts/setup build, or npm ci.');
  });
  for (const name of await namesIn('.', '.js')) {
    const { code } = await minify(await readFile(at(name), 'utf8'), { module: true });
    await writeFile(at(name), code);
  }
}

/** What binds a worker's program to the browser moves into the script that starts it. */
async function joinWorkerScripts(id) {
  const name = `followthrough-${id}.js`;
  const start = await readFile(at(`${id}.js`), 'utf8');
  await writeFile(at(`${id}.js`), replaced(start, `importScripts('${name}');`, await binding(id)));
  await rm(at(name));
}

/**
 * Names what is fetched later by what is in it, so that no page meets that of another build, and gives its digest: the app
 * asks the browser to compare it.
 */
async function withDigests(page, id, names) {
  for (const [attribute, name] of Object.entries(names)) {
    const bytes = await readFile(at(name));
    const [, ending] = name.match(/((?:_bg)?\.\w+)$/);
    const own = `followthrough-${id}-${digest('sha256', bytes, 'hex').slice(0, 16)}${ending}`;
    await rename(at(name), at(own));
    const [given] = page.match(new RegExp(`${attribute}="?\\./${name}"?`)) ?? [];
    if (!given) throw new Error(`The built page does not name ${name} where it was expected.`);
    const sum = digest('sha384', bytes, 'base64');
    page = replaced(page, given, `${attribute}="./${own}" ${attribute}-integrity="sha384-${sum}"`);
  }
  return page;
}

async function withOneStylesheet(page) {
  const links = [...page.matchAll(/<link href=\.\/([\w-]+\.css) rel=stylesheet>/g)];
  if (links.length === 0) throw new Error('The built page has no stylesheets where they were expected.');
  const paths = links.map(([, name]) => at(name));
  const styles = await withFonts((await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join(''));
  const name = `style-${digest('sha256', styles, 'hex').slice(0, 16)}.css`;
  await writeFile(at(name), styles);
  await Promise.all(paths.map((path) => rm(path)));
  const [[first], ...others] = links;
  return others.reduce(
    (text, [link]) => replaced(text, link, ''),
    replaced(page, first, `<link href=./${name} rel=stylesheet>`),
  );
}

/** Names the typefaces by what is in them: a browser may then keep them, and has them at hand on a later visit. */
async function withFonts(styles) {
  for (const path of await namesIn('fonts', '.woff2')) {
    const own = path.replace('.woff2', `-${digest('sha256', await readFile(at(path)), 'hex').slice(0, 16)}.woff2`);
    await rename(at(path), at(own));
    styles = replaced(styles, path, own);
  }
  return styles;
}

/** Names script and program by what is in them now. */
async function withOwnNames(page) {
  for (const [id, ending] of [['app-script', '.js'], ['app-wasm', '_bg.wasm']]) {
    const [link, name] = linked(page, id);
    const bytes = await readFile(at(name));
    const own = `followthrough-app-${digest('sha256', bytes, 'hex').slice(0, 16)}${ending}`;
    await rename(at(name), at(own));
    page = replaced(page, link, link.replace(name, own));
  }
  return page;
}

/** A link of the page, and the file it names. */
function linked(page, id) {
  const [link, name] = page.match(new RegExp(`<link [^>]*href="?\\./([\\w-]+\\.\\w+)"?[^>]*id="?${id}"?[^>]*>`)) ??
    page.match(new RegExp(`<link [^>]*id="?${id}"?[^>]*href="?\\./([\\w-]+\\.\\w+)"?[^>]*>`)) ?? [];
  if (!name) throw new Error(`The built page has no link "${id}" where it was expected.`);
  return [link, name];
}

/** Gives a link the digest of what it names; src/start.js asks the browser to compare it. */
async function withDigest(page, id) {
  const [link, name] = linked(page, id);
  const sum = digest('sha384', await readFile(at(name)), 'base64');
  return replaced(page, link, link.replace(/^<link /, `<link integrity="sha384-${sum}" `));
}

/** In the page itself the scripts that start the app cannot get lost on their way: they tell of everything else that does. */
async function withScripts(page) {
  let code = '';
  for (const part of ['strict', 'keep', 'welcome', 'start']) {
    const taken = await takenOut(page, part);
    code += taken.code;
    page = taken.page;
  }
  page = allowed(page, code);
  return page.includes('</body>') ? replaced(page, '</body>', `<script>${code}</script></body>`) : `${page}<script>${code}</script>`;
}

/** What asks for the program on a device that keeps it stands before the stylesheet, for which scripts behind it wait. */
async function withAtHand(page) {
  const taken = await takenOut(page, 'at-hand');
  const [style] = taken.page.match(/<link href=\S+ rel=stylesheet>/) ?? [];
  const [program] = taken.page.match(/<link [^>]*id="?app-wasm"?[^>]*>/) ?? [];
  if (!style || !program) throw new Error('The built page has no stylesheet or no program where they were expected.');
  page = replaced(allowed(taken.page, taken.code), program, '');
  return replaced(page, style, `${program}<script>${taken.code}</script>${style}`);
}

/** A script of the page, taken out of it. */
async function takenOut(page, part) {
  const [tag, name] = page.match(new RegExp(`<script [^>]*src="?\\./(${part}-[\\w-]+\\.js)"?[^>]*></script>`)) ?? [];
  if (!name) throw new Error(`The built page has no script "${part}" where it was expected.`);
  const code = (await readFile(at(name), 'utf8')).trim();
  await rm(at(name));
  if (/<\/script|<!--/i.test(code)) throw new Error('The scripts would end before their end inside the page.');
  return { page: replaced(page, tag, ''), code };
}

/** A page whose policy lets this script run. */
function allowed(page, code) {
  return replaced(page, "script-src 'self'", `script-src 'self' 'sha256-${digest('sha256', code, 'base64')}'`);
}

async function shortenData() {
  await rm(at('holidays/README.md'));
  for (const name of [...(await namesIn('holidays', '.json')), ...(await namesIn('schema', '.json')), 'example.json', 'manifest.webmanifest']) {
    await writeFile(at(name), JSON.stringify(JSON.parse(await readFile(at(name), 'utf8'))));
  }
}

async function namesIn(folder, ending) {
  const names = await readdir(at(folder));
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}

function digest(kind, content, form) {
  return createHash(kind).update(content).digest(form);
}

/** Replaces what has to be there exactly once. */
function replaced(text, what, by) {
  const parts = text.split(what);
  if (parts.length !== 2) throw new Error(`The built page has ${parts.length - 1} times what was expected once: ${what}`);
  return parts.join(by);
}
