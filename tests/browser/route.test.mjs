// The route: actions become steps, steps become dates, and whatever is typed moves them.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  checkbox,
  chooseIn,
  date,
  dated,
  dates,
  exported,
  focused,
  goTo,
  group,
  openParts,
  region,
  reload,
  saved,
  stepRow,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { due, dueDates } from './calendar.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

const START = '2026-11-23'; // a Monday
const PROSPECTS = 'Before the first purchase';
const CUSTOMERS = 'From the first purchase on';

async function onRoute(page, go, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await goTo(page, 'Map the route');
  if ((parts?.prospect ?? 3) <= 10) await openParts(page);
}

const step = (page, number, audience = 'Prospect') => stepRow(page, `${audience} step ${number}`);
const wait = (page, number) => textbox(step(page, number), 'Wait');
const choose = (page, number, name, value) =>
  step(page, number).getByRole('combobox', { name, exact: true }).selectOption(value);
const whats = async (page, audience = 'Prospect') => (await dated(page, audience)).map((row) => row.What);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const datesAre = (page, expected, audience = 'Prospect') =>
  until(async () => same(await dates(page, audience), expected), `the dates are ${expected}`);
const whatsAre = (page, expected, audience = 'Prospect') =>
  until(async () => same(await whats(page, audience), expected), `the steps are ${expected}`);

const ACTIONS = { id: 50, text: 'Trust', audience: 'prospect', benefit: 'contact' };
const actions = (...texts) => texts.map((text, at) => ({ id: 60 + at, text, measure: {} }));

// --- Laying out ---

journey('actions go on the route one by one or all at once, in their order', async ({ page, go }) => {
  const goals = [{ ...ACTIONS, actions: actions('a call', 'a letter', 'a visit') }];
  await onRoute(page, go, { goals, prospect: 0, customer: 0 });
  const off = region(region(page, PROSPECTS), 'Actions not on the route yet');
  await off.getByText('3 actions are not on the route yet').waitFor();
  await button(off, 'Add as a step: a letter').click();
  await announcement(page, 'a letter is now a step');
  await off.getByText('2 actions are not on the route yet').waitFor();
  await openParts(page);
  await step(page, 1).getByText('For: Trust').waitFor();
  await button(off, 'Put all on the route').click();
  await whatsAre(page, ['a letter', 'a call', 'a visit']);
  await off.waitFor({ state: 'detached' });
  await openParts(page);
  await button(page, 'Remove Prospect step 2').click();
  await off.getByText('1 action is not on the route yet').waitFor();
});

journey('a step without an action is typed, and the next one after it', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 0, customer: 0 });
  await region(page, CUSTOMERS).getByText('No steps yet. Put your actions').waitFor();
  const next = textbox(region(page, CUSTOMERS), 'Type the next step');
  await next.click();
  await page.keyboard.type('a card');
  await page.keyboard.press('Enter');
  await announcement(page, '1 step added');
  await whatsAre(page, ['A card'], 'Customer');
  await focused(next, 'the row for the next step');
  await page.keyboard.press('Enter');
  await region(page, CUSTOMERS).getByText('Write what is done, then press Enter.').waitFor();
  await page.keyboard.type('a visit');
  await page.keyboard.press('Enter');
  await whatsAre(page, ['A card', 'A visit'], 'Customer');
});

journey('a step is duplicated with all it holds, behind itself', async ({ page, go }) => {
  await onRoute(page, go);
  await chooseIn(step(page, 2), 'With', 'Phone');
  await wait(page, 2).fill('5');
  await button(page, 'Duplicate Prospect step 2').click();
  await announcement(page, 'Prospect step 2 duplicated');
  await whatsAre(page, ['prospect task 1', 'prospect task 2', 'prospect task 2', 'prospect task 3']);
  const rows = await dated(page, 'Prospect');
  assert.equal(rows[2].With, 'Phone');
  assert.deepEqual(rows.map((row) => row.iso), dueDates(START, [{}, { wait: 5 }, { wait: 5 }, { wait: 2 }]));
});

journey('steps move up and down, keep the focus, and take their dates along', async ({ page, go }) => {
  await onRoute(page, go);
  await openParts(page);
  await wait(page, 3).fill('7');
  const up = button(page, 'Move Prospect step 3 up');
  await up.focus();
  await page.keyboard.press('Enter');
  await announcement(page, 'Now step 2 of 3');
  await whatsAre(page, ['prospect task 1', 'prospect task 3', 'prospect task 2']);
  await focused(button(page, 'Move Prospect step 2 up'), 'the arrow of the step that moved');
  await datesAre(page, dueDates(START, [{}, { wait: 7 }, { wait: 2 }]));
  await button(page, 'Move Prospect step 1 down').press('Enter');
  await whatsAre(page, ['prospect task 3', 'prospect task 1', 'prospect task 2']);
  await focused(button(page, 'Move Prospect step 2 down'), 'the arrow of the other step');
});

