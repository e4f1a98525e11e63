// The browser is killed while more is going on than typing: a large plan, an import, a restart with plans of an older
// version, a crash of the page alone. The kills while somebody types are in tests/browser/killed.test.mjs.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { arrived, button, importField, saved, startNewPlan, textbox, until } from '../browser/app.mjs';
import { editFound, startBrowser, typeEdits } from '../browser/killing.mjs';
import { asUpload, planFile } from '../browser/plan-file.mjs';
import { emptyFolder, launchWithProfile, open, site } from '../browser/support.mjs';
import { committed, notesOf } from './kept.mjs';

// KILLS=10 for more of each.
const KILLS = Number(process.env.KILLS ?? 1);
/** How long the large plan rests before it is killed, in milliseconds: REST=60000 in the long form. */
const REST = Number(process.env.REST ?? 2_000);
const TIMEOUT = { timeout: 240_000 };

/** A plan of about 240 kB. */
function large() {
  const file = planFile({ name: 'Large', prospect: 60, customer: 60 });
  for (const { steps } of Object.values(file.plan.sequences)) {
    for (const step of steps) step.notes = notesOf(240_000, 120);
  }
  return file;
}

/** Opens the app with the large plan on its page, and goes to the first step. */
async function withLarge(page, url) {
  await open(page, url);
  await importField(page).setInputFiles(asUpload(large()));
  await button(page, 'Add this plan').click();
  await arrived(page, 'Large');
  await saved(page);
  await page.evaluate(() => (location.hash = '#/workshop/fresh-start'));
  await arrived(page, 'Fresh start');
}

async function killedAndOpened(t, before, after) {
  const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
  t.after(() => server.close());
  const profile = join(folder, 'profile');
  const { page, kill } = await startBrowser(profile);
  // Also where something goes wrong before.
  t.after(kill);
  const known = await before(page, server.url);
  await kill();
  const context = await launchWithProfile(profile);
  t.after(() => context.close());
  const again = context.pages()[0] ?? (await context.newPage());
  await after(again, server.url, known);
}

