// The people on a plan are kept as surely as the plan: in both places, in two tabs, through a kill.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { announcement, button, downloaded, kept, openExample, reload, saved, textbox, until } from '../browser/app.mjs';
import { startBrowser } from '../browser/killing.mjs';
import { emptyFolder, journey, launchWithProfile, open, site, stopClock } from '../browser/support.mjs';
import { breakApp, stopped } from './breaking.mjs';
import { records } from './kept.mjs';

const lineFor = (page, who) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: who, exact: true }) }).first();
const late = async (page) => {
  const part = page.getByRole('region', { name: /^Late/ });
  return (await part.isVisible()) ? part.getByRole('link').allInnerTexts() : [];
};
const lateAre = (page, expected) => until(async () => String(await late(page)) === String(expected), `late: ${expected}`);

async function onToday(page) {
  await page.evaluate(() => (location.hash = '#/today'));
  await page.getByRole('region', { name: /^Late/ }).waitFor();
}

/** Marks what waits first for somebody as done, by its key. */
async function done(page, who) {
  await lineFor(page, who).getByRole('button').first().focus();
  await page.keyboard.press('d');
  await announcement(page, new RegExp(`^Done: .* for ${who}`));
}

journey('people stand in the durable place in records of their own, and in no plan', async ({ page, go }) => {
  await go();
  await openExample(page);
  await onToday(page);
  await done(page, 'Amara Nwosu');
  await saved(page);
  const all = Object.entries(await records(page));
  const holds = (prefix) => all.filter(([key]) => key.startsWith(prefix)).some(([, raw]) => raw.includes('Amara Nwosu'));
  assert.ok(holds('followthrough/people/'));
  assert.ok(!holds('followthrough/plan/'));
  assert.ok(!Object.values(await kept(page)).some((text) => text.includes('Amara Nwosu')), 'they would not fit into local storage');
});

journey('two tabs with different people: both are there', async ({ page, context, url, go }) => {
  await go();
  await openExample(page);
  await saved(page);
  const other = await context.newPage();
  await open(other, `${url}#/today`);
  await onToday(page);
  await done(page, 'Amara Nwosu');
  await lateAre(other, ['Marguerite Vance']);
  await done(other, 'Marguerite Vance');
  await lateAre(page, []);
  // At once, and neither has heard of the other.
  await Promise.all([done(page, 'Eoin Gallagher'), done(other, 'Samuel Oyelaran')]);
  for (const tab of [page, other]) {
    await saved(tab);
    const part = tab.getByRole('region', { name: /^Today/ });
    const names = () => part.getByRole('link').allInnerTexts();
    await until(async () => !/Eoin|Samuel/.test(await names()), 'neither of the two waits any more');
  }
  await reload(page);
  assert.deepEqual(await late(page), []);
});

for (const round of [1, 2, 3]) {
  journey(`two tabs with different words on one person: both are there (${round} of 3)`, async ({ page, context, url, go }) => {
    await go();
    await openExample(page);
    await saved(page);
    const other = await context.newPage();
    for (const [tab, address] of [[page, `${url}#/people/1`], [other, `${url}#/people/1`]]) await open(tab, address);
    const [notes, group] = [(tab) => textbox(tab, 'Notes'), (tab) => textbox(tab, 'Group')];
    await Promise.all([notes(page).waitFor(), group(other).waitFor()]);
    await Promise.all([notes(page).fill(`Notes ${round}`), group(other).fill(`Group ${round}`)]);
    for (const tab of [page, other]) {
      await until(async () => (await notes(tab).inputValue()) === `Notes ${round}`, 'the notes are there');
      await until(async () => (await group(tab).inputValue()) === `Group ${round}`, 'the group is there');
      await saved(tab);
    }
    await reload(page);
    assert.equal(await notes(page).inputValue(), `Notes ${round}`);
    assert.equal(await group(page).inputValue(), `Group ${round}`);
  });
}

journey('without a durable place they are kept in local storage', async ({ page, context, go }) => {
  await context.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  );
  await go();
  await openExample(page);
  await onToday(page);
  await done(page, 'Amara Nwosu');
  await saved(page);
  await reload(page);
  await lateAre(page, ['Marguerite Vance']);
});

journey('the recovery page hands out the people as one file', async ({ page, go, allow }) => {
  allow(/panicked|unreachable|RuntimeError|out of/);
  await go();
  await openExample(page);
  await saved(page);
  await breakApp(page);
  await page.evaluate(() => document.querySelector('a[href="#/workshop/goals"]').click());
  await stopped(page).waitFor();
  const { text } = await downloaded(page, () => button(page, 'Download “The people on your plans”').click());
  assert.match(text, /Amara Nwosu/);
  for (const record of Object.values(JSON.parse(text))) JSON.parse(record);
});

test('what was shown as saved of people is there after the browser was killed', { timeout: 120_000 }, async (t) => {
  const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
  t.after(() => server.close());
  const profile = join(folder, 'profile');
  const { page, kill } = await startBrowser(profile);
  t.after(kill);
  await stopClock(page.context());
  await open(page, server.url);
  await openExample(page);
  await onToday(page);
  const before = await page.getByRole('region', { name: /^Today/ }).getByRole('link').allInnerTexts();
  for (const who of before.slice(0, 3)) await done(page, who);
  await saved(page);
  const shown = await page.getByRole('region', { name: /^Today/ }).getByRole('link').allInnerTexts();
  await kill();
  const context = await launchWithProfile(profile);
  t.after(() => context.close());
  const again = context.pages()[0] ?? (await context.newPage());
  await stopClock(context);
  await open(again, `${server.url}#/plans`);
  await button(again, /^Open /).first().click();
  await onToday(again);
  await again.getByRole('region', { name: /^Today/ }).waitFor();
  assert.deepEqual(await again.getByRole('region', { name: /^Today/ }).getByRole('link').allInnerTexts(), shown);
  await context.close();
});
