// A copy of a plan goes to somebody else, is changed there, and comes back: what only the copy changed is taken, what both
// changed is asked, what only the owner changed stays.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  addImported,
  announcement,
  arrived,
  button,
  exported,
  focused,
  importField,
  saved,
  storedPlans,
  textbox,
  toStart,
} from './app.mjs';
import { asUpload, planFile } from './plan-file.mjs';
import { axe, emptyFolder, journey, launch, newProfile, open, PATIENCE, stopClock, watch } from './support.mjs';

const NAME = 'From a file';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const dialog = (page) => page.getByRole('dialog');
const own = async (page) => (await storedPlans(page)).find(({ plan }) => plan.name.startsWith(NAME)).plan;

/** Somebody else’s browser, in which nothing goes wrong either. */
async function assistant(t, page, url) {
  const context = await newProfile(page.context().browser());
  const problems = await watch(context, url);
  t.after(async () => {
    await context.close();
    assert.deepEqual(problems, [], 'nothing went wrong on the other page');
  });
  const other = await context.newPage();
  other.setDefaultTimeout(PATIENCE);
  await open(other, url);
  return other;
}

async function toFiles(page) {
  await page.evaluate(() => (location.hash = '#/plan/files'));
  await arrived(page, 'For other programs');
}

async function copiedLink(page) {
  await toFiles(page);
  await button(page, 'Copy the link').click();
  const field = page.getByLabel('The link', { exact: true });
  await field.waitFor();
  return field.inputValue();
}

/** Changes what the plan is for, and what begins the sequence of a page of the workshop. */
async function change(page, { business, goal }) {
  if (business) {
    await page.evaluate(() => (location.hash = '#/workshop/fresh-start'));
    await textbox(page, 'Name of your business').fill(business);
    await saved(page);
  }
  if (goal) {
    await page.evaluate(() => (location.hash = '#/workshop/goals'));
    await textbox(page, 'Add a goal').fill(goal);
    await textbox(page, 'Add a goal').press('Enter');
    await announcement(page, new RegExp(`${goal}`));
    await saved(page);
  }
}

/** Presses Tab until something has the focus. */
async function tabTo(page, target, what) {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await focused(target, what);
}

const jsonOf = async (page) => {
  await page.evaluate(() => (location.hash = '#/plan'));
  return (await exported(page)).text;
};

journey('a file comes back: what the copy changed is taken with one press, and one undo takes it back', async ({ t, page, url, go }) => {
  await go();
  await addImported(page, planFile(), NAME);
  await saved(page);
  const sent = await jsonOf(page);

  const other = await assistant(t, page, url);
  await importField(other).setInputFiles(asUpload(sent));
  await button(dialog(other), 'Add this plan').click();
  await arrived(other, NAME);
  await change(other, { business: 'Their words', goal: 'A goal of the assistant' });
  const back = await jsonOf(other);

  await change(page, { business: 'My words', goal: 'A goal of mine' });
  const before = await own(page);
  await toStart(page);
  await importField(page).setInputFiles(asUpload(back, 'back.json'));
  await dialog(page).getByRole('heading', { name: `A copy of “${NAME}”` }).waitFor();
  await button(dialog(page), `Take the changes into “${NAME}”`).click();
  await dialog(page).getByRole('heading', { name: '2 things are different in “back.json”' }).waitFor();
  assert.deepEqual(await axe(page, 'dialog[open]'), []);
  const both = dialog(page).getByRole('group', { name: 'The plan: Business. You have it otherwise than the copy:' });
  assert.ok(await both.getByLabel('Keep yours: My words').isChecked());
  await dialog(page).getByRole('heading', { name: 'Goals' }).waitFor();
  await dialog(page).getByText('One thing that only you changed stays as you have it.').waitFor();
  assert.deepEqual(await own(page), before);

  // With the keyboard alone: the copy's words, and all that is ticked.
  const yours = both.getByLabel('Keep yours: My words');
  await tabTo(page, yours, 'the choice');
  await page.keyboard.press('ArrowDown');
  await until_checked(both.getByLabel('Take the copy’s: Their words'));
  await tabTo(page, button(dialog(page), 'Take what is ticked'), 'the button');
  await page.keyboard.press('Enter');
  await announcement(page, '2 changes were taken. Undo takes them back.');
  await saved(page);
  const taken = await own(page);
  assert.equal(taken.business, 'Their words');
  const goals = taken.goals.map(({ text }) => text);
  assert.deepEqual(goals.filter((text) => /of mine|of the assistant/.test(text)).length, 2, goals.join(', '));
  assert.equal((await storedPlans(page)).length, 1);
  await button(page, 'Undo').click();
  await saved(page);
  assert.deepEqual(await own(page), before);
});

const until_checked = async (choice) => {
  await choice.waitFor();
  assert.ok(await choice.isChecked());
};