for (let round = 1; round <= KILLS; round += 1) {
  const of = `(${round} of ${KILLS})`;

  test(`a plan of 240 kB that has rested is whole after a kill, with every edit shown as saved ${of}`, TIMEOUT, async (t) => {
    await killedAndOpened(
      t,
      async (page, url) => {
        await withLarge(page, url);
        const shown = await typeEdits(page, 15, round);
        await saved(page);
        await page.waitForTimeout(REST);
        return Math.max(shown, 15);
      },
      async (page, url, shown) => {
        await open(page, `${url}#/plans`);
        await button(page, /^Open Edit/).click();
        assert.equal(await editFound(page), shown);
        const [text] = Object.values(await committed(page));
        t.diagnostic(`${text.length} bytes, ${shown} edits shown as saved and found`);
        assert.ok(text.length > 240_000);
        assert.equal(JSON.parse(text).plan.sequences.customer.steps.length, 60);
      },
    );
  });

  test(`a kill in the middle of an import leaves the plan whole or not at all, and all others ${of}`, TIMEOUT, async (t) => {
    await killedAndOpened(
      t,
      async (page, url) => {
        await open(page, url);
        await startNewPlan(page);
        await textbox(page, 'Name of this plan').fill('Mine');
        await saved(page);
        await page.getByRole('link', { name: 'All plans' }).click();
        await importField(page).setInputFiles(asUpload(large()));
        await button(page, 'Add this plan').click({ noWaitAfter: true });
        // At another moment each time, from none to where it is surely there.
        await new Promise((resolve) => setTimeout(resolve, ((round - 1) * 67) % 700));
      },
      async (page, url) => {
        await open(page, `${url}#/plans`);
        await button(page, 'Open Mine').waitFor();
        const plans = Object.values(await committed(page)).map((text) => JSON.parse(text).plan);
        const names = plans.map(({ name }) => name).sort();
        t.diagnostic(`found: ${names.join(', ')}`);
        assert.ok(['Mine', 'Large,Mine'].includes(names.join()), names.join());
        const found = plans.find(({ name }) => name === 'Large');
        if (found) assert.equal(found.sequences.customer.steps.length, 60);
        assert.equal(await page.getByRole('region', { name: 'Set aside' }).count(), 0, 'nothing is torn');
      },
    );
  });

  test(`a kill in the middle of a restore leaves one version or the other, whole, and nothing torn ${of}`, TIMEOUT, async (t) => {
    await killedAndOpened(
      t,
      async (page, url) => {
        await withLarge(page, url);
        await textbox(page, 'Name of this plan').fill('Later');
        await saved(page);
        await page.evaluate(() => (location.hash = '#/plans'));
        await button(page, 'Earlier versions of Later').click();
        await button(page, /^Restore Later of Today/).last().click({ noWaitAfter: true });
        await new Promise((resolve) => setTimeout(resolve, 5 + ((round - 1) * 61) % 500));
      },
      async (page, url) => {
        await open(page, `${url}#/plans`);
        await button(page, /^Open (Large|Later)$/).waitFor();
        const plans = Object.values(await committed(page)).map((text) => JSON.parse(text).plan);
        t.diagnostic(`found: ${plans.map(({ name }) => name).join(', ')}`);
        assert.equal(plans.length, 1);
        assert.equal(plans[0].sequences.customer.steps.length, 60);
        assert.equal(await page.getByRole('region', { name: 'Set aside' }).count(), 0, 'nothing is torn');
        // Once it is restored, what there was before can be brought back.
        if (plans[0].name !== 'Large') return;
        await button(page, 'Earlier versions of Large').click();
        await page.getByText('before another version was restored').waitFor();
      },
    );
  });

  test(`a kill while plans of an older version move to both places loses none ${of}`, TIMEOUT, async (t) => {
    const envelope = (name) => ({
      format: 'followthrough',
      version: 1,
      state: 'open',
      stamp: { revision: 1, tab: 'a' },
      plan: planFile({ name, prospect: 20 }).plan,
    });
    const names = Array.from({ length: 20 }, (_, at) => `Old ${at + 10}`);
    await killedAndOpened(
      t,
      async (page, url) => {
        // The site without the app: plans as an older version left them, and time for the browser to write them down.
        await page.goto(`${url}example.json`);
        const texts = names.map((name, at) => [`followthrough/plan/old-${at}`, JSON.stringify(envelope(name))]);
        await page.evaluate((entries) => entries.forEach(([key, text]) => localStorage.setItem(key, text)), texts);
        await page.waitForTimeout(6_500);
        await page.goto(url, { waitUntil: 'commit' });
        await new Promise((resolve) => setTimeout(resolve, 150 + ((round - 1) * 89) % 900));
      },
      async (page, url) => {
        await open(page, `${url}#/plans`);
        for (const name of names) await button(page, `Open ${name}`).waitFor();
        await until(async () => Object.keys(await committed(page)).length === names.length, 'all are in the durable place');
        t.diagnostic(`${names.length} plans of version 1 found`);
      },
    );
  });
}

test('a page that crashes loses nothing that was shown as saved', TIMEOUT, async (t) => {
  const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
  t.after(() => server.close());
  const { page, kill } = await startBrowser(join(folder, 'profile'));
  t.after(kill);
  await open(page, server.url);
  await startNewPlan(page);
  const shown = await typeEdits(page, 20);
  assert.ok(shown > 0);
  await Promise.all([page.waitForEvent('crash'), page.goto('chrome://crash').catch(() => {})]);
  const again = await page.context().newPage();
  await open(again, `${server.url}#/plans`);
  await button(again, /^Open Edit/).click();
  const found = await editFound(again);
  t.diagnostic(`${shown} edits shown as saved, ${found} found`);
  assert.ok(found >= shown);
});
