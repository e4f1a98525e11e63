// Dates one can ask: why this one, what was done, which days suit, which way is taken. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  alsoPrint,
  announcement,
  button,
  checkbox,
  date,
  dated,
  dates,
  focused,
  goTo,
  openParts,
  reload,
  saved,
  stepRow,
  textbox,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, pdfText } from './support.mjs';

const THANKSGIVING = { date: '2026-11-26', name: 'Thanksgiving' };

async function on(page, go, stage, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await goTo(page, stage);
}

const step = (page, number) => stepRow(page, `Prospect step ${number}`);
const table = (page) => page.getByRole('table', { name: 'Prospect sequence', exact: true });
const reason = (page) => page.getByRole('note').filter({ visible: true });
const datesAre = (page, expected) =>
  until(async () => String(await dates(page, 'Prospect')) === String(expected), `the dates are ${expected}`);
const choose = (scope, name, value) => scope.getByRole('combobox', { name, exact: true }).selectOption(value);
const more = (page, number) => openParts(step(page, number));
const mark = (page, act, number) =>
  table(page).getByRole('button', { name: new RegExp(`^${act}: step ${number},`) });

journey('a date tells by keyboard why it is that one', async ({ page, go }) => {
  await on(page, go, 'Map the route', { holidays: [THANKSGIVING] });
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-30']);
  const third = table(page).getByRole('button', { name: 'Mon 30 Nov 2026' });
  await third.focus();
  await page.keyboard.press('Enter');
  const words = 'Mon 30 Nov 2026: 2 working days after Wed 25 Nov (step 2); skipped Thu 26 (Thanksgiving), Sat 28, Sun 29';
  await reason(page).getByText(words, { exact: true }).waitFor();
  // What the note lies over is judged once it is put away.
  assert.deepEqual(await axe(page, '[role=note]'), []);
  await page.keyboard.press('Escape');
  await reason(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await axe(page), []);
  await focused(third, 'the date');
});

journey('a step that is done moves those that follow, and undo brings them back', async ({ page, go }) => {
  await on(page, go, 'Go and measure', { runs: { prospect: { start: '2026-11-18' }, customer: {} } });
  await datesAre(page, ['2026-11-18', '2026-11-20', '2026-11-24']);
  await mark(page, 'Done', 1).click();
  await announcement(page, 'Done on Mon 23 Nov 2026');
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);
  const [first, second] = await dated(page, 'Prospect');
  assert.deepEqual([first.Planned, first.Done], ['Wed 18 Nov 2026', 'Done, Mon 23 Nov 2026\nChange']);
  assert.match(second.Due, /^Wed 25 Nov 2026\s+3 working days later$/);
  await focused(mark(page, 'Change', 1), 'the button that was pressed');
  await saved(page);
  await reload(page);
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);

  await mark(page, 'Change', 1).click();
  const asked = page.getByRole('dialog', { name: /^Prospect step 1/ });
  await date(asked, 'On which day').fill('2026-11-19');
  assert.deepEqual(await axe(page), []);
  await button(asked, 'Done').click();
  await asked.waitFor({ state: 'hidden' });
  // Counted from Thursday, the second would have been due today.
  await datesAre(page, ['2026-11-19', '2026-11-23', '2026-11-25']);
  await button(page, 'Undo').click();
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);

  await mark(page, 'Change', 1).click();
  await button(asked, 'Open again').click();
  await datesAre(page, ['2026-11-18', '2026-11-20', '2026-11-24']);
});

journey('what is late says since when, and may be skipped', async ({ page, go }) => {
  const marks = [{ step: 2, on: '2026-11-16', fate: 'done' }];
  await on(page, go, 'Go and measure', { runs: { prospect: { start: '2026-11-16', marks }, customer: {} } });
  await datesAre(page, ['2026-11-16', '2026-11-23', '2026-11-25']);
  await table(page).getByText('Late since Wed 18 Nov').waitFor();
  await mark(page, 'Other day or result', 2).click();
  await button(page.getByRole('dialog'), 'Skipped').click();
  await table(page).getByText('Skipped, Mon 23 Nov 2026').waitFor();
  assert.equal(await table(page).getByText('Late since').count(), 0);
});

journey('a step waits for a day that suits', async ({ page, go }) => {
  await on(page, go, 'Map the route', { holidays: [THANKSGIVING] });
  await more(page, 2);
  // Wednesday is the last working day before the holiday.
  await checkbox(step(page, 2), 'Not right before a holiday').check();
  await datesAre(page, ['2026-11-23', '2026-11-27', '2026-12-01']);
  await checkbox(step(page, 2), 'Tuesday').check();
  await checkbox(step(page, 2), 'Thursday').check();
  await datesAre(page, ['2026-11-23', '2026-12-01', '2026-12-03']);
  const at_most = textbox(step(page, 2), 'Wait at most');
  await at_most.fill('1');
  await step(page, 2).getByText('would come before its earliest').waitFor();
  await at_most.fill('4');
  await step(page, 2).getByText('No day in time is as you wish').first().waitFor();
  await at_most.fill('8');
  await table(page).getByRole('button', { name: 'Tue 1 Dec 2026' }).click();
  await reason(page).getByText(/the first day that is a Tuesday or Thursday and that is not right before a holiday$/).waitFor();
});