journey('a link comes back, and the same link opened twice adds nothing', async ({ t, page, url, go }) => {
  await go();
  await addImported(page, planFile(), NAME);
  await saved(page);
  const link = await copiedLink(page);

  const other = await assistant(t, page, url);
  await other.goto(link);
  await button(dialog(other), 'Add this plan').click();
  await arrived(other, NAME);
  await saved(other);
  await toStart(other);
  await other.goto(link);
  await dialog(other).getByRole('heading', { name: `You have “${NAME}” already` }).waitFor();
  await dialog(other).getByText('Nothing in this copy differs from it. Nothing was added.').waitFor();
  assert.deepEqual(await axe(other, 'dialog[open]'), []);
  await button(dialog(other), 'Open my plan').click();
  await arrived(other, NAME);
  assert.equal((await storedPlans(other)).length, 1);
  await change(other, { goal: 'A goal of the assistant' });
  const back = await copiedLink(other);

  await change(page, { business: 'My words' });
  await toStart(page);
  await page.goto(back);
  await button(dialog(page), `Take the changes into “${NAME}”`).click();
  await dialog(page).getByRole('heading', { name: 'One thing is different in the link' }).waitFor();
  await button(dialog(page), 'Take what is ticked').click();
  await announcement(page, 'One change was taken. Undo takes it back.');
  await saved(page);
  const taken = await own(page);
  assert.equal(taken.business, 'My words');
  assert.ok(taken.goals.some(({ text }) => text === 'A goal of the assistant'));
  assert.equal((await storedPlans(page)).length, 1);
});

journey('a plan that left in one file comes back as a file', async ({ t, page, go }) => {
  await go();
  await addImported(page, planFile(), NAME);
  await saved(page);
  await toFiles(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download planner and plan as one file').click(),
  ]);
  const folder = await emptyFolder(t);
  const file = join(folder, 'planner.html');
  await writeFile(file, await readFile(await download.path()));
  const browser = await launch();
  t.after(() => browser.close());
  const context = await browser.newContext({ acceptDownloads: true });
  await stopClock(context);
  const other = await context.newPage();
  other.setDefaultTimeout(PATIENCE);
  await other.goto(pathToFileURL(file).href);
  await button(dialog(other), 'Add this plan').click();
  await arrived(other, NAME);
  await change(other, { goal: 'A goal of the assistant' });
  const back = await jsonOf(other);

  await change(page, { business: 'My words' });
  await toStart(page);
  await importField(page).setInputFiles(asUpload(back, 'back.json'));
  await button(dialog(page), `Take the changes into “${NAME}”`).click();
  await dialog(page).getByRole('heading', { name: 'One thing is different in “back.json”' }).waitFor();
  await button(dialog(page), 'Take what is ticked').click();
  await announcement(page, 'One change was taken. Undo takes it back.');
  assert.equal((await own(page)).business, 'My words');
});

journey('a spreadsheet that is merely older has nothing to take', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ runs: { prospect: { start: '2026-11-16' }, customer: {} } }), NAME);
  await saved(page);
  await toFiles(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Download Spreadsheet').click()]);
  const bytes = await readFile(await download.path());
  await change(page, { business: 'My words' });
  await page.evaluate(() => (location.hash = '#/workshop/route'));
  const what = page.getByRole('textbox', { name: /^What/ }).first();
  await what.fill('Changed since by me');
  await what.blur();
  await saved(page);
  await page.evaluate(() => (location.hash = '#/plan'));
  await toFiles(page);
  await page.getByLabel('Choose a spreadsheet').setInputFiles({ name: 'older.xlsx', mimeType: XLSX, buffer: bytes });
  await dialog(page).getByRole('heading', { name: 'Nothing is different in “older.xlsx”' }).waitFor();
  await dialog(page).getByText('2 things that only you changed stay as you have them.').waitFor();
  await button(dialog(page), 'Close').click();
});

journey('a copy whose version nobody knows is compared with nothing ticked', async ({ page, go }) => {
  await go();
  await addImported(page, planFile(), NAME);
  await saved(page);
  await toStart(page);
  const file = planFile();
  file.plan.goals[0].text = 'Other words';
  await importField(page).setInputFiles(asUpload(file, 'unknown.json'));
  await button(dialog(page), `Take the changes into “${NAME}”`).click();
  await dialog(page).getByText('Which version this copy was made from is not known here.', { exact: false }).waitFor();
  assert.equal(await dialog(page).getByRole('checkbox', { checked: true }).count(), 0);
  await button(dialog(page), 'Take what is ticked').click();
  await announcement(page, 'Nothing is ticked. Tick what is to be taken, or cancel.');
  await button(dialog(page), 'Cancel').click();
  assert.equal((await own(page)).goals[0].text, 'A goal from a file');
});

journey('a copy of a plan in the bin says so, and brings it back to take what was changed', async ({ page, go }) => {
  await go();
  await addImported(page, planFile(), NAME);
  await saved(page);
  const sent = JSON.parse(await jsonOf(page));
  await page.evaluate(() => (location.hash = '#/plans'));
  await arrived(page, 'All plans');
  await page.getByText(/1 goal, 5 steps, .*last changed Mon 23 Nov 2026/).waitFor();
  await button(page, `Remove ${NAME}`).click();
  await announcement(page, `${NAME} is in the bin`);
  sent.plan.goals[0].text = 'Other words';
  await importField(page).setInputFiles(asUpload(sent, 'back.json'));
  await dialog(page).getByText('It is in the bin.', { exact: false }).waitFor();
  assert.deepEqual(await axe(page, 'dialog[open]'), []);
  await button(dialog(page), 'Bring it back').press('Enter');
  await page.waitForFunction(() => document.querySelector('dialog[open]').contains(document.activeElement));
  await button(dialog(page), `Take the changes into “${NAME}”`).click();
  await button(dialog(page), 'Take what is ticked').click();
  await announcement(page, 'One change was taken. Undo takes it back.');
  await saved(page);
  assert.equal((await own(page)).goals[0].text, 'Other words');
  assert.equal((await storedPlans(page)).length, 1);
});
