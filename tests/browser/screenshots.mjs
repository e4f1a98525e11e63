// Pictures of every page at three widths, light and dark, with the example open, and the printed plan
// on two papers: into tests/browser/out/. With --readme, the few that the README shows: into docs/.

import { execFile } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch, newProfile, open, root, site } from './support.mjs';

const PAGES = {
  start: '#/',
  plans: '#/plans',
  plan: '#/plan',
  recipes: '#/plan/recipes',
  channels: '#/plan/channels',
  cadence: '#/plan/cadence',
  review: '#/plan/review',
  traceability: '#/plan/traceability',
  return: '#/plan/return',
  about: '#/about',
  '1-fresh-start': '#/workshop/fresh-start',
  '2-destination': '#/workshop/destination',
  '3-goals': '#/workshop/goals',
  '4-by': '#/workshop/by',
  '5-route': '#/workshop/route',
  '6-prepare': '#/workshop/prepare',
  '7-go': '#/workshop/go',
};
const WIDTHS = { 360: 740, 768: 1024, 1440: 900 };
const SCHEMES = ['light', 'dark'];
const PAPERS = ['A4', 'Letter'];
// Page, width, and the heading to begin at where it is not the first.
const README = [
  ['start', 1440],
  ['plan', 1440],
  ['5-route', 1440, 'Before the first purchase'],
  ['5-route', 360, 'Before the first purchase'],
  ['7-go', 360],
];

const run = promisify(execFile);
const isForReadme = process.argv.includes('--readme');
const out = join(root, isForReadme ? 'docs' : 'tests/browser/out');

async function openExample(context, url) {
  const page = await context.newPage();
  await open(page, url);
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.waitForURL(/#\/plan/);
  return page;
}

async function picture(page, url, name, file, { from, ...options }) {
  await page.goto(url + PAGES[name]);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Fetching the recipes…').waitFor({ state: 'detached' });
  // The focus ring on the heading and a scrolled page belong to the visit, not to the picture.
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  if (from) {
    const heading = page.getByRole('heading', { name: from });
    await heading.evaluate((node) => scrollTo(0, node.getBoundingClientRect().top - 24));
  }
  await page.screenshot({ path: join(out, file), animations: 'disabled', ...options });
}

async function everyPage(browser, url) {
  for (const colorScheme of SCHEMES) {
    for (const [width, height] of Object.entries(WIDTHS)) {
      const viewport = { width: Number(width), height };
      const context = await newProfile(browser, { viewport, colorScheme, reducedMotion: 'reduce' });
      const first = await context.newPage();
      await open(first, url);
      await picture(first, url, 'start', `start-empty-${width}-${colorScheme}.png`, { fullPage: true });
      await first.close();
      const page = await openExample(context, url);
      for (const name of Object.keys(PAGES)) {
        await picture(page, url, name, `${name}-${width}-${colorScheme}.png`, { fullPage: true });
      }
      await context.close();
    }
  }
}

/** The printed plan as a PDF, and as pictures of its pages. */
async function print(browser, url, format, file, pictures) {
  const context = await newProfile(browser);
  const page = await openExample(context, url);
  await page.goto(`${url}#/workshop/go`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.pdf({ path: join(out, `${file}.pdf`), format });
  await run('pdftoppm', ['-png', ...pictures, join(out, `${file}.pdf`), join(out, file)]);
  await context.close();
}

async function readmePictures(browser, url) {
  for (const [name, width, from] of README) {
    const viewport = { width, height: WIDTHS[width] };
    const context = await newProfile(browser, { viewport, colorScheme: 'light', reducedMotion: 'reduce' });
    const page = await openExample(context, url);
    await picture(page, url, name, `${name}-${width}.png`, { from });
    await context.close();
  }
  const firstPage = ['-f', '1', '-singlefile', '-r', '80'];
  await print(browser, url, 'A4', 'print', firstPage);
  await rm(join(out, 'print.pdf'));
  await quantise();
}

/** Few colours are enough for these pictures, and a quarter of the bytes. */
async function quantise() {
  const pictures = (await readdir(out)).filter((name) => name.endsWith('.png')).map((name) => join(out, name));
  await run('pngquant', ['--force', '--ext', '.png', '--strip', '64', '--', ...pictures]).catch(() => {
    console.log('pngquant is not installed, so the pictures stay as large as they are.');
  });
}

if (!isForReadme) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const [server, browser] = await Promise.all([site(), launch()]);
try {
  if (isForReadme) await readmePictures(browser, server.url);
  else {
    await everyPage(browser, server.url);
    for (const paper of PAPERS) await print(browser, server.url, paper, `print-${paper}`, ['-r', '70']);
  }
} finally {
  await Promise.all([browser.close(), server.close()]);
}
const names = (await readdir(out)).filter((name) => name.endsWith('.png'));
console.log(`${names.length} pictures in ${out}`);
