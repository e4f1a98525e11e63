// Parts the program in two, as src/ui/rest.rs says: what a first page needs, and the rest. Called by scripts/finish.mjs.

import { execFile } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// What makes the program smaller: all but what makes it larger again once it is packed.
const OPTIMISED = [
  '-Os',
  '--low-memory-unused',
  ...['local-cse', 'memory-packing', 'simplify-locals'].map((pass) => `--skip-pass=${pass}`),
  '--always-inline-max-function-size=1',
  '--flexible-inline-max-function-size=10',
  '--one-caller-inline-max-function-size=10',
  '--strip-producers',
];
// What the program may use of WebAssembly, which the rest does not say of itself.
const FEATURES = [
  'bulk-memory',
  'multivalue',
  'mutable-globals',
  'nontrapping-float-to-int',
  'reference-types',
  'sign-ext',
].map((name) => `--enable-${name}`);

// Where npm puts wasm-opt, for whoever builds with Trunk alone.
const PATH = [fileURLToPath(new URL('../node_modules/.bin', import.meta.url)), process.env.PATH].join(delimiter);
const run = (command, options) => promisify(execFile)(command, options, { env: { ...process.env, PATH } });

/** A file in the folder of what is built. */
export async function built(name) {
  const { stdout } = await run('cargo', ['metadata', '--format-version', '1', '--no-deps', '--offline']);
  return join(JSON.parse(stdout).target_directory, name);
}

/**
 * Parts the program in two, as src/ui/rest.rs says. Trunk has bound the whole of it to the browser; here the first part is,
 * and the rest is joined to it by the page (src/start.js).
 */
export async function partProgram(site) {
  const folder = await built('parted');
  await rm(folder, { recursive: true, force: true });
  const whole = await built('wasm32-unknown-unknown/release/followthrough-app.wasm');
  await run('wasm-split-cli', [whole, folder, '--target', 'web', '--out-name', 'followthrough-app']).catch((error) => {
    throw new Error(`The program could not be parted. Please run scripts/setup build. ${error.message}`);
  });
  await run('wasm-bindgen', ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', folder, join(folder, 'followthrough-app.wasm')]);
  const optimised = (from, to) => run('wasm-opt', [...OPTIMISED, ...FEATURES, join(folder, from), '-o', to]);
  await Promise.all([
    optimised('followthrough-app_bg.wasm', join(site, await nameLike(site, /^followthrough-app-\w+_bg\.wasm$/))),
    optimised('split_rest.wasm', join(site, 'followthrough-rest_bg.wasm')),
  ]);
  for (const name of [await nameLike(site, /^followthrough-app-\w+_bg\.wasm$/), 'followthrough-rest_bg.wasm']) {
    const path = join(site, name);
    await writeFile(path, withoutPlace(await readFile(path)));
  }
  const script = await readFile(join(folder, 'followthrough-app.js'), 'utf8');
  const [asks, loader] = script.match(/^import \* as (\w+) from "\.\/__wasm_split\.js"$/m) ?? [];
  if (!loader) throw new Error('The script of the program does not ask for its rest where it was expected.');
  const load = `const ${loader} = {
    __wasm_split_load_rest: async (act, data) => {
      const hasCome = await globalThis.followthroughRest(wasm);
      wasm.__indirect_function_table.get(act)(data, hasCome);
    },
  };`;
  await writeFile(join(site, await nameLike(site, /^followthrough-app-\w+\.js$/)), script.replace(asks, load));
}

async function nameLike(site, pattern) {
  const names = (await readdir(site)).filter((name) => pattern.test(name));
  if (names.length !== 1) throw new Error(`The built site has ${names.length} files where one was expected: ${pattern}`);
  return names[0];
}

/**
 * A dependency (wasm_split_helpers) marks the program with where it lay on the disk of whoever built it, and nobody reads
 * that: without it two builds are the same.
 */
function withoutPlace(bytes) {
  const [mark] = bytes.toString('latin1').match(/_WASM_SPLIT_MARKER_[0-9a-f]{16}/) ?? [];
  if (mark) bytes.fill('0', bytes.indexOf(mark) + mark.length - 16, bytes.indexOf(mark) + mark.length);
  return bytes;
}
