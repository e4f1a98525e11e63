// What the browser loads, as files and as it travels, held against tests/budget.json.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packed } from '../../scripts/server.mjs';
import { budget, dist } from './support.mjs';

const page = await readFile(join(dist, 'index.html'), 'utf8');
// Everything the page names is loaded at the start: styles, scripts, the program, the icon.
const named = new Set([...page.matchAll(/(?:href|src)=["']?\.\/([^"'\s>]+)/g)].map(([, name]) => name));
for (const kind of ['.css', '.js', '.wasm']) {
  if (![...named].some((name) => name.endsWith(kind))) throw new Error(`The built page names no ${kind} file.`);
}

const files = await Promise.all(
  ['index.html', ...named].map(async (name) => {
    const bytes = await readFile(join(dist, name));
    const { br, gzip } = await packed(bytes);
    return { name, raw: bytes.length, gzip: gzip.length, brotli: br.length };
  }),
);
files.sort((a, b) => b.brotli - a.brotli);
const sum = (column) => files.reduce((total, file) => total + file[column], 0);
const all = { name: 'in all', raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };

const width = Math.max(...files.map(({ name }) => name.length));
const count = (number) => number.toLocaleString('en').padStart(10);
console.log(`${'bytes'.padEnd(width)} ${['raw', 'gzip', 'brotli'].map((kind) => kind.padStart(10)).join(' ')}`);
for (const { name, raw, gzip, brotli } of [...files, all]) {
  console.log(`${name.padEnd(width)} ${count(raw)} ${count(gzip)} ${count(brotli)}`);
}

const limit = budget.brotliBytes;
console.log(`brotli in all: ${all.brotli.toLocaleString('en')} of at most ${limit.toLocaleString('en')} bytes`);
if (all.brotli > limit) process.exitCode = 1;