journey('a step can be removed, and brought back', async ({ page, go }) => {
  await onRoute(page, go);
  await button(page, 'Remove Prospect step 2').click();
  await announcement(page, /Prospect step 2 removed. Undo brings it back. Step 2 is now counted from step 1 and due on/);
  await whatsAre(page, ['prospect task 1', 'prospect task 3']);
  await button(page, 'Undo').click();
  await whatsAre(page, ['prospect task 1', 'prospect task 2', 'prospect task 3']);
});

journey('a step changes to the other sequence', async ({ page, go }) => {
  await onRoute(page, go);
  await button(page, 'Move to customers: Prospect step 2').click();
  await announcement(page, 'Moved to the end of the customer sequence');
  await whatsAre(page, ['prospect task 1', 'prospect task 3']);
  await whatsAre(page, ['customer task 1', 'customer task 2', 'prospect task 2'], 'Customer');
  await button(page, 'Move to prospects: Customer step 1').click();
  await whatsAre(page, ['prospect task 1', 'prospect task 3', 'customer task 1']);
});

// --- Dates ---

journey('unit and anchor say where a date is counted from, and the row follows each key', async ({ page, go }) => {
  await onRoute(page, go);
  await choose(page, 1, 'Unit', 'working days');
  for (const unit of ['calendar days', 'weeks', 'months', 'working days']) {
    await choose(page, 2, 'Unit', unit);
    await wait(page, 2).fill('12');
    const steps = [{}, { wait: 12, unit }, { wait: 2 }];
    await datesAre(page, dueDates(START, steps));
  }
  await choose(page, 3, 'Counted from', 'after the start');
  await datesAre(page, dueDates(START, [{}, { wait: 12 }, { wait: 2, from: 'after the start' }]));
  assert.equal((await dated(page, 'Prospect'))[2].When, '2 working days after the start');

  await wait(page, 2).press('End');
  await wait(page, 2).press('0');
  await datesAre(page, dueDates(START, [{}, { wait: 120 }, { wait: 2, from: 'after the start' }]));
  await wait(page, 2).press('Backspace');
  await wait(page, 2).press('Backspace');
  await datesAre(page, dueDates(START, [{}, { wait: 1 }, { wait: 2, from: 'after the start' }]));
});

journey('a long plan is whole for whoever scrolls to its end', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 40 });
  const table = page.getByRole('table', { name: 'Prospect sequence', exact: true });
  const rows = await table.getByRole('row', { name: /^Prospect step/ }).all();
  assert.equal(rows.length, 40);
  const expected = dueDates(START, [{}, ...Array.from({ length: 39 }, () => ({ wait: 2 }))]);
  // Rows that come into view may be higher than was guessed and push the last one down: one scrolls on.
  await until(async () => {
    await rows.at(-1).scrollIntoViewIfNeeded();
    return (await textbox(rows.at(-1), 'What').inputValue()) === 'prospect task 40';
  }, 'the last row is drawn');
  assert.equal(await rows.at(-1).locator('time').getAttribute('datetime'), expected.at(-1));
});

journey('a step earlier than the one above it is noticed beside its date', async ({ page, go }) => {
  await onRoute(page, go);
  await wait(page, 2).fill('9');
  await choose(page, 3, 'Counted from', 'after the start');
  await step(page, 3).getByText('Earlier than the step above it').waitFor();
  await wait(page, 3).fill('9');
  await step(page, 3).getByText('Earlier than the step above it').waitFor({ state: 'hidden' });
});

journey('a working week of its own moves the dates, and one day at least is worked', async ({ page, go }) => {
  await onRoute(page, go);
  await wait(page, 2).fill('4');
  await datesAre(page, ['2026-11-23', '2026-11-27', '2026-12-01']);
  await unfold(page, 'Working days:');
  const days = group(page, 'Days you work');
  await checkbox(days, 'Friday').uncheck();
  await datesAre(page, ['2026-11-23', '2026-11-30', '2026-12-02']);
  await checkbox(days, 'Saturday').check();
  await datesAre(page, ['2026-11-23', '2026-11-28', '2026-12-01']);
  await page.getByText('Working days: Mon to Thu, Sat; no other days off').waitFor();

  for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Saturday']) await checkbox(days, day).uncheck();
  await checkbox(days, 'Monday').click();
  await announcement(page, 'At least one day must be worked.');
  assert.ok(await checkbox(days, 'Monday').isChecked());
  await datesAre(page, ['2026-11-23', '2026-12-21', '2027-01-04']);
});

journey('a day off is stepped over, and given back', async ({ page, go }) => {
  await onRoute(page, go);
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);
  await unfold(page, 'Working days:');
  await page.getByText('None on a single date yet').waitFor();
  await button(page, 'Add day off').click();
  await announcement(page, 'Choose a date first');
  await date(page, 'Day off').fill('2026-11-24');
  await textbox(page, 'What it is called').fill('Stocktaking');
  await button(page, 'Add day off').click();
  await announcement(page, 'Tue 24 Nov 2026 is a day off');
  await datesAre(page, dueDates(START, [{}, { wait: 2 }, { wait: 2 }], ['2026-11-24']));
  assert.equal(await date(page, 'Day off').inputValue(), '');
  await region(page, 'Other days off').getByText('Stocktaking').waitFor();
  await page.getByText('1 other day off').waitFor();
  await saved(page);
  await reload(page);
  await datesAre(page, ['2026-11-23', '2026-11-26', '2026-11-30']);
  await unfold(page, 'Working days:');
  await button(page, 'Remove the day off on Tue 24 Nov 2026').click();
  await announcement(page, 'Tue 24 Nov 2026 is a working day again');
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);
});

