// Views give back what they take: however often somebody goes from page to page, the program needs no more than it
// did after the first hundred changes.

import assert from 'node:assert/strict';
import { addImported, openExample } from './app.mjs';
import { held } from './held.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

const STEPS = 400;
// As fast as pages are made: minutes, on a machine that does much else.
const TIMEOUT = 600_000;
// The least by which a program's memory grows, in bytes: by one of these, what came late in opening may have parted it otherwise.
const PAGE = 65_536;
// What the engine of scripts keeps for itself, in bytes: where somebody has been, and code it has compiled. Were a page
// kept at each change, it would come to several times as much.
const ENGINE = 400_000;

/** Runs in the page: goes to and fro between two pages, each of which has been drawn before the next change. */
async function goToAndFro([changes, addresses]) {
  const arrived = (before, address) =>
    new Promise((resolve, reject) => {
      const tooLate = performance.now() + 60_000;
      const look = () => {
        const title = document.querySelector('main h1');
        if (title && title !== before && document.activeElement === title) resolve();
        else if (performance.now() > tooLate) reject(new Error(`${address} does not come`));
        else requestAnimationFrame(look);
      };
      look();
    });
  for (let change = 0; change < changes; change += 1) {
    const before = document.querySelector('main h1');
    const address = addresses[change % addresses.length];
    location.hash = address;
    await arrived(before, address);
  }
}

/** Changes pages a hundred times and then up to five hundred times, or a part of both where pages are large. */
async function changesPages(page, context, addresses, part = 1) {
  // Whole rounds, so that both times it is looked at the same page.
  const [first, further] = [100, 400].map((changes) => Math.ceil((changes * part) / addresses.length) * addresses.length);
  const session = await context.newCDPSession(page);
  await page.evaluate(goToAndFro, [first, addresses]);
  const early = await held(session);
  await page.evaluate(goToAndFro, [further, addresses]);
  const late = await held(session);
  const told = JSON.stringify({ early, late });
  assert.ok(late.wasm - early.wasm <= PAGE, `the program's memory has grown: ${told}`);
  // What is about to be given back may be there in either; were one node kept at each change, there would be far more.
  assert.ok(late.nodes - early.nodes < further / 10, `nodes are kept: ${told}`);
  assert.ok(late.listeners <= early.listeners, `listeners are kept: ${told}`);
  assert.ok(late.heap - early.heap < ENGINE, `the heap of scripts has grown: ${told}`);
}

journey('after 500 changes of page the example needs no more memory than after 100', { timeout: TIMEOUT }, async ({ page, context, go }) => {
  await go();
  await openExample(page);
  await changesPages(page, context, ['#/workshop/route', '#/about']);
});

journey('nor do the pages that show much of a plan', { timeout: TIMEOUT }, async ({ page, context, go }) => {
  await go();
  await openExample(page);
  const names = ['goals', 'by', 'prepare', 'go'].map((name) => `workshop/${name}`);
  // Not first the page it is on.
  const pages = ['plans', 'plan', 'plan/review', 'plan/traceability', ...names];
  await changesPages(page, context, pages.map((name) => `#/${name}`));
});

journey('nor does a plan of 400 steps', { timeout: TIMEOUT }, async ({ page, context, go }) => {
  await go();
  await addImported(page, planFile({ name: 'A long road', prospect: STEPS }), 'A long road');
  await changesPages(page, context, ['#/workshop/route', '#/about'], 0.2);
});
