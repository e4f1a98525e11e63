// Several plans beside each other: the example, the archive, and addresses that lead to none of them.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import {
  addImported,
  announcement,
  arrived,
  button,
  dated,
  dates,
  focused,
  goTo,
  heading,
  openExample,
  region,
  reload,
  saved,
  storedPlans,
  textbox,
  titled,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { startNamed } from './storing.mjs';
import { PATIENCE, journey } from './support.mjs';

const item = (page, part, name) => region(page, part).getByRole('listitem').filter({ hasText: name });
const toPlans = async (page) => {
  const link = page.getByRole('link', { name: 'All plans', exact: true });
  // The bar of a step holds the seven steps; the plan's own page leads to the others.
  const own = page.getByRole('link', { name: 'Your plan', exact: true });
  await link.or(own).first().waitFor();
  if (!(await link.isVisible())) await own.click();
  await link.click();
  await arrived(page, 'All plans');
};

/** The plans in local storage, which follows the durable place, become these: `{ name: state }`. */
async function statesBecome(page, expected) {
  const end = performance.now() + PATIENCE;
  let states;
  do {
    const plans = await storedPlans(page);
    states = Object.fromEntries(plans.map(({ plan, state }) => [plan.name, state]));
  } while (!isDeepStrictEqual(states, expected) && performance.now() < end);
  assert.deepEqual(states, expected);
}

// --- The example ---

journey('the example is dated throughout, marked, and leaves one’s own plan alone', async ({ page, go }) => {
  await go();
  await startNamed(page, 'My own');
  const [own] = await storedPlans(page);
  await toStart(page);
  await openExample(page);
  await saved(page);
  await goTo(page, 'Go and measure');
  await region(page, 'Example').getByText('This is an example.').waitFor();
  for (const audience of ['Prospect', 'Customer']) {
    const rows = await dated(page, audience);
    assert.ok(rows.length > 2);
    for (const row of rows) assert.ok(Object.values(row).every(Boolean), `nothing is open in ${JSON.stringify(row)}`);
    // What comes only after three calls in vain lies on a way of its own.
    const due = rows.filter((row) => !row.What.includes('Only if')).map((row) => row.iso);
    assert.deepEqual(due, [...due].sort());
  }
  const kept = await storedPlans(page);
  assert.deepEqual(kept.find(({ plan }) => plan.name === 'My own'), own);

  await toPlans(page);
  await region(page, 'In use').getByText('Example', { exact: true }).waitFor();
  await button(page, 'Open My own').click();
  await arrived(page, 'My own');
  assert.equal(await region(page, 'Example').count(), 0);
});

journey('the example opened again is the same plan, with what was changed in it', async ({ page, go }) => {
  await go();
  await openExample(page);
  await goTo(page, 'Fresh start');
  await textbox(page, 'What you sell').fill('Something else');
  await saved(page);
  await toStart(page);
  await openExample(page);
  await page.getByText('Something else').waitFor();
  assert.equal((await storedPlans(page)).length, 1);
});

journey('the example becomes one’s own when asked for, and the next opening brings another', async ({ page, go }) => {
  await go();
  await openExample(page);
  await button(page, 'Make it mine').click();
  await announcement(page, 'This is your own plan now');
  await region(page, 'Example').waitFor({ state: 'detached' });
  await saved(page);
  await toStart(page);
  await openExample(page);
  await saved(page);
  assert.deepEqual((await storedPlans(page)).map(({ plan }) => plan.origin).sort(), ['example', 'own']);
});

// --- The archive ---

journey('a new plan puts the one before into the archive, whole, and it can be reopened', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  const [before] = await storedPlans(page);
  await toStart(page);
  await startNamed(page, 'Summer');
  await announcement(page, '“Spring” is among your plans, in the archive.');
  await statesBecome(page, { Spring: 'archived', Summer: 'open' });
  const archived = (await storedPlans(page)).find(({ plan }) => plan.name === 'Spring');
  assert.deepEqual(archived.plan, before.plan);

  await toPlans(page);
  await item(page, 'Archive', 'Spring').getByText('1 goal, 5 steps').waitFor();
  await button(item(page, 'Archive', 'Spring'), 'Reopen Spring').click();
  await arrived(page, 'Spring');
  await goTo(page, 'Go and measure');
  assert.deepEqual(await dates(page, 'Prospect'), ['2026-11-23', '2026-11-25', '2026-11-27']);
  await statesBecome(page, { Spring: 'open', Summer: 'open' });
});

