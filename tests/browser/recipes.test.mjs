// Recipes: answers become dates, dates become steps of the plan, and one undo takes them out again.

import assert from 'node:assert/strict';
import {
  announcement,
  arrived,
  button,
  date,
  dated,
  dates,
  focused,
  isFocused,
  openExample,
  region,
  reload,
  saved,
  startNewPlan,
  stepRow,
  textbox,
  until,
} from './app.mjs';
import { due, inWords, workday } from './calendar.mjs';
import { axe, journey, layOutAll } from './support.mjs';

const START = '2026-12-07'; // a Monday
const TODAY = '2026-11-23';

const card = (page, title) => button(page, `Preview with dates: ${title}`);
const recipe = (page, title) => region(page, title);
const radio = (page, name) => page.getByRole('radio', { name, exact: true });

async function toRecipes(page) {
  await page.evaluate(() => (location.hash = '#/plan/recipes'));
  await arrived(page, 'Recipes');
}

/** A new plan that starts on a day, with its recipes open. */
async function withStart(page, go) {
  await go();
  await startNewPlan(page);
  await page.evaluate(() => (location.hash = '#/workshop/route'));
  await arrived(page, 'Map the route');
  await date(page, 'Start date').fill(START);
  await toRecipes(page);
}

async function look(page, title) {
  await card(page, title).click();
  await focused(page.getByRole('heading', { level: 2, name: title }), `the heading “${title}”`);
}

/** The table of a preview, row by row. */
async function preview(page, title) {
  await layOutAll(page);
  return page.getByRole('table', { name: `Preview of “${title}”`, exact: true }).evaluate((node) =>
    [...node.tBodies[0].rows].map((row) => ({
      Step: row.cells[0].innerText.trim(),
      What: row.cells[1].firstChild.textContent,
      When: row.cells[2].innerText.trim(),
      iso: row.querySelector('time').getAttribute('datetime'),
      Why: row.cells[4].innerText.trim(),
    })),
  );
}

const previewDates = async (page, title) => (await preview(page, title)).map((row) => row.iso);
const datesAre = (read, expected, what) =>
  until(async () => String(await read()) === String(expected), `${what} are ${expected}`);

/** The dates of “A new customer” as usual, counted here. */
function customerDates(start) {
  const checkIn = due(start, 1, 'weeks');
  const offer = due(start, 1, 'months');
  return [
    start,
    workday(start, 2),
    checkIn,
    workday(workday(checkIn, 5), 1),
    due(start, 3, 'weeks'),
    offer,
    due(offer, 1, 'weeks'),
    due(start, 2, 'months'),
  ];
}

/** The dates of “Marketing asks sales what came of it”, one after the other or all from the start. */
function salesDates(start, isChained) {
  const second = workday(start, 1);
  const third = workday(isChained ? second : start, 3);
  const again = due(isChained ? third : start, 1, 'weeks');
  const open = due(isChained ? again : start, 1, 'months');
  const sum = isChained ? due(open, 1, 'months') : due(start, 2, 'months');
  return [start, second, third, third, workday(third, 1), again, open, sum];
}

const CUSTOMER = 'A new customer';
const SALES = 'Marketing asks sales what came of it';