journey('a start on a day off keeps its date and says so', async ({ page, go }) => {
  await onRoute(page, go);
  const notice = step(page, 1).getByText('A Saturday, which is not worked');
  assert.ok(await notice.isHidden());
  await date(page, 'Start date').fill('2026-11-28');
  await notice.waitFor();
  await page.getByText('Saturday', { exact: true }).first().waitFor();
  await datesAre(page, dueDates('2026-11-28', [{}, { wait: 2 }, { wait: 2 }]));
  assert.match((await dated(page, 'Prospect'))[0].Due, /^Sat 28 Nov 2026.*A Saturday, which is not worked$/s);
  await date(page, 'Start date').fill('2026-11-27');
  await notice.waitFor({ state: 'hidden' });
});

journey('customers begin with the prospects or on a day of their own', async ({ page, go }) => {
  await onRoute(page, go);
  await datesAre(page, dueDates(START, [{}, { wait: 2 }]), 'Customer');
  await date(page, 'First day for customers').fill('2027-03-01');
  await datesAre(page, dueDates('2027-03-01', [{}, { wait: 2 }]), 'Customer');
  await datesAre(page, dueDates(START, [{}, { wait: 2 }, { wait: 2 }]));
  await date(page, 'First day for customers').fill('');
  await datesAre(page, dueDates(START, [{}, { wait: 2 }]), 'Customer');
});

// --- What does not fit ---

journey('what is no number of days stays as typed, and the plan keeps the one it had', async ({ page, go }) => {
  await onRoute(page, go);
  const field = wait(page, 2);
  await field.fill('3');
  await field.blur();
  await datesAre(page, dueDates(START, [{}, { wait: 3 }, { wait: 2 }]));
  for (const text of ['', 'soon', '-1', '2.5', '99999']) {
    await field.fill(text);
    await step(page, 2).getByText('Write a whole number from 0 to').waitFor();
    assert.equal(await field.getAttribute('aria-invalid'), 'true', text);
    await field.blur();
    assert.equal(await field.inputValue(), text);
  }
  await datesAre(page, dueDates(START, [{}, { wait: 3 }, { wait: 2 }]));
  await saved(page);
  await goTo(page, 'Go and measure');
  assert.equal((await exported(page)).file.plan.sequences.prospect.steps[1].delay.count, 3);
  await goTo(page, 'Map the route');
  await openParts(page);
  assert.equal(await field.inputValue(), '3');
  await field.fill('x');
  await field.fill('4');
  assert.equal(await field.getAttribute('aria-invalid'), null);
  await datesAre(page, dueDates(START, [{}, { wait: 4 }, { wait: 2 }]));
});

journey('a date half typed leaves the field and the dates alone until it is whole', async ({ page, go }) => {
  await onRoute(page, go);
  const field = date(page, 'Start date');
  const before = await dates(page, 'Prospect');
  await field.focus();
  await page.keyboard.press('Backspace');
  await until(() => field.evaluate((node) => node.validity.badInput), 'a part is missing from the date');
  assert.deepEqual(await dates(page, 'Prospect'), before);
  await saved(page);
  assert.ok(await field.evaluate((node) => node.validity.badInput), 'the other parts are still there');
  await page.keyboard.type('09');
  await until(async () => (await field.inputValue()) !== '', 'the date is whole again');
  // The day or the month comes first, as the browser's language has it.
  const start = await field.inputValue();
  assert.ok(['2026-11-09', '2026-09-23'].includes(start), start);
  await datesAre(page, dueDates(start, [{}, { wait: 2 }, { wait: 2 }]));
});

journey('without a start the first row asks for one and leads to it', async ({ page, go }) => {
  await onRoute(page, go, { runs: { prospect: {}, customer: {} } });
  assert.deepEqual(await dates(page, 'Prospect'), [null, null, null]);
  const ask = button(step(page, 1), 'Set a start date');
  await ask.click();
  await focused(date(page, 'Start date'), 'the start date');
  await date(page, 'Start date').fill('2027-02-01');
  await datesAre(page, [0, 2, 4].map((days) => due('2027-02-01', days, 'working days')));
  await ask.waitFor({ state: 'detached' });
});

journey('a wait beyond the calendar is said, and the steps after it wait for it', async ({ page, go }) => {
  const start = '2399-12-01';
  await onRoute(page, go, { runs: { prospect: { start }, customer: {} } });
  await wait(page, 2).fill('999');
  await step(page, 2).getByText('Too far away: choose a shorter wait').waitFor();
  await step(page, 3).getByText('What it is counted from has no date').waitFor();
  assert.deepEqual(await dates(page, 'Prospect'), [start, null, null]);
});
