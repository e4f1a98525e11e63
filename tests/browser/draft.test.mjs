// What is typed is a draft: nothing of it is in the plan until it is taken, and only what somebody chose becomes data.
// It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  checkbox,
  date,
  dated,
  dates,
  focused,
  fold,
  goTo,
  group,
  holdTimers,
  openParts,
  saved,
  stepRow,
  storedPlans,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

const RENEWAL = { id: 90, name: 'Renewal', date: '2027-03-31' };
const OPEN_HOUSE = { id: 91, name: 'Open house on Main Street', date: '2027-02-01' };

async function onRoute(page, go, parts = {}) {
  await go();
  await addImported(page, planFile({ events: [RENEWAL], ...parts }), 'From a file');
  await goTo(page, 'Map the route');
}

const step = (page, number) => stepRow(page, `Prospect step ${number}`);
const when = (page, number) => textbox(step(page, number), 'When');
const due = async (page, number) => (await dates(page, 'Prospect'))[number - 1];
const dueIs = (page, number, day) => until(async () => (await due(page, number)) === day, `${number} is due on ${day}`);
const events = async (page) => {
  await saved(page);
  const [stored] = await storedPlans(page);
  return (stored.plan.events ?? []).map(({ name }) => name);
};
const choose = (scope, name, value) => scope.getByRole('combobox', { name, exact: true }).selectOption(value);
/** Longer than the typing rests before a sentence is taken. */
const rest = (page) => page.waitForTimeout(1500);

// --- Nothing is left behind ---

const PHRASES = [
  '10 days before the fair',
  '10 days before the renewal',
  '10 days after step 1',
  'within a fortnight, on a Tuesday',
  'next month',
  '15 January 2027',
  '2 wks',
  'the day after the trade fair',
  'before Christmas',
];

journey('whatever is typed and deleted key by key leaves no event behind', async ({ page, go }) => {
  await onRoute(page, go, { events: [RENEWAL, OPEN_HOUSE] });
  const field = when(page, 3);
  // On a slow machine the typing would rest between two keys.
  const letGo = await holdTimers(page);
  for (const phrase of PHRASES) {
    await field.fill('');
    await field.pressSequentially(phrase);
    for (const _ of phrase) await field.press('Backspace');
    await field.press('Escape');
  }
  await letGo();
  assert.equal(await field.inputValue(), '2 working days after step 2');
  assert.equal(await due(page, 3), '2026-11-27');
  assert.deepEqual(await events(page), ['Renewal', 'Open house on Main Street']);
});

journey('nor does a phrase at whose every word the typing rests', { timeout: 300_000 }, async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  for (const phrase of ['10 days before the fair', 'the day after the trade fair']) {
    await field.fill('');
    for (const word of phrase.split(' ')) {
      await field.pressSequentially(`${word} `);
      await rest(page);
    }
    await field.press('Tab');
    assert.deepEqual(await events(page), ['Renewal']);
    await field.focus();
    await field.press('Escape');
  }
});

journey('typed and pasted mean the same', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  const taken = [];
  for (const put of [(text) => field.pressSequentially(text), (text) => page.keyboard.insertText(text)]) {
    for (const phrase of ['next month', '2 wks', 'within 2 weeks, on a Monday', '15 January', '10 days before the renewal']) {
      await field.fill('');
      await put(phrase);
      await field.press('Enter');
      taken.push([phrase, await field.inputValue(), await due(page, 3)]);
    }
  }
  assert.deepEqual(taken.slice(5), taken.slice(0, 5));
  assert.deepEqual(taken[0].slice(1), ['1 month after step 2', '2026-12-25']);
});

// --- Draft, then taken ---

journey('a sentence is told live and taken when the typing has rested, not before', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('2 weeks');
  await step(page, 3).getByText('2 weeks after step 2: Wed 9 Dec 2026').waitFor();
  assert.equal(await due(page, 3), '2026-11-27');
  await dueIs(page, 3, '2026-12-09');
  assert.equal(await field.inputValue(), '2 weeks');
  await field.press('Tab');
  assert.equal(await field.inputValue(), '2 weeks after step 2');
});

journey('Enter takes a sentence, Escape leaves the plan as it was', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('3 weeks');
  await field.press('Escape');
  assert.equal(await field.inputValue(), '2 working days after step 2');
  await field.fill('2 weeks');
  await field.press('Enter');
  await dueIs(page, 3, '2026-12-09');
  assert.equal(await field.inputValue(), '2 weeks after step 2');
});