journey('a recipe is previewed with its dates and taken as ordinary steps', async ({ page, go }) => {
  await withStart(page, go);
  await look(page, CUSTOMER);
  const expected = customerDates(START);
  await datesAre(() => previewDates(page, CUSTOMER), expected, 'the dates of the preview');
  await recipe(page, CUSTOMER).getByText(`counted from the start in your plan, ${inWords(START)}`).waitFor();
  const shown = await preview(page, CUSTOMER);
  assert.ok(shown.every((row) => row.Why.length > 20), 'every step says why it is there');

  await button(page, 'Add to the customer sequence').click();
  await announcement(page, `“${CUSTOMER}” is in your plan. Undo takes it out again.`);
  await focused(textbox(stepRow(page, 'Customer step 1'), 'What'), 'the first new step');
  await page.waitForURL(/#\/workshop\/route$/);
  await datesAre(() => dates(page, 'Customer'), expected, 'the dates of the plan');
  assert.deepEqual(
    (await dated(page, 'Customer')).map((row) => [row.Step, row.When]),
    shown.map((row) => [row.Step, row.When]),
  );
  const what = textbox(stepRow(page, 'Customer step 1'), 'What');
  await what.fill('Thank them in our own words');
  await saved(page);
  await reload(page);
  assert.equal(await what.inputValue(), 'Thank them in our own words', 'its steps are ordinary steps');
});

journey('one undo takes a recipe out, and redo brings it back', async ({ page, go }) => {
  await withStart(page, go);
  await look(page, 'A fast answer to an enquiry');
  await button(page, 'Add to the prospect sequence').click();
  await focused(textbox(stepRow(page, 'Prospect step 1'), 'What'), 'the first new step');
  assert.equal((await dates(page, 'Prospect')).length, 7);
  await button(page, 'Undo').click();
  await stepRow(page, 'Prospect step 1').waitFor({ state: 'detached' });
  assert.equal(await date(page, 'Start date').inputValue(), START, 'what was there before is still there');
  await button(page, 'Redo').click();
  await stepRow(page, 'Prospect step 7').waitFor();
});

journey('answers change the preview, and stay when one looks again', async ({ page, go }) => {
  await withStart(page, go);
  await look(page, SALES);
  await datesAre(() => previewDates(page, SALES), salesDates(START, true), 'the dates one after the other');
  await radio(page, 'All from the start').check();
  await datesAre(() => previewDates(page, SALES), salesDates(START, false), 'the dates from the start');
  await look(page, SALES);
  assert.ok(await radio(page, 'All from the start').isChecked());

  const meeting = 'After the first meeting';
  await look(page, meeting);
  const whats = async () => (await preview(page, meeting)).map((row) => row.What);
  assert.ok((await whats()).includes('Newsletter 3: something useful for them'));
  const stages = {
    'Comparing several offers': 'Send a fair comparison',
    'Deciding soon': 'Send the written offer, with a date',
    'Ready now': 'Send the agreement the same day',
    'Not now, but later': 'Write when you said you would',
  };
  for (const [stage, step] of Object.entries(stages)) {
    await radio(page, stage).check();
    await until(async () => (await whats()).includes(step), `“${step}” is there`);
  }
  await radio(page, 'Next quarter').check();
  const later = due(workday(START, 1), 3, 'months');
  await until(async () => (await previewDates(page, meeting))[2] === later, `they hear again on ${later}`);
});

journey('an undo while one looks moves the preview', async ({ page, go }) => {
  await withStart(page, go);
  await look(page, CUSTOMER);
  await button(page, 'Add to the customer sequence').click();
  await focused(textbox(stepRow(page, 'Customer step 1'), 'What'), 'the first new step');
  await toRecipes(page);
  await look(page, CUSTOMER);
  await recipe(page, CUSTOMER).getByText('Your customer sequence has 8 steps already.').waitFor();
  assert.equal((await preview(page, CUSTOMER))[0].Step, '9');
  await page.keyboard.press('Control+z');
  await datesAre(() => previewDates(page, CUSTOMER), customerDates(START), 'the dates without the steps');
  assert.equal(await page.getByText('Your customer sequence has 8 steps already.').count(), 0);
  await page.keyboard.press('Control+z');
  await recipe(page, CUSTOMER).getByText(`counted from today, ${inWords(TODAY)}`).waitFor();
  await datesAre(() => previewDates(page, CUSTOMER), customerDates(TODAY), 'the dates from today');
  for (const _ of 'ab') await page.keyboard.press('Control+y');
  await until(async () => (await preview(page, CUSTOMER))[0].Step === '9', 'the preview follows the steps again');
});

journey('without a start date the preview counts from today and says so', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await toRecipes(page);
  await look(page, CUSTOMER);
  await recipe(page, CUSTOMER).getByText(`no start date yet, so the dates are counted from today, ${inWords(TODAY)}`).waitFor();
  assert.deepEqual(await previewDates(page, CUSTOMER), customerDates(TODAY));
  await button(page, 'Add to the customer sequence').click();
  await focused(textbox(stepRow(page, 'Customer step 1'), 'What'), 'the first new step');
  assert.equal(await date(page, 'Start date').inputValue(), '', 'no date is put into the plan');
});

