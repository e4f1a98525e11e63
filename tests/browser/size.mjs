// What the browser loads, as files and as it travels, held against tests/budget.json: at the start, and later,
// when the page stands and can be used.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packed } from '../../scripts/server.mjs';
import { budget, dist } from './support.mjs';

const page = await readFile(join(dist, 'index.html'), 'utf8');
const namesIn = (pattern) => [...new Set([...page.matchAll(pattern)].map(([, name]) => name))];
// Everything the page names is loaded at the start: styles, scripts, the program, the icon.
const start = await measured(['index.html', ...namesIn(/(?:href|src)=["']?\.\/([^"'\s>]+)/g)]);
const later = await measured(namesIn(/data-rest=["']?\.\/([^"'\s>]+)/g));

async function measured(names) {
  const rows = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(dist, name));
      const { br, gzip } = await packed(bytes);
      return { name, raw: bytes.length, gzip: gzip.length, brotli: br.length };
    }),
  );
  return rows.sort((a, b) => b.brotli - a.brotli);
}

function sum(name, rows) {
  const of = (column) => rows.reduce((total, row) => total + row[column], 0);
  return { name, raw: of('raw'), gzip: of('gzip'), brotli: of('brotli') };
}

const sums = { start: sum('at the start', start), later: sum('later', later) };
const rows = [...start, sums.start, ...later, sums.later];

const width = Math.max(...rows.map(({ name }) => name.length));
const count = (number) => number.toLocaleString('en').padStart(10);
const print = ({ name, raw, gzip, brotli }) =>
  console.log(`${name.padEnd(width)} ${count(raw)} ${count(gzip)} ${count(brotli)}`);
console.log(`${'bytes'.padEnd(width)} ${['raw', 'gzip', 'brotli'].map((c) => c.padStart(10)).join(' ')}`);
rows.forEach(print);

for (const [when, limit] of Object.entries(budget.brotliBytes)) {
  const { name, brotli } = sums[when];
  console.log(`brotli ${name}: ${brotli.toLocaleString('en')} of at most ${limit.toLocaleString('en')} bytes`);
  if (brotli > limit) process.exitCode = 1;
}
