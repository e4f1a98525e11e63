// The built site once more, as one file that opens without a server: followthrough.html. Called by scripts/finish.mjs.
//
// What the page names is put into it, packed; src/one-file.js hands it out there. Its policy lets it ask nobody for anything.

import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

export const ONE_FILE = 'followthrough.html';
const WORKERS = ['worker', 'files'];

/** Writes it into a built site. */
export async function writeOneFile(site, minify) {
  const read = (name) => readFile(join(site, name));
  const named = (page, pattern) => {
    const [tag, name] = page.match(pattern) ?? [];
    if (!name) throw new Error(`The built page does not name what the one file needs: ${pattern}`);
    return { tag, name };
  };
  const part = (id, bytes) => `<template id="${id}">${bytes.toString('base64')}</template>`;
  const deflated = async (name) => deflateRawSync(await read(name), { level: 9 });
  let page = (await read('index.html')).toString();
  page = page.replace(/ data-version="?\w+"?/, '').replaceAll(/ (?:data-\w+-)?integrity="?[\w+/=-]+"?/g, '');

  // Styles, with the typefaces in them.
  const style = named(page, /<link href=\.\/([\w-]+\.css) rel=stylesheet>/);
  let styles = (await read(style.name)).toString();
  for (const font of await readdir(join(site, 'fonts'))) {
    if (!font.endsWith('.woff2')) continue;
    const bytes = (await read(join('fonts', font))).toString('base64');
    styles = styles.replaceAll(new RegExp(`url\\(["']?[./]*fonts/${font}["']?\\)`, 'g'), `url(data:font/woff2;base64,${bytes})`);
  }
  if (styles.includes('fonts/')) throw new Error('A typeface of the one file would be fetched.');
  page = put(page, style.tag, `<style>${styles}</style>`);

  // The icon; what belongs to an app of a site is left out.
  const icon = (await read('icons/icon.svg')).toString('base64');
  page = page.replaceAll(/(href="?)\.\/icons\/icon\.svg"?/g, `href="data:image/svg+xml;base64,${icon}"`);
  page = page.replaceAll(/<link[^>]*(?:apple-touch-icon|manifest)[^>]*>/g, '');

  // The program and the workers.
  const script = named(page, /<link[^>]*href="?\.\/(followthrough-app-\w+\.js)"?[^>]*>/);
  const wasm = named(page, /<link[^>]*href="?\.\/(followthrough-app-\w+_bg\.wasm)"?[^>]*>/);
  // Everything is at hand here.
  page = put(page, named(page, /<script>((?:(?!<\/script>)[^])*?followthroughAtHand=[^]*?)<\/script>/).tag, '');
  page = put(page, script.tag, '<link id="app-script">');
  page = put(page, wasm.tag, '<link id="app-wasm" href="./app.wasm">');
  const rest = named(page, /data-program="?\.\/(followthrough-rest-\w+\.wasm)"?/);
  page = put(page, rest.tag, 'data-program="./rest.wasm"');
  const workers = [];
  for (const id of WORKERS) {
    const script = named(page, new RegExp(`data-script="?\\./(followthrough-${id}-\\w+\\.js)"?`));
    const wasm = named(page, new RegExp(`data-program="?\\./(followthrough-${id}-\\w+\\.wasm)"?`));
    page = put(page, script.tag, 'data-script="#"');
    page = put(page, wasm.tag, `data-program="./${id}.wasm"`);
    workers.push(part(`one-${id}-script`, await read(script.name)), part(`one-${id}`, await deflated(wasm.name)));
  }
  const texts = { 'example.json': (await read('example.json')).toString() };
  for (const name of await readdir(join(site, 'holidays'))) {
    texts[`holidays/${name}`] = (await read(join('holidays', name))).toString();
  }
  const parts = [
    part('one-app-script', await read(script.name)),
    part('one-app', await deflated(wasm.name)),
    part('one-rest', await deflated(rest.name)),
    ...workers,
    part('one-texts', deflateRawSync(JSON.stringify(texts), { level: 9 })),
    '<template id="one-plan" data-plan=""></template>',
  ].join('');

  // What hands them out comes before what asks for them.
  const { code } = await minify(await readFile(new URL('../src/one-file.js', import.meta.url), 'utf8'), { module: true });
  const [start, startCode] = page.match(/<script>([^]*?)<\/script>/) ?? [];
  if (!start) throw new Error('The built page has no script where the one file expects it.');
  page = put(page, start, `${parts}<script>${code}</script>${start}`);
  const policy = [
    "default-src 'none'",
    `script-src ${hash(code)} ${hash(startCode)} 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    `style-src ${hash(styles)}`,
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
  const given = named(page, /<meta (?=[^>]*Content-Security-Policy)[^>]*content="([^"]*)"[^>]*>/i);
  page = put(page, given.tag, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (/(?:href|src)="?\.\/(?!(?:app|rest|worker|files)\.wasm)/.test(page.replaceAll(/<template[^]*?<\/template>/g, ''))) {
    throw new Error('The one file would fetch something.');
  }
  await writeFile(join(site, ONE_FILE), page);
}

function hash(code) {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/** Puts something in the place of what is there exactly once. */
function put(page, what, by) {
  const parts = page.split(what);
  if (parts.length !== 2) throw new Error(`The built page has ${parts.length - 1} times what was expected once: ${what.slice(0, 80)}`);
  return parts.join(by);
}