journey('a plan is archived and opened by hand, and removing it asks first', async ({ page, go }) => {
  await go();
  await region(page, 'In use').waitFor({ state: 'detached' });
  await addImported(page, planFile({ name: 'Left' }), 'Left');
  await toStart(page);
  await addImported(page, planFile({ name: 'Right' }), 'Right');
  await toPlans(page);
  await button(page, 'Archive Left').click();
  await announcement(page, 'Left is in the archive');
  await button(page, 'Remove Left').click();
  await announcement(page, 'Left is in the bin');
  await button(page, 'Remove for good: Left').click();
  await focused(button(page, 'Remove for good'), 'the question');
  await page.getByText('Gone for good, unless you have exported it.').waitFor();
  await button(page, 'Keep it').click();
  await focused(button(page, 'Remove for good: Left'), 'the button that asks');
  await button(page, 'Remove for good: Left').click();
  await button(page, 'Remove for good').click();
  await announcement(page, 'Left is removed');
  await region(page, 'Bin').waitFor({ state: 'detached' });
  await region(page, 'Archive').getByText('The archive is empty.').waitFor();
  await statesBecome(page, { Right: 'open' });
  await button(page, 'Archive Right').click();
  await region(page, 'In use').getByText('No plan is in use.').waitFor();
  await reload(page);
  await button(page, 'Reopen Right').click();
  await arrived(page, 'Right');
});

// --- The bin ---

journey('a plan goes into the bin, comes back whole, and is gone after thirty days', async ({ page, context, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  const [before] = await storedPlans(page);
  await toPlans(page);
  await button(page, 'Remove Spring').click();
  await announcement(page, 'Spring is in the bin');
  await item(page, 'Bin', 'Spring').getByText('Gone for good on Wed 23 Dec 2026').waitFor();
  await region(page, 'In use').getByText('No plan is in use.').waitFor();
  await reload(page);
  await button(page, 'Restore Spring').click();
  await button(page, 'Open Spring').click();
  await arrived(page, 'Spring');
  const [after] = await storedPlans(page);
  assert.deepEqual([after.state, after.plan], ['open', before.plan]);

  await toPlans(page);
  await button(page, 'Remove Spring').click();
  await item(page, 'Bin', 'Spring').waitFor();
  for (const [day, left] of [
    ['2026-12-22', 1],
    ['2026-12-23', 0],
  ]) {
    await context.clock.setFixedTime(new Date(`${day}T09:00:00+01:00`));
    await reload(page);
    await until(async () => (await storedPlans(page)).length === left, `${left} plans are there on ${day}`);
  }
});

journey('the bin is emptied by one press that asks', async ({ page, go }) => {
  await go();
  for (const name of ['Left', 'Right']) {
    await addImported(page, planFile({ name }), name);
    await toPlans(page);
    await button(page, `Remove ${name}`).click();
    await item(page, 'Bin', name).waitFor();
    await toStart(page);
  }
  await toPlans(page);
  await button(page, 'Empty the bin…').click();
  await button(page, 'Empty it for good').click();
  await announcement(page, 'The bin is empty');
  // Local storage follows the durable place.
  await until(async () => (await storedPlans(page)).length === 0, 'nothing is stored any more');
});

journey('removing the open plan is undone by the keys, and the plan is on the screen again', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await toPlans(page);
  await button(page, 'Remove Spring').click();
  await item(page, 'Bin', 'Spring').waitFor();
  await page.keyboard.press('Control+z');
  await item(page, 'In use', 'Spring').waitFor();
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await arrived(page, 'Spring');
});

// --- Addresses ---

journey('an address that leads nowhere says so and leads on', async ({ page, go }) => {
  for (const address of ['#/nowhere', '#/workshop/nowhere']) {
    await go(address);
    await heading(page, 'This page does not exist').waitFor();
    await titled(page, 'Page not found');
    await page.getByRole('link', { name: 'To the start page' }).click();
    await arrived(page, 'From a new contact to a loyal customer, with dates');
  }
});

journey('a page that shows a plan leads on when none is open', async ({ page, go }) => {
  for (const address of ['#/plan', '#/workshop/goals']) {
    await go(address);
    await heading(page, 'No plan is open').waitFor();
    assert.equal(await page.getByRole('link', { name: 'Choose a plan' }).count(), 0);
  }
  await button(page, 'Start a new plan').click();
  await arrived(page, 'Fresh start');
});

journey('when the open plan is removed, its pages offer the plans that are left', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Left' }), 'Left');
  await toStart(page);
  await addImported(page, planFile({ name: 'Right' }), 'Right');
  await toPlans(page);
  await button(page, 'Remove Right').click();
  await announcement(page, 'Right is in the bin');
  await go('#/workshop/by');
  await heading(page, 'No plan is open').waitFor();
  await page.getByRole('link', { name: 'Choose a plan' }).click();
  await arrived(page, 'All plans');
  await button(page, 'Open Left').click();
  await arrived(page, 'Left');
});
