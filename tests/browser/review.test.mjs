// What an experienced eye would look at again: quiet, explained, leading to its place, set right by a press, or left
// alone for a reason. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  dates,
  focused,
  openExample,
  openParts,
  reload,
  saved,
  stepRow,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

const call = (id, from) => ({
  id,
  what: `Ring them, call ${id}`,
  delay: { count: from === 'start' ? 0 : 2, unit: 'working-days', from },
  channel: 'phone',
  who: 'myself',
  tools: 'Telephone',
  notes: '',
  readiness: 'ready',
});
/** Two calls on alternate days. */
const CALLS = {
  sequences: {
    prospect: { trigger: '', steps: [call(11, 'start'), call(12, 'previous-step')] },
    customer: { trigger: '', steps: [] },
  },
};

async function onReview(page, go, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await arrived(page, 'Review');
}

/** The line of what one rule found, which opens it. */
const line = (page, kind) => page.getByRole('button', { name: new RegExp(`^${kind} ?\\d+ suggestions?$`) });
const open = (page, kind) => line(page, kind).click();
// The innermost of the lists in each other.
const finding = (page, words) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: words }) }).last();
const groupOf = (page, kind) => page.getByRole('listitem').filter({ has: line(page, kind) });

journey('a finding is set right by one press, and one undo takes that back', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Calls too close together');
  const close = finding(page, /Prospect step 2.*calls only 2 days apart/);
  await page.getByText(/^Calls every other day feel like being chased\./).waitFor();
  await close.getByRole('button', { name: /^Wait longer/ }).click();
  await announcement(page, 'Wait longer: done. Undo takes it back.');
  await close.waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  // What was open stays open.
  await close.waitFor();
});

journey('a finding leads to the field it is about', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Calls too close together');
  await finding(page, /calls only 2 days apart/).getByRole('link').click();
  const step = stepRow(page, 'Prospect step 2');
  await focused(step.getByRole('textbox', { name: 'What', exact: true }), 'what happens in step 2');
});

journey('a step carries the number of its suggestions, and shows them on request', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await go('#/workshop/route');
  const step = stepRow(page, 'Prospect step 2');
  await openParts(step);
  await step.getByText(/^\d+ suggestions? on this step$/).click();
  await step.getByRole('link', { name: /calls only 2 days apart/ }).waitFor();
  const before = (await dates(page, 'Prospect'))[1];
  await step.getByRole('button', { name: /^Wait longer: .*calls only/ }).click();
  await until(async () => (await dates(page, 'Prospect'))[1] > before, 'the call comes later');
  await step.getByRole('link', { name: /calls only 2 days apart/ }).waitFor({ state: 'detached' });
});

journey('what is left alone for a reason stays so until its step changes', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Calls too close together');
  const close = finding(page, /calls only 2 days apart/);
  await close.getByText('Dismiss').first().click();
  await close.getByRole('button', { name: /^Dismiss/ }).click();
  await close.getByText('Write down why first').waitFor();
  await close.getByRole('textbox', { name: 'Why, in a few words' }).fill('They asked for it');
  await close.getByRole('button', { name: /^Dismiss/ }).click();
  await announcement(page, 'Dismissed.');
  await page.getByText('Dismissed: 1', { exact: true }).click();
  await page.getByText('Because: They asked for it').waitFor();
  await saved(page);
  await reload(page);
  await page.getByText('Dismissed: 1', { exact: true }).waitFor();
  await go('#/workshop/route');
  await stepRow(page, 'Prospect step 2').getByRole('textbox', { name: 'What', exact: true }).fill('Ring them at noon');
  await go('#/plan/review');
  await open(page, 'Calls too close together');
  await close.waitFor();
  assert.equal(await page.getByText(/^Dismissed: /).count(), 0);
});

journey('the review is walked through by keyboard alone', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  const words = () => page.evaluate(() => document.activeElement.textContent);
  const tabTo = (pattern) =>
    until(async () => {
      await page.keyboard.press('Tab');
      return pattern.test(await words());
    }, `the focus reaches ${pattern}`);
  await tabTo(/^Calls too close together/);
  await page.keyboard.press('Enter');
  await finding(page, /calls only 2 days apart/).waitFor();
  await tabTo(/^Wait longer$/);
  await page.keyboard.press('Enter');
  await announcement(page, 'Wait longer: done.');
  // It moves with the next picture.
  await until(() => page.evaluate(() => document.activeElement.tagName !== 'BODY'), 'the focus is somewhere again');
  await page.keyboard.press('Control+z');
  await announcement(page, 'Undone');
});

