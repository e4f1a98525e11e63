// Finishes what Trunk has built: the scripts are minified (Trunk's own minifier does not know the
// JavaScript of today), the stylesheets travel as one file, and data files lose their line breaks.

import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'terser';

const dist = process.argv[2];

for (const name of (await readdir(dist)).filter((name) => name.endsWith('.js'))) {
  const path = join(dist, name);
  const { code } = await minify(await readFile(path, 'utf8'), { module: true });
  await writeFile(path, code);
}

const index = join(dist, 'index.html');
let page = (await readFile(index, 'utf8')).replaceAll(/ data-integrity="?none"?/g, '');
const links = [...page.matchAll(/<link href=\.\/([\w-]+\.css) rel=stylesheet>/g)];
if (links.length === 0) throw new Error('The built page has no stylesheets where they were expected.');
const paths = links.map(([, name]) => join(dist, name));
const styles = (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('');
const hash = createHash('sha256').update(styles).digest('hex').slice(0, 16);
await writeFile(join(dist, `style-${hash}.css`), styles);
for (const [at, [link]] of links.entries()) {
  page = page.replace(link, at === 0 ? `<link href=./style-${hash}.css rel=stylesheet>` : '');
}
await writeFile(index, page);
await Promise.all(paths.map((path) => rm(path)));

const holidays = join(dist, 'holidays');
await rm(join(holidays, 'README.md'));
for (const name of (await readdir(holidays)).filter((name) => name.endsWith('.json'))) {
  const path = join(holidays, name);
  await withoutBreaks(path);
}
await withoutBreaks(join(dist, 'example.json'));

async function withoutBreaks(path) {
  await writeFile(path, JSON.stringify(JSON.parse(await readFile(path, 'utf8'))));
}
