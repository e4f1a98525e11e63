// Every page as it looks: legible, reachable, large enough to touch, and quiet, in light and dark, on a phone and on
// a wide screen.

import assert from 'node:assert/strict';
import { addImported, heading, openExample, startNewPlan, toStart, until } from './app.mjs';
import { COMES_UP, PAGES, PLAN_PAGES, bringUp, putAway, smallTargets, stickingOut, unfoldAll, visit } from './pages.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, launch, newProfile, open, site, watch } from './support.mjs';

const SCREENS = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 360, height: 740, colorScheme: 'dark' },
  { width: 1440, height: 900, colorScheme: 'light' },
  { width: 1440, height: 900, colorScheme: 'dark' },
];

async function assertLooks(page, what, part = null) {
  await unfoldAll(page);
  assert.deepEqual(await axe(page, part), [], what);
  assert.deepEqual(await stickingOut(page), [], `${what}: nothing sticks out`);
  assert.deepEqual(await smallTargets(page), [], `${what}: everything is large enough to touch`);
}

for (const { width, height, colorScheme } of SCREENS) {
  const options = { profile: { viewport: { width, height }, colorScheme, reducedMotion: 'reduce' } };
  const screen = `${colorScheme} at ${width} px`;

  journey(`every page of a full plan is accessible and fits: ${screen}`, options, async ({ page, go }) => {
    await go();
    await openExample(page);
    for (const [title, address] of Object.entries(PAGES)) {
      await visit(page, title, address);
      await assertLooks(page, title);
    }
  });

  journey(`every page of an empty plan is accessible and fits: ${screen}`, options, async ({ page, go }) => {
    await go();
    await assertLooks(page, 'the first visit');
    await visit(page, 'All plans', '#/plans');
    await assertLooks(page, 'no plans');
    await visit(page, 'Your plan', '#/plan');
    await heading(page, 'No plan is open').waitFor();
    await assertLooks(page, 'no plan is open');
    await startNewPlan(page);
    for (const [title, address] of Object.entries(PLAN_PAGES)) {
      await visit(page, title, address);
      await assertLooks(page, title);
    }
  });

  journey(`what comes up over a page is accessible and fits: ${screen}`, options, async ({ page, go }) => {
    await go();
    await openExample(page);
    for (const name of Object.keys(COMES_UP)) {
      await bringUp(page, name);
      await assertLooks(page, name, COMES_UP[name].part);
      await putAway(page);
    }
  });
}

const PHONE = { profile: { viewport: { width: 360, height: 740 } } };

journey('long words and many steps fit on a phone', PHONE, async ({ page, go }) => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2);
  const actions = [{ id: 901, text: long, measure: { metric: long, target: long } }];
  const goals = [{ id: 900, text: long, audience: 'prospect', benefit: 'contact', actions }];
  const parts = { name: long, business: long, offer: long, goals, statements: { prospect: long, customer: long } };
  await go();
  await addImported(page, planFile({ ...parts, prospect: 20 }), long);
  await toStart(page);
  for (const [title, address] of Object.entries(PAGES).slice(1)) {
    await visit(page, title, address);
    await unfoldAll(page);
    assert.deepEqual(await stickingOut(page), [], title);
  }
});

journey('once a plan is open, its pages ask the network for nothing but recipes and the host’s word on a team’s list, and leave the console empty', async ({ page, go }) => {
  await go();
  await openExample(page);
  const noise = [];
  const wantedBy = new Set();
  let shown = '';
  const isOfWorker = (address) => new URL(address).pathname.startsWith('/followthrough-worker-');
  const icon = await page.locator('link[rel=icon]').evaluate((link) => link.href);
  page.on('request', (request) => {
    // The browser looks at the icon again with each new title.
    if (isOfWorker(request.url()) || request.url().endsWith('/team.json')) wantedBy.add(shown);
    else if (request.url() !== icon) noise.push(request.url());
  });
  page.on('console', (message) => noise.push(message.text()));
  for (const [title, address] of Object.entries(PAGES)) {
    shown = title;
    await visit(page, title, address);
  }
  assert.deepEqual(noise, []);
  assert.deepEqual([...wantedBy].sort(), ['For other programs', 'Recipes']);
});

journey('a request to another place is forbidden, and these checks notice it', async ({ t }) => {
  const [server, browser] = await Promise.all([site(), launch()]);
  t.after(() => Promise.all([server.close(), browser.close()]));
  const context = await newProfile(browser);
  const problems = await watch(context, server.url);
  const page = await context.newPage();
  await open(page, server.url);
  assert.deepEqual(problems, []);
  await page.evaluate(() => fetch('http://127.0.0.2:9/elsewhere').catch(() => {}));
  await until(() => problems.some((problem) => problem.startsWith('policy:')), 'the breach of the policy is noticed');
  await page.evaluate(() => document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.2:9/image' })));
  await until(() => problems.filter((problem) => problem.startsWith('policy:')).length > 1, 'an image is noticed too');
});

journey('the dated tables have room for their words at every width', async ({ page, go }) => {
  await go();
  await openExample(page);
  for (const width of [360, 600, 768, 1000, 1120, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const stage of ['route', 'go']) {
      await go(`#/workshop/${stage}`);
      const table = page.getByRole('table', { name: 'Prospect sequence', exact: true });
      await table.getByRole('row').nth(1).waitFor();
      const cramped = await table.evaluate((node) => {
        const NARROWEST = 4 * parseFloat(getComputedStyle(document.documentElement).fontSize);
        return [...node.tBodies[0].querySelectorAll('td')]
          .filter((cell) => cell.textContent && cell.offsetParent)
          .filter((cell) => cell.scrollWidth > cell.clientWidth + 1 || cell.clientWidth < NARROWEST)
          .map((cell) => `${cell.dataset.label}: ${cell.textContent} in ${cell.clientWidth} px`);
      });
      assert.deepEqual(cramped, [], `${stage} at ${width} px`);
    }
  }
});
