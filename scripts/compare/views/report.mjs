// Compares the programs that scripts/compare-views has made.

import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const made = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));

async function brotli(name) {
  const bytes = await readFile(join(made, `${name}.wasm`));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

/** How many elements a folder's views write down. */
async function elements(folder) {
  const names = await readdir(folder, { recursive: true });
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.rs')).map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.join('').match(/\bel\(html::/g)?.length ?? 0;
}

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

const nothing = await brotli('el0');
const forms = {};
for (const form of ['el', 'view']) {
  forms[form] = [0];
  for (const count of [1, 2, 3]) forms[form].push((await brotli(`${form}${count}`)) - nothing);
  console.log(`${form}: ${forms[form].slice(1).map(kilo).join(', ')} for one, two and three pages`);
}
const more = [1, 2, 3].map((count) => forms.view[count] - forms.el[count]);
console.log(`view! more than El: ${more.map(kilo).join(', ')}`);

// What the first page costs includes what all pages share; what the further ones cost is counted by their elements.
const source = await readFile(join(here, 'src/with_el.rs'), 'utf8');
const [parts, home, ...further] = source.split(/^\/\/ --- /m).slice(1);
const count = (text) => text.match(/\bel\(html::/g)?.length ?? 0;
const counted = further.reduce((sum, text) => sum + count(text), 0);
const first = count(parts) + count(home);
const all = await elements(resolve(here, '../../../src/ui'));
const each = (more[2] - more[0]) / counted;
const app = more[0] + each * (all - first);
console.log(
  `The first page and its parts have ${first} elements, the further pages ${counted}: ${each.toFixed(0)} bytes for ` +
    `each. The app has ${all}, so \`view!\` would make it ${kilo(app)} larger.`,
);
