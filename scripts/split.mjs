// Cuts the built program in two, so that the first view does not wait for what it does not show.
//
// A copy of the program that notes which functions run goes through a first visit in a browser: the start
// page, a new plan, a first word. The functions that ran make the first part. The rest is fetched when the
// page stands; src/start.js joins the two, at once if something calls for the rest before it is there.
//
// Without the tools for it the program stays in one piece, which works as well and loads slower.

import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve } from './server.mjs';

const run = promisify(execFile);
// What the compiler makes use of. Not reference types: some versions of wasm-split mix the tables up.
const FEATURES = ['sign-ext', 'mutable-globals', 'nontrapping-float-to-int', 'bulk-memory', 'multivalue'].map(
  (feature) => `--enable-${feature}`,
);
const dist = process.argv[2];

const missing = await whatIsMissing();
if (missing) {
  console.log(`  ${missing} is not installed: the program stays in one piece, which loads slower.`);
} else {
  const files = await readdir(dist);
  const program = files.find((name) => name.endsWith('_bg.wasm'));
  const glue = program.replace('_bg.wasm', '.js');
  const work = await mkdtemp(join(tmpdir(), 'followthrough-split-'));
  try {
    await split(work, program, await profile(work, program));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  await hook(join(dist, glue));
}

async function whatIsMissing() {
  const works = (command) => run(command, ['--version']).then(() => true, () => false);
  if (!(await works('wasm-split'))) return 'wasm-split (of Binaryen)';
  if (!process.env.CHROMIUM || !(await works(process.env.CHROMIUM))) return 'Chromium';
  return (await import('playwright-core').catch(() => undefined)) ? undefined : 'playwright-core';
}

/** Goes through a first visit and notes which functions of the program ran. */
async function profile(work, program) {
  const folder = join(work, 'site');
  await cp(dist, folder, { recursive: true });
  await run('wasm-split', ['--instrument', ...FEATURES, join(dist, program), '-o', join(folder, program)]);

  const { chromium } = await import('playwright-core');
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
  try {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const instantiate = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiate(...given);
        globalThis.program = made.instance.exports;
        return made;
      };
      // A random name that begins with a zero is written by other functions than the rest: the first one here does.
      const draw = crypto.getRandomValues.bind(crypto);
      crypto.getRandomValues = (bytes) => {
        draw(bytes).fill(0, bytes.length - 1);
        crypto.getRandomValues = draw;
        return bytes;
      };
    });
    await page.goto(server.url);
    await page.locator('#shell').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Start a new plan' }).click();
    await page.getByRole('textbox').first().pressSequentially('Spring');
    // The plan is kept a moment after the last key.
    await page.waitForFunction(() => Object.values(localStorage).some((text) => text.includes('Spring')));
    const bytes = await page.evaluate(() => {
      const PAGES = 16;
      const PAGE = 65_536;
      const { memory, __write_profile: write } = globalThis.program;
      const start = memory.grow(PAGES) * PAGE;
      const length = write(start, PAGES * PAGE);
      if (length > PAGES * PAGE) throw new Error('The profile is larger than the room for it.');
      return [...new Uint8Array(memory.buffer, start, length)];
    });
    const path = join(work, 'profile');
    await writeFile(path, Uint8Array.from(bytes));
    return path;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function split(work, program, profile) {
  const [first, rest] = ['first', 'rest'].map((name) => join(work, name));
  const whole = join(dist, program);
  await run('wasm-split', [
    ...['--split', ...FEATURES, `--profile=${profile}`, '--export-prefix=%', whole],
    ...['--primary-output', first, '--secondary-output', rest],
  ]);
  const nameOfRest = program.replace('_bg.wasm', '_rest.wasm');
  await cp(first, whole);
  await cp(rest, join(dist, nameOfRest));

  const index = join(dist, 'index.html');
  await replace(index, /(<link[^>]* id="?app-wasm"?)/, `$1 data-rest="./${nameOfRest}"`);
}

/** Lets src/start.js take part where wasm-bindgen's script brings the program to life. */
async function hook(glue) {
  await replace(glue, /("\.\/followthrough-app_bg\.js": import0,)/, '$1\n        ...globalThis.followthrough.imports,');
  await replace(glue, /( +)(wasm\.__wbindgen_start\(\);)/, '$1globalThis.followthrough.begins(wasm);\n$1$2');
}

async function replace(path, pattern, by) {
  const text = await readFile(path, 'utf8');
  const changed = text.replace(pattern, by);
  if (changed === text) throw new Error(`${path} does not contain what was expected: ${pattern}`);
  await writeFile(path, changed);
}
