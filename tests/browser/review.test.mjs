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

/** Opens the thoughts on a stage. */
const open = (page, stage) => page.getByText(new RegExp(`^${stage}: \\d+ thoughts?$`)).click();
const finding = (page, words) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: words }) });

journey('a finding is set right by one press, and one undo takes that back', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Map the route');
  const close = finding(page, /Prospect step 2.*calls only 2 days apart/);
  await close.getByText('Calls every other day feel like being chased.').waitFor();
  await close.getByRole('button', { name: /^Wait longer/ }).click();
  await announcement(page, 'Wait longer: done. Undo takes it back.');
  await close.waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  await close.waitFor();
});

journey('a finding leads to the field it is about', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Map the route');
  await finding(page, /calls only 2 days apart/).getByRole('link').click();
  const step = stepRow(page, 'Prospect step 2');
  await focused(step.getByRole('textbox', { name: 'What', exact: true }), 'what happens in step 2');
});

journey('a step carries the number of its thoughts, and shows them on request', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await go('#/workshop/route');
  const step = stepRow(page, 'Prospect step 2');
  await openParts(step);
  await step.getByText(/^\d+ thoughts? on this step$/).click();
  await step.getByRole('link', { name: /calls only 2 days apart/ }).waitFor();
  const before = (await dates(page, 'Prospect'))[1];
  await step.getByRole('button', { name: /^Wait longer: .*calls only/ }).click();
  await until(async () => (await dates(page, 'Prospect'))[1] > before, 'the call comes later');
  await step.getByRole('link', { name: /calls only 2 days apart/ }).waitFor({ state: 'detached' });
});

journey('what is left alone for a reason stays so until its step changes', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  await open(page, 'Map the route');
  const close = finding(page, /calls only 2 days apart/);
  await close.getByText('Leave it alone').first().click();
  await close.getByRole('button', { name: /^Leave it alone/ }).click();
  await close.getByText('Write down why first').waitFor();
  await close.getByRole('textbox', { name: 'Why, in a few words' }).fill('They asked for it');
  await close.getByRole('button', { name: /^Leave it alone/ }).click();
  await announcement(page, 'Left alone.');
  await page.getByText('Left alone: 1', { exact: true }).click();
  await page.getByText('Because: They asked for it').waitFor();
  await saved(page);
  await reload(page);
  await page.getByText('Left alone: 1', { exact: true }).waitFor();
  await go('#/workshop/route');
  await stepRow(page, 'Prospect step 2').getByRole('textbox', { name: 'What', exact: true }).fill('Ring them at noon');
  await go('#/plan/review');
  await open(page, 'Map the route');
  await close.waitFor();
  assert.equal(await page.getByText(/^Left alone: /).count(), 0);
});

journey('the review is walked through by keyboard alone', async ({ page, go }) => {
  await onReview(page, go, CALLS);
  const words = () => page.evaluate(() => document.activeElement.textContent);
  const tabTo = (pattern) =>
    until(async () => {
      await page.keyboard.press('Tab');
      return pattern.test(await words());
    }, `the focus reaches ${pattern}`);
  await tabTo(/^Map the route: /);
  await page.keyboard.press('Enter');
  await finding(page, /calls only 2 days apart/).waitFor();
  await tabTo(/^Wait longer$/);
  await page.keyboard.press('Enter');
  await announcement(page, 'Wait longer: done.');
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is not lost');
  await page.keyboard.press('Control+z');
  await announcement(page, 'Undone');
});

journey('the example has no thoughts but those it explains', async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/plan/review');
  await page.getByText('Nothing to add: an experienced eye would sign this plan as it stands.').waitFor();
  await page.getByText('Left alone: 2', { exact: true }).click();
  await page.getByText('Because: This call is for listening').waitFor();
  assert.deepEqual(await axe(page), []);
});

journey('a review with everything open is accessible', async ({ page, go }) => {
  await onReview(page, go);
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => (details.open = true)));
  await page.getByRole('link', { name: /has no action yet/ }).waitFor();
  assert.deepEqual(await axe(page), []);
});