/** Twelve e-mails, each by nobody: more of a kind than are shown at once. */
const IDLE = {
  sequences: {
    prospect: {
      trigger: '',
      steps: Array.from({ length: 12 }, (_, at) => ({
        id: 20 + at,
        what: `Write number ${at + 1}`,
        delay: { count: 1, unit: 'months', from: at === 0 ? 'start' : 'previous-step' },
        channel: 'e-mail',
        tools: 'E-mail program',
        notes: '',
        readiness: 'ready',
      })),
    },
    customer: { trigger: '', steps: [] },
  },
};

journey('all of a kind is set right by one press, and one undo takes that back', async ({ page, go }) => {
  await onReview(page, go, IDLE);
  await open(page, 'Steps that nobody does');
  const nobody = groupOf(page, 'Steps that nobody does');
  assert.equal(await nobody.getByRole('link', { name: /has nobody who does it/ }).count(), 7);
  await nobody.getByRole('button', { name: 'Show 5 more', exact: true }).click();
  assert.equal(await nobody.getByRole('link', { name: /has nobody who does it/ }).count(), 12);
  await button(page, 'Fix all: Steps that nobody does').click();
  await announcement(page, 'Steps that nobody does: 12 set right. Undo takes it back.');
  await line(page, 'Steps that nobody does').waitFor({ state: 'detached' });
  // It moves with the next picture.
  await until(() => page.evaluate(() => document.activeElement.tagName !== 'BODY'), 'the focus is somewhere again');
  await button(page, 'Undo').click();
  await page.getByRole('button', { name: 'Steps that nobody does 12 suggestions', expanded: true }).waitFor();
  await nobody.getByRole('link', { name: /has nobody who does it/ }).first().waitFor();
});

journey('all of a kind is dismissed for one reason', async ({ page, go }) => {
  await onReview(page, go, IDLE);
  const nobody = groupOf(page, 'Steps that nobody does');
  await nobody.getByText('Dismiss all').first().click();
  await nobody.getByRole('textbox', { name: 'Why, in a few words' }).fill('Whoever is in');
  await nobody.getByRole('textbox', { name: 'Why, in a few words' }).press('Enter');
  await page.getByText('Dismissed: 12', { exact: true }).waitFor();
  await button(page, 'Undo').click();
  await page.getByText('Dismissed: 12', { exact: true }).waitFor({ state: 'detached' });
  await line(page, 'Steps that nobody does').waitFor();
});

journey('a fix keeps the place on the page, and the focus at the next one', async ({ page, go }) => {
  await onReview(page, go, IDLE);
  await open(page, 'Steps that nobody does');
  const fix = (number) => button(page, `I do it myself: Prospect step ${number}, “Write number ${number}” has nobody who does it`);
  await fix(5).scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await fix(5).click();
  await fix(5).waitFor({ state: 'detached' });
  await until(() => page.evaluate(() => document.activeElement.textContent === 'Dismiss' || document.activeElement.closest('.finding') !== null), 'the focus is at a neighbour');
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - before) < 120, 'the page stays where it is');
});

journey('a plan that is not complete is not praised, and says what is not filled in', async ({ page, go }) => {
  await onReview(page, go, { prospect: 0, customer: 0, goals: [] });
  await page.getByText('There is nothing to look at yet.').waitFor();
  assert.equal(await page.getByText(/experienced eye would sign/).count(), 0);
  await open(page, 'Not filled in yet');
  await page.getByRole('link', { name: 'Pick some goals' }).click();
  await arrived(page, 'Goals');
});

journey('steps out of order in time are found, and one press puts them in order', async ({ page, go }) => {
  const letter = { ...call(12, 'start'), what: 'Send the letter', channel: 'letter' };
  const late = { ...call(11, 'start'), delay: { count: 9, unit: 'working-days', from: 'start' } };
  await onReview(page, go, {
    sequences: { prospect: { trigger: '', steps: [late, letter] }, customer: { trigger: '', steps: [] } },
    runs: { prospect: { start: '2026-11-23' }, customer: {} },
  });
  await open(page, 'Steps out of order');
  await finding(page, /“Send the letter” comes on .*, before a step above it/)
    .getByRole('button', { name: /^Put it in order of date/ })
    .click();
  await line(page, 'Steps out of order').waitFor({ state: 'detached' });
});

journey('the example has no suggestions but those it explains', async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/plan/review');
  await page.getByText('Nothing to add: an experienced eye would sign this plan as it stands.').waitFor();
  await page.getByText('Dismissed: 1', { exact: true }).click();
  await page.getByText('Because: Owners hear from us when a season turns').waitFor();
  assert.deepEqual(await axe(page), []);
});

journey('a review with everything open is accessible', async ({ page, go }) => {
  await onReview(page, go);
  const closed = page.locator('main button[aria-expanded=false]');
  while ((await closed.count()) > 0) await closed.first().click();
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await page.getByRole('link', { name: /has no action yet/ }).waitFor();
  assert.deepEqual(await axe(page), []);
});