journey('what shows a problem moves no date, and says where and what can be done', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('3 dyas');
  await field.press('Enter');
  await step(page, 3).getByText('“dyas” is not understood here.').waitFor();
  assert.equal(await due(page, 3), '2026-11-27');
  assert.deepEqual(await axe(page), []);
  await button(step(page, 3), '“3 days”: Mon 30 Nov 2026').click();
  await dueIs(page, 3, '2026-11-30');
  await focused(field, 'the sentence');
});

journey('an event is made only by choosing to, and a near one is offered', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('10 days before the renewl');
  await field.press('Enter');
  await button(step(page, 3), '“10 days before the Renewal”: Wed 17 Mar 2027').click();
  await dueIs(page, 3, '2027-03-17');
  assert.deepEqual(await events(page), ['Renewal']);
  await field.fill('10 days before the trade show');
  await field.press('Enter');
  await button(step(page, 3), 'Add the event “trade show”').click();
  await announcement(page, 'Added the event “trade show”.');
  assert.deepEqual(await events(page), ['Renewal', 'trade show']);
  await button(page, 'Undo').click();
  assert.deepEqual(await events(page), ['Renewal']);
});

journey('a step on another way is named, not taken for the step before', async ({ page, go }) => {
  await onRoute(page, go);
  await openParts(step(page, 2));
  await choose(step(page, 2), 'Only if', 'nobody reached');
  await when(page, 3).fill('4 days after step 2');
  await when(page, 3).press('Enter');
  await until(async () => (await dated(page, 'Prospect'))[2].When === '4 working days after step 2', 'step 2 is named');
});

journey('a digit changed beside an event with a long name makes no other', async ({ page, go }) => {
  await onRoute(page, go, { events: [OPEN_HOUSE] });
  const field = when(page, 3);
  await field.fill('3 days before Open house on Main Street');
  await field.press('Enter');
  await dueIs(page, 3, '2027-01-27');
  // The long sentence stands in two lines.
  await field.press('Control+Home');
  await field.press('Delete');
  await field.press('5');
  await field.press('Enter');
  await dueIs(page, 3, '2027-01-25');
  assert.deepEqual(await events(page), ['Open house on Main Street']);
});

journey('many days are asked about once', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('30 days');
  await field.press('Enter');
  await button(step(page, 3), '30 calendar days: Fri 25 Dec 2026').waitFor();
  await button(step(page, 3), '30 working days: Wed 6 Jan 2027').click();
  await dueIs(page, 3, '2027-01-06');
  await when(page, 2).fill('20 days');
  await when(page, 2).press('Enter');
  await until(async () => (await when(page, 2).inputValue()) === '20 working days after step 1', 'nothing is asked');
});

// --- The parts behind it ---

journey('a part changes what it is asked to and nothing else', async ({ page, go }) => {
  await onRoute(page, go);
  await when(page, 3).fill('5 to 10 days');
  await when(page, 3).press('Enter');
  await openParts(step(page, 3));
  const wait = textbox(step(page, 3), 'Wait');
  await wait.fill('12');
  await step(page, 3).getByText(/later than the wait|latest day/).first().waitFor();
  assert.equal(await when(page, 3).inputValue(), '5 to 10 working days after step 2');
  await wait.fill('6');
  await until(async () => (await when(page, 3).inputValue()) === '6 to 10 working days after step 2', 'only the first day moves');
});

// --- Undo ---

journey('one sentence is one undo, and a draft keeps Ctrl+Z to itself', async ({ page, go }) => {
  await onRoute(page, go);
  const field = when(page, 3);
  await field.fill('2 weeks');
  await field.press('Enter');
  await dueIs(page, 3, '2026-12-09');
  await field.press('End');
  await field.pressSequentially(', on a Friday');
  await field.press('Control+z');
  assert.equal(await due(page, 3), '2026-12-09');
  await field.press('Escape');
  await field.press('Control+z');
  await dueIs(page, 3, '2026-11-27');
});

journey('behind an open dialog nothing is undone', async ({ page, go }) => {
  await onRoute(page, go);
  await when(page, 3).fill('2 weeks');
  await when(page, 3).press('Enter');
  await goTo(page, 'Go and measure');
  await page.getByRole('button', { name: /^Other day or result: step 1, prospect/ }).click();
  await page.keyboard.press('Control+z');
  await button(page.getByRole('dialog'), 'Cancel').click();
  await dueIs(page, 3, '2026-12-09');
});

// --- What a choice shows is what the plan holds ---