journey('after three calls in vain another way is taken', async ({ page, go }) => {
  await on(page, go, 'Map the route');
  await more(page, 1);
  await textbox(step(page, 1), 'How many tries').fill('3');
  await textbox(step(page, 1), 'Working days apart').fill('2');
  await more(page, 2);
  await choose(step(page, 2), 'Only if', 'nobody reached');
  await step(page, 2).getByText('only if nobody is reached in step 1').waitFor();
  // Calls on the 23rd, 25th and 27th; the letter two working days after the last, the third step after the first.
  await datesAre(page, ['2026-11-23', '2026-12-01', '2026-11-25']);
  const counted = async () => (await dated(page, 'Prospect')).map((row) => row.When);
  assert.deepEqual((await counted()).slice(1), ['2 working days after the last try of step 1', '2 working days after step 1']);

  await goTo(page, 'Go and measure');
  await page.getByText('These steps decide when it ends: 1, 3.').waitFor();
  await page.getByRole('region', { name: 'If it turns out otherwise with prospects' }).getByText('If nobody is reached in step 1').waitFor();
  await mark(page, 'Done', 1).click();
  const asked = page.getByRole('dialog', { name: /^Prospect step 1/ });
  await button(asked, 'In vain: try 1 of 3').click();
  await datesAre(page, ['2026-11-25', '2026-12-01', '2026-11-27']);
  await mark(page, 'Done', 1).click();
  await choose(asked, 'What came of it', 'nobody reached');
  await button(asked, 'Done').click();
  await table(page).getByText('Done: nobody reached, Mon 23 Nov 2026').waitFor();
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-27']);
  // The branch is taken, so what comes after it is counted from it.
  assert.equal((await counted())[2], '2 working days after step 2');
  assert.equal(await page.getByRole('region', { name: 'If it turns out otherwise with prospects' }).count(), 0);
});

journey('a step counts back from an event, and from a date', async ({ page, go }) => {
  const events = [{ id: 90, name: 'Renewal', date: '2027-02-01' }];
  await on(page, go, 'Map the route', { events });
  await more(page, 3);
  await textbox(step(page, 3), 'Wait').fill('10');
  await choose(step(page, 3), 'Counted from', 'before Renewal');
  await datesAre(page, ['2026-11-23', '2026-11-25', '2027-01-18']);
  await choose(step(page, 3), 'Counted from', 'before a date');
  await date(step(page, 3), 'Which date').fill('2026-12-07');
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-11-23']);
  await step(page, 3).getByText('Too late to start by then').waitFor();
  await choose(step(page, 3), 'Counted from', 'after another step');
  const which = textbox(step(page, 3), 'Which step');
  await which.fill('3');
  await step(page, 3).getByText('Write the number of a step above this one, 1 to 2.').waitFor();
  await which.fill('1');
  await datesAre(page, ['2026-11-23', '2026-11-25', '2026-12-07']);
});

journey('the reasons are printed when they are asked for', async ({ t, page, go }) => {
  await on(page, go, 'Go and measure', { holidays: [THANKSGIVING] });
  const printed = async () => (await pdfText(t, await page.pdf({ format: 'A4' }))).replaceAll(/\s+/g, ' ');
  assert.doesNotMatch(await printed(), /skipped/);
  await alsoPrint(page, 'Why each date');
  assert.match(await printed(), /skipped.*Thanksgiving/);
});

journey('a wait is understood as people write it', async ({ page, go }) => {
  await on(page, go, 'Map the route');
  const when = textbox(step(page, 3), 'When');
  for (const [text, day, canonical] of [
    ['3 days', '2026-11-30', '3 working days after step 2'],
    ['within a fortnight', '2026-11-26', 'within 14 calendar days after step 2'],
    ['2 weeks after the start, on a Tuesday', '2026-12-08', '2 weeks after the start, on a Tuesday'],
    ['next month', '2026-12-25', '1 month after step 2'],
  ]) {
    await when.fill(text);
    await step(page, 3).getByText(`${canonical}: `).waitFor();
    await when.press('Enter');
    await until(async () => (await dates(page, 'Prospect'))[2] === day, `${text} is ${day}`);
    assert.equal((await dated(page, 'Prospect'))[2].When, canonical);
    assert.equal(await when.inputValue(), canonical);
  }
});
