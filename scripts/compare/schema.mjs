// Holds files against our schemas, and sees that what is broken is refused. Called by scripts/schema.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(process.env.AJV_FROM ?? import.meta.url);
const Ajv = require('ajv/dist/2020').default;
const [folder] = process.argv.slice(2);
const root = join(import.meta.dirname, '../..');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
// Strict: a word that is none of JSON Schema's is an error. What belongs to a record stands behind its reference.
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const schemas = Object.fromEntries(
  ['plan', 'roster'].map((kind) => [kind, ajv.compile(read(join(root, `assets/schema/${kind}.schema.json`)))]),
);
const failures = [];
let fitting = 0;
let broken = 0;

function fits(kind, name, file) {
  fitting += 1;
  if (!schemas[kind](file)) failures.push(`${name} does not fit: ${ajv.errorsText(schemas[kind].errors)}`);
}

function isRefused(kind, name, file) {
  broken += 1;
  if (schemas[kind](file)) failures.push(`${name} fits, but is broken`);
}

for (const name of readdirSync(folder)) {
  fits(name.split('-')[0], name, read(join(folder, name)));
}
const fixtures = join(root, 'tests/fixtures');
fits('plan', 'export-v4.json', read(join(fixtures, 'export-v4.json')));
fits('roster', 'roster-v1.json', read(join(fixtures, 'roster-v1.json')));
// What is no file of the newest version of that kind.
for (const name of readdirSync(fixtures).filter((name) => name.endsWith('.json'))) {
  for (const [kind, own] of [['plan', 'export-v4.json'], ['roster', 'roster-v1.json']]) {
    if (name !== own) isRefused(kind, name, read(join(fixtures, name)));
  }
}

// Without what says what it is.
for (const [kind, name] of [['plan', 'plan-full.json'], ['roster', 'roster-full.json']]) {
  for (const field of Object.keys(read(join(folder, name)))) {
    const file = read(join(folder, name));
    delete file[field];
    isRefused(kind, `${name} without ${field}`, file);
  }
}

// Every place of a file that uses every field: without each field that is always written, with a field too many, with
// something else in its place.
for (const [kind, name] of [['plan', 'plan-full.json'], ['roster', 'roster-full.json']]) {
  const text = readFileSync(join(folder, name), 'utf8');
  const required = new Set(JSON.stringify(read(join(root, `assets/schema/${kind}.schema.json`))).match(/"required":\[[^\]]*\]/g).flatMap((list) => JSON.parse(list.slice(11))));
  for (const path of places(JSON.parse(text))) {
    const changed = (change) => {
      const file = JSON.parse(text);
      const last = path.at(-1);
      change(path.slice(0, -1).reduce((node, part) => node[part], file), last);
      return file;
    };
    const place = `${name} ${path.join('.')}`;
    isRefused(kind, `${place} as true`, changed((node, part) => (node[part] = true)));
    isRefused(kind, `${place} as -1.5`, changed((node, part) => (node[part] = -1.5)));
    const value = path.reduce((node, part) => node[part], JSON.parse(text));
    if (value && typeof value === 'object' && !Array.isArray(value)) {
      isRefused(kind, `${place} with more`, changed((node, part) => (node[part].more = 1)));
      for (const field of Object.keys(value)) {
        if (isAlwaysThere(kind, path, field, required)) {
          isRefused(kind, `${place} without ${field}`, changed((node, part) => delete node[part][field]));
        }
      }
    }
  }
}

/** The ways to all values in a value. */
function* places(value, path = []) {
  if (value === null || typeof value !== 'object') return;
  for (const part of Object.keys(value)) {
    yield [...path, part];
    yield* places(value[part], [...path, part]);
  }
}

/** Names that are required in some record and usual in another are left aside. */
function isAlwaysThere(kind, path, field, required) {
  const sometimes = { plan: ['name', 'step', 'audience', 'date', 'days', 'day', 'text', 'channel', 'who', 'outcome'], roster: ['version', 'outcome', 'step', 'name', 'audience', 'last', 'date', 'days', 'on', 'person', 'start', 'end', 'week'] };
  return required.has(field) && !sometimes[kind].includes(field);
}

console.log(`${fitting} files fit, ${broken} broken ones were tried`);
if (failures.length > 0) {
  console.error(failures.slice(0, 20).join('\n'));
  console.error(`${failures.length} failures`);
  process.exit(1);
}
