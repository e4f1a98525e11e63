// Pictures of every page at three widths, light and dark, with the example open, and the printed plan
// on two papers: into tests/browser/out/. With --sheets, one picture a page of all six; with --against DIR as well, of
// what another build in that folder shows beside each. With --readme, the few that the README shows: into docs/.

import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { serve } from '../../scripts/server.mjs';
import { listBecomesDates } from './animation.mjs';
import { launch, newProfile, open, root, site } from './support.mjs';

const PAGES = {
  start: '#/',
  plans: '#/plans',
  plan: '#/plan',
  today: '#/today',
  people: '#/people',
  person: '#/people/3',
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
  ['today', 1440],
  ['plan', 1440],
  ['5-route', 1440, 'Before the first purchase'],
  ['5-route', 360, 'Before the first purchase'],
  ['7-go', 360],
];

const run = promisify(execFile);
const { values: wanted } = parseArgs({
  options: {
    readme: { type: 'boolean' },
    sheets: { type: 'boolean' },
    against: { type: 'string' },
    only: { type: 'string', multiple: true },
  },
});
const out = join(root, wanted.readme ? 'docs' : 'tests/browser/out');

async function openExample(context, url) {
  const page = await context.newPage();
  await open(page, url);
  await ownTypefaces(page);
  await page.getByRole('button', { name: 'Open the example' }).click();
  await page.waitForURL(/#\/plan/);
  return page;
}

async function picture(page, url, name, file, { from, ...options }) {
  await page.goto(url + PAGES[name]);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
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

/** Every page in every width and light, `before` or `now`. */
async function everyPage(browser, url, prefix = '') {
  for (const colorScheme of SCHEMES) {
    for (const [width, height] of Object.entries(WIDTHS)) {
      const viewport = { width: Number(width), height };
      const profile = { viewport, colorScheme, reducedMotion: 'reduce' };
      const empty = await newProfile(browser, profile);
      const first = await empty.newPage();
      await open(first, url);
      await ownTypefaces(first);
      await picture(first, url, 'start', `${prefix}start-empty-${width}-${colorScheme}.png`, { fullPage: true });
      await empty.close();
      const context = await newProfile(browser, profile);
      const page = await openExample(context, url);
      for (const name of pages()) {
        await picture(page, url, name, `${prefix}${name}-${width}-${colorScheme}.png`, { fullPage: true });
      }
      await context.close();
    }
  }
}

const pages = () => Object.keys(PAGES).filter((name) => !wanted.only || wanted.only.includes(name));

/** Waits until the typefaces of the app have come, which the next page is drawn with; an older build has none. */
async function ownTypefaces(page) {
  const has = await page.evaluate(() => [...document.fonts].some((face) => face.family.includes('Followthrough')));
  if (has) await page.waitForFunction(() => localStorage.getItem('followthrough-fonts'));
}

/** One picture a page: three widths, light above dark, and what was before beside what is now. */
async function sheets(browser) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  const builds = wanted.against ? ['before-', ''] : [''];
  for (const name of ['start-empty', ...pages()]) {
    const rows = SCHEMES.map((light) => {
      const cells = Object.keys(WIDTHS).flatMap((width) =>
        builds.map((prefix) => {
          const title = `${width} px${wanted.against ? (prefix ? ', before' : ', now') : ''}`;
          const { href } = pathToFileURL(join(out, `${prefix}${name}-${width}-${light}.png`));
          return `<figure style="flex:${width}"><figcaption>${title}</figcaption><div><img src="${href}"></div></figure>`;
        }),
      );
      return `<section>${cells.join('')}</section>`;
    });
    const file = join(out, 'sheet.html');
    await writeFile(file, `<!doctype html><style>${SHEET}</style><h1>${name}</h1>${rows.join('')}`);
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: join(out, `sheet-${name}.png`), fullPage: true });
  }
  await rm(join(out, 'sheet.html'));
  await page.close();
}
// A page that is very long goes on below what is shown of it.
const SHEET = `
  body { background: #8a8f8c; font: 14px sans-serif; margin: 12px }
  h1 { font-size: 20px; margin: 0 0 8px }
  section { align-items: flex-start; display: flex; gap: 8px; margin-bottom: 12px }
  figure { flex-basis: 0; margin: 0; min-width: 0 }
  div { max-height: 1500px; overflow: hidden }
  img { display: block; width: 100% }
`;

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
  await listBecomesDates(browser, url, join(out, 'list.webp'));
  await quantise();
}

/** Few colours are enough for these pictures, and a quarter of the bytes. */
async function quantise() {
  const pictures = (await readdir(out)).filter((name) => name.endsWith('.png')).map((name) => join(out, name));
  await run('pngquant', ['--force', '--ext', '.png', '--strip', '64', '--', ...pictures]).catch(() => {
    console.log('pngquant is not installed, so the pictures stay as large as they are.');
  });
}

if (!wanted.readme) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const [server, browser] = await Promise.all([site(), launch()]);
try {
  if (wanted.readme) await readmePictures(browser, server.url);
  else {
    await everyPage(browser, server.url);
    if (wanted.against) {
      const earlier = await serve(resolve(wanted.against));
      await everyPage(browser, earlier.url, 'before-');
      await earlier.close();
    }
    if (wanted.sheets) await sheets(browser);
    else for (const paper of PAPERS) await print(browser, server.url, paper, `print-${paper}`, ['-r', '70']);
  }
} finally {
  await Promise.all([browser.close(), server.close()]);
}
const names = (await readdir(out)).filter((name) => /\.(png|webp)$/.test(name));
console.log(`${names.length} pictures in ${out}`);
