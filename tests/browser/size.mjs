// What the browser loads, as files and as it travels, held against tests/budget.json.

import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packed } from '../../scripts/server.mjs';
import { budget, dist } from './support.mjs';

const page = await readFile(join(dist, 'index.html'), 'utf8');
const namedBy = (attributes) =>
  new Set([...page.matchAll(new RegExp(`\\s(?:${attributes})=["']?\\./([^"'\\s>]+)`, 'g'))].map(([, name]) => name));
// What the page names like this is loaded at the start: styles, scripts, the program, the icon.
const named = namedBy('href|src');
// But for what browsers fetch once the page is there, and when the app is put on a home screen.
for (const later of ['manifest.webmanifest', 'icons/apple-touch-icon.png']) named.delete(later);
// And this once the first page is there, or when it is wanted for the first time.
const namedForLater = namedBy('data-script|data-program');
for (const kind of ['.css', '.js', '.wasm']) {
  if (![...named].some((name) => name.endsWith(kind))) throw new Error(`The built page names no ${kind} file.`);
}

if (namedForLater.size !== 5) throw new Error('The built page does not name the rest and the two parts of both workers.');
const loadedTwice = [...namedForLater].filter((name) => named.has(name));
if (loadedTwice.length > 0) throw new Error(`What is for later is loaded at the start: ${loadedTwice.join(', ')}`);

async function measured(names) {
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(dist, name));
      const { br, gzip } = await packed(bytes);
      return { name, raw: bytes.length, gzip: gzip.length, brotli: br.length };
    }),
  );
  return files.sort((a, b) => b.brotli - a.brotli);
}

function summed(name, files) {
  const sum = (column) => files.reduce((total, file) => total + file[column], 0);
  return { name, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}

const files = await measured(['index.html', ...named]);
const all = summed('in all', files);
const of = async (id) => measured([...namedForLater].filter((name) => name.startsWith(`followthrough-${id}-`)));
const rest = summed('once the page is there: the rest', await of('rest'));
const later = [rest, summed('later: the worker', await of('worker')), summed('later: for files', await of('files'))];

// The typefaces come once the app is there, packed already.
const fonts = (await readdir(join(dist, 'fonts'))).filter((name) => name.endsWith('.woff2'));
if (fonts.length === 0) throw new Error('The built site has no typefaces.');
const sizes = await Promise.all(fonts.map(async (name) => (await stat(join(dist, 'fonts', name))).size));
const fontBytes = sizes.reduce((total, size) => total + size, 0);

const width = Math.max(...files.map(({ name }) => name.length));
const count = (number) => number.toLocaleString('en').padStart(10);
console.log(`${'bytes'.padEnd(width)} ${['raw', 'gzip', 'brotli'].map((kind) => kind.padStart(10)).join(' ')}`);
for (const { name, raw, gzip, brotli } of [...files, all, ...later]) {
  console.log(`${name.padEnd(width)} ${count(raw)} ${count(gzip)} ${count(brotli)}`);
}

// A limit that is missed stays where it is and is told at every run; what is held keeps the size from growing meanwhile.
const { brotliBytes: limit, brotliBytesHeld: held = limit } = budget;
const said = (bytes) => bytes.toLocaleString('en');
console.log(`brotli in all: ${said(all.brotli)} of at most ${said(limit)} bytes`);
if (all.brotli > limit && all.brotli <= held) {
  console.log(`MISSED by ${said(all.brotli - limit)} bytes. Until it is met, no more than ${said(held)} bytes are let through.`);
}
if (all.brotli > held) process.exitCode = 1;
console.log(`the rest, once the page is there: ${said(rest.brotli)} of at most ${said(budget.restBytesHeld)} bytes of brotli`);
if (rest.brotli > budget.restBytesHeld) process.exitCode = 1;

const { br: keeps } = await packed(await readFile(join(dist, 'offline.js')));
console.log(`what keeps the app, afterwards: ${said(keeps.length)} of at most ${said(budget.offlineScriptBytes)} bytes of brotli`);
if (keeps.length > budget.offlineScriptBytes) process.exitCode = 1;

console.log(`typefaces, afterwards: ${said(fontBytes)} of at most ${said(budget.fontBytes)} bytes`);
if (fontBytes > budget.fontBytes) process.exitCode = 1;
