// What the browser loads at the start, as files and as it travels, held against tests/budget.json.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packed } from '../../scripts/server.mjs';
import { budget, dist } from './support.mjs';

const page = await readFile(join(dist, 'index.html'), 'utf8');
// Everything the page names is loaded at the start: styles, scripts, the program, the icon.
const named = [...page.matchAll(/(?:href|src)=["']?\.\/([^"'\s>]+)/g)].map(([, name]) => name);
const names = ['index.html', ...new Set(named)];

const rows = await Promise.all(
  names.map(async (name) => {
    const bytes = await readFile(join(dist, name));
    const { br, gzip } = await packed(bytes);
    return { name, raw: bytes.length, gzip: gzip.length, brotli: br.length };
  }),
);
rows.sort((a, b) => b.brotli - a.brotli);
const total = { name: 'in all', raw: 0, gzip: 0, brotli: 0 };
for (const row of rows) for (const column of ['raw', 'gzip', 'brotli']) total[column] += row[column];

const width = Math.max(...names.map((name) => name.length));
const count = (number) => number.toLocaleString('en').padStart(10);
const print = ({ name, raw, gzip, brotli }) =>
  console.log(`${name.padEnd(width)} ${count(raw)} ${count(gzip)} ${count(brotli)}`);
console.log(`${'bytes'.padEnd(width)} ${['raw', 'gzip', 'brotli'].map((c) => c.padStart(10)).join(' ')}`);
rows.forEach(print);
print(total);

const limit = budget.brotliBytes;
console.log(`brotli: ${total.brotli.toLocaleString('en')} of at most ${limit.toLocaleString('en')} bytes`);
if (total.brotli > limit) process.exitCode = 1;