journey('where a sequence has steps, a recipe is added after them', async ({ page, go }) => {
  await go();
  await openExample(page);
  await toRecipes(page);
  const calls = 'Up to three calls, then decide';
  await look(page, calls);
  await recipe(page, calls).getByText('Your prospect sequence has 10 steps already. These are added after them.').waitFor();
  const [first] = await preview(page, calls);
  assert.deepEqual([first.Step, first.When], ['11', '3 working days after step 10']);
  await button(page, 'Add to the prospect sequence').click();
  await focused(textbox(stepRow(page, 'Prospect step 11'), 'What'), 'the first new step');
  const rows = await dated(page, 'Prospect');
  assert.equal(rows.length, 17);
  assert.equal(rows[10].iso, workday(rows[9].iso, 3));
  assert.match(rows[13].What, /Only if step 11: nobody reached/);
  await button(page, 'Undo').click();
  await stepRow(page, 'Prospect step 11').waitFor({ state: 'detached' });
  assert.equal((await dates(page, 'Prospect')).length, 10);
});

journey('an empty route leads to the recipes', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await page.evaluate(() => (location.hash = '#/workshop/route'));
  await arrived(page, 'Map the route');
  const customers = region(page, 'From the first purchase on');
  await customers.getByRole('link', { name: 'begin with a recipe' }).waitFor();
  await customers.getByRole('link', { name: 'Start from a recipe', exact: true }).click();
  await arrived(page, 'Recipes');
});

/** Presses Tab until something has the focus. */
async function tabTo(page, target) {
  await target.waitFor();
  for (let stops = 0; stops < 80; stops += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab leads to ${target}`);
}

journey('the keyboard alone leads from a recipe to its dates', async ({ page, go }) => {
  await withStart(page, go);
  const title = 'Back in touch after a long silence';
  await tabTo(page, card(page, title));
  await page.keyboard.press('Enter');
  await focused(page.getByRole('heading', { level: 2, name: title }), 'its heading');
  await tabTo(page, radio(page, 'Some weeks'));
  await page.keyboard.press('ArrowDown');
  assert.ok(await radio(page, 'Several months').isChecked());
  await tabTo(page, radio(page, 'By phone'));
  await page.keyboard.press('ArrowDown');
  assert.ok(await radio(page, 'By e-mail').isChecked());
  await tabTo(page, page.getByLabel('Message or notes: Get back in touch, and own the silence', { exact: true }));
  await page.keyboard.press('Enter');
  await page.getByText('it was my mistake, not yours, and I am sorry').waitFor();
  await tabTo(page, button(page, 'Add to the prospect sequence'));
  await page.keyboard.press('Enter');
  const first = textbox(stepRow(page, 'Prospect step 1'), 'What');
  await focused(first, 'the first new step');
  await datesAre(
    async () => (await dates(page, 'Prospect')).slice(0, 3),
    [START, workday(START, 1), workday(START, 3)],
    'the first dates',
  );
  await page.keyboard.press('Control+z');
  await first.waitFor({ state: 'detached' });
});

for (const [width, height] of [[360, 740], [1440, 900]]) {
  for (const colorScheme of ['light', 'dark']) {
    const profile = { viewport: { width, height }, colorScheme };
    journey(`recipes are accessible and fit ${width} px, ${colorScheme}`, { profile }, async ({ page, go }) => {
      await withStart(page, go);
      await card(page, CUSTOMER).waitFor();
      assert.deepEqual(await axe(page), [], 'the list');
      for (const title of [CUSTOMER, 'After the first meeting']) {
        await look(page, title);
        await page.evaluate(() => {
          document.querySelectorAll('details').forEach((details) => (details.open = true));
          // So that the bar at the top covers nothing.
          scrollTo(0, 0);
        });
        assert.deepEqual(await axe(page), [], title);
        const room = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(room <= 0, 'nothing sticks out');
      }
    });
  }
}

journey('the preview has room for its words from a tablet to a large screen', async ({ page, go }) => {
  await withStart(page, go);
  await look(page, 'A new customer');
  for (const width of [1000, 1120, 1440, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const table = page.getByRole('table', { name: 'Preview of “A new customer”', exact: true });
    const cramped = await table.evaluate((node) => {
      const NARROWEST = 6 * parseFloat(getComputedStyle(document.documentElement).fontSize);
      const heads = [...node.tHead.rows[0].cells];
      return [...node.tBodies[0].rows[0].cells].flatMap((cell, at) => {
        const [own, head] = [cell, heads[at]].map((it) => it.getBoundingClientRect());
        const isNarrow = at > 0 && own.width < NARROWEST;
        return isNarrow || Math.abs(own.left - head.left) > 1 ? [`${head.left}: ${own.left}, ${own.width} px`] : [];
      });
    });
    assert.deepEqual(cramped, [], `at ${width} px`);
  }
});