journey('a refused choice shows what the plan holds, and the refusal beside it', async ({ page, go }) => {
  await onRoute(page, go);
  await openParts(step(page, 1));
  const only = step(page, 1).getByRole('combobox', { name: 'Only if', exact: true });
  await only.selectOption('nobody reached');
  await until(async () => (await only.inputValue()) === '', 'the choice is as it was');
  await step(page, 1).locator('.field', { has: page.getByRole('combobox', { name: 'Only if', exact: true }) }).locator('.field__message').filter({ hasText: /step/ }).waitFor();
});

journey('seven weekdays ticked are shown as what they are: no wish', async ({ page, go }) => {
  await onRoute(page, go);
  await openParts(step(page, 3));
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  const box = (day) => checkbox(step(page, 3), day);
  for (const day of days) await box(day).click();
  for (const day of days) assert.equal(await box(day).isChecked(), false, day);
  assert.equal(await when(page, 3).inputValue(), '2 working days after step 2');
});

journey('the last day worked stays ticked', async ({ page, go }) => {
  await onRoute(page, go);
  await unfold(page, 'Working days:');
  const week = page.getByRole('group', { name: 'Days you work' });
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday']) await checkbox(week, day).click();
  const friday = week.getByRole('checkbox', { name: /^Friday/ });
  await friday.click();
  await week.getByText('At least one day must be worked.').waitFor();
  assert.equal(await friday.isChecked(), true);
});

// --- The archive ---

journey('undo right after archiving takes the plan out of the archive', async ({ page, go }) => {
  await onRoute(page, go);
  await go('#/plans');
  await button(page, 'Archive From a file').click();
  await announcement(page, 'From a file is in the archive.');
  await page.keyboard.press('Control+z');
  await announcement(page, 'From a file is in use again');
  await button(page, 'Open From a file').waitFor();
});

// --- The day it is ---

/** Moves the page's own clock; timers go on as they are. */
const setClock = (context, moment) => context.clock.setFixedTime(new Date(moment));
const lateIs = (page, day) => page.getByText(`Late since ${day}`).first().waitFor();
const BEGUN = {
  runs: { prospect: { start: '2026-11-19', marks: [{ step: 2, on: '2026-11-19', fate: 'done' }] }, customer: {} },
};

journey('the day changes with the page open: over midnight, after sleep, back and forth', async ({ page, context, go }) => {
  await go();
  await addImported(page, planFile(BEGUN), 'From a file');
  await goTo(page, 'Go and measure');
  const wake = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  // The second step was due today.
  await dueIs(page, 2, '2026-11-23');
  for (const [moment, day] of [
    ['2026-11-24T00:00:30+01:00', '2026-11-24'],
    ['2026-12-03T08:00:00+01:00', '2026-12-03'],
    ['2026-11-23T23:59:00+01:00', '2026-11-23'],
  ]) {
    await setClock(context, moment);
    await wake();
    await dueIs(page, 2, day);
  }
});

journey('a mark is made on the day it is made, whatever the page showed', async ({ page, context, go }) => {
  await go();
  await addImported(page, planFile(BEGUN), 'From a file');
  await goTo(page, 'Go and measure');
  await setClock(context, '2026-11-25T00:10:00+01:00');
  await page.getByRole('button', { name: /^Done: step 2, prospect/ }).click();
  await announcement(page, 'Done on Wed 25 Nov 2026');
});

journey('a mark on a day to come is asked about', async ({ page, go }) => {
  await go();
  await addImported(page, planFile(BEGUN), 'From a file');
  await goTo(page, 'Go and measure');
  await page.getByRole('button', { name: /^Other day or result: step 2, prospect/ }).click();
  const dialog = page.getByRole('dialog');
  await date(dialog, 'On which day').fill('2026-12-10');
  await button(dialog, 'Done').click();
  await dialog.getByText('Thu 10 Dec 2026 has not come yet. Mark it as done then?').waitFor();
  await button(dialog, 'Yes, mark it then').click();
  await dueIs(page, 2, '2026-12-10');
});

// --- What was left behind before ---

journey('events left behind are offered for removal', async ({ page, go }) => {
  const litter = ['t', 'th'].map((name, at) => ({ id: 95 + at, name }));
  await onRoute(page, go, { events: [RENEWAL, ...litter] });
  await go('#/plan/review');
  await page.getByRole('button', { name: /^Events without a use/ }).click();
  const found = page.getByRole('main').getByText('The event “th” has no date, and no step is counted from it').first();
  await found.waitFor();
});
