// Team: who is away, how much there is to do, how much more fits, and what came of it. The example has Nora Keane and Fintan
// Daly, who look after 25 people in the middle of their way. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  announcement,
  arrived,
  button,
  checkbox,
  date,
  focused,
  group,
  openExample,
  region,
  reload,
  saved,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { axe, journey, pdfText } from './support.mjs';

async function onTeam(page, go) {
  await go();
  await openExample(page);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'Who is away, how much fits' }).click();
  await arrived(page, 'Team');
}

const nora = (page) => region(page, 'Nora Keane');
const absences = (page) => nora(page).getByRole('list', { name: 'Away' }).getByRole('listitem');
const hours = (page) => textbox(nora(page), 'Hours for follow-up a week');
const room = (page) => region(page, 'How many new people you can take');
const moves = (page) => group(nora(page), 'What moves');
const addDays = (page) => button(page, 'Add days away of Nora Keane');
const weeks = (page) => nora(page).getByRole('table', { name: 'The next 8 weeks of Nora Keane' }).getByRole('row');

journey('what is printed from here is this page, with everybody in time where that is open', async ({ t, page, go }) => {
  await onTeam(page, go);
  const printed = async () => (await pdfText(t, await page.pdf({ format: 'A4' }))).replace(/\s+/g, ' ');
  const closed = await printed();
  assert.match(closed, /Nora Keane Away No days away are known\. How much there is/);
  assert.match(closed, /How many new people you can take/);
  assert.doesNotMatch(closed, /Prospect sequence, from|Done Step What When Due/);
  await unfold(page, 'Everybody in time');
  await page.getByRole('table', { name: 'Everybody in time' }).getByRole('img').first().waitFor();
  assert.match(await printed(), /Aoife Delaney Prospect, step/);
});

journey('days away show what moves before they are taken, and one undo takes them back', async ({ page, go }) => {
  await onTeam(page, go);
  await nora(page).getByText('No days away are known.').waitFor();
  await addDays(page).click();
  await date(nora(page), 'From').fill('2026-11-30');
  await date(nora(page), 'To').fill('2026-12-04');
  await moves(page).getByText(/^12 steps of Nora Keane fall on these days: 11 will wait, 1 keeps its day\.$/).waitFor();
  await moves(page).getByText(/^This changes dates of \d+ people\.$/).waitFor();
  await nora(page).getByLabel('What becomes of the steps').selectOption('Fintan Daly does them');
  await moves(page).getByText(/^\d+ steps of Nora Keane fall on these days and will go to Fintan Daly\.$/).waitFor();
  await moves(page).getByText('No date moves.').waitFor();
  await textbox(nora(page), 'What it is called').fill('Skiing');
  assert.deepEqual(await axe(page), []);
  assert.equal(await absences(page).count(), 0, 'nothing is taken yet');
  await button(nora(page), 'Take it').click();
  await announcement(page, 'Nora Keane is away: Mon 30 Nov to Fri 4 Dec 2026. Undo takes it back.');
  assert.match(
    (await absences(page).first().innerText()).replace(/\s+/g, ' '),
    /^Mon 30 Nov to Fri 4 Dec 2026 Skiing Fintan Daly does the steps\. Remove$/,
  );
  await focused(addDays(page), 'the way to add more');
  assert.match(await weeks(page).nth(2).innerText(), /nothing/, 'she has nothing to do that week');
  await saved(page);
  await reload(page);
  await absences(page).first().waitFor();
  await button(page, 'Remove Mon 30 Nov to Fri 4 Dec 2026 of Nora Keane').click();
  await nora(page).getByText('No days away are known.').waitFor();
  await button(page, 'Undo').click();
  await absences(page).first().waitFor();
});

journey('what was taken is undone by one undo', async ({ page, go }) => {
  await onTeam(page, go);
  await addDays(page).click();
  await date(nora(page), 'To').fill('2026-11-25');
  await button(nora(page), 'Take it').click();
  await absences(page).first().waitFor();
  await button(page, 'Undo').click();
  await nora(page).getByText('No days away are known.').waitFor();
});

journey('days that cannot be are refused in words, with what to do', async ({ page, go }) => {
  await onTeam(page, go);
  await addDays(page).click();
  await date(nora(page), 'From').fill('2026-12-04');
  await date(nora(page), 'To').fill('2026-11-30');
  const refusal = 'The last day comes before the first. Choose a later one.';
  await moves(page).getByText(refusal).waitFor();
  await button(nora(page), 'Take it').click();
  await focused(date(nora(page), 'From'), 'what is to be put right');
  assert.equal(await nora(page).getByText(refusal).count(), 1, 'it is said once');
  await date(nora(page), 'From').fill('');
  await moves(page).getByText('Choose the days to see what moves.').waitFor();
  await button(nora(page), 'Leave it').click();
  await focused(addDays(page), 'the way to it');
  assert.equal(await absences(page).count(), 0);
});

journey('a limit of hours is told as passed, by words, and how many new people fit', async ({ page, go }) => {
  await onTeam(page, go);
  await room(page).getByText('How many new prospects fit is not known yet.').waitFor();
  await nora(page).getByText('No limit is set, so nothing is too much.').waitFor();
  await hours(page).fill('0.5');
  await weeks(page).filter({ hasText: / of 30 min.*too much/s }).first().waitFor();
  await nora(page).getByText(/^In \d+ weeks? there is more to do than fits\.$/).waitFor();
  await room(page).getByText('Not even one new prospect a week fits.').waitFor();
  await room(page).getByText(/^The limit is Nora Keane in the week of \d+ \w+: .* of 30 min are taken/).first().waitFor();
  await hours(page).fill('40');
  await nora(page).getByText('All of it fits.').waitFor();
  await room(page).getByText(/^You can take \d+ new prospects a week\.$/).waitFor();
  assert.deepEqual(await axe(page), []);
  await hours(page).fill('five');
  await nora(page).getByText('Write the hours as a number, such as 5 or 2.5.').waitFor();
  await hours(page).fill('2.25');
  await nora(page).getByText('Write whole or half hours, such as 5 or 2.5.').waitFor();
  await hours(page).fill('');
  await nora(page).getByText('No limit is set, so nothing is too much.').waitFor();
});

journey('somebody works other days than the business, and at least one', async ({ page, go }) => {
  await onTeam(page, go);
  const days = group(nora(page), 'Days Nora Keane works');
  await days.getByText('The days of the business.').waitFor();
  const take = async () => {
    const dialog = page.getByRole('dialog', { name: 'What moves' });
    await dialog.getByText(/^This changes dates of \d+ (people|person)\.$/).waitFor();
    await button(dialog, 'Make the change').click();
    await dialog.waitFor({ state: 'hidden' });
  };
  await checkbox(days, 'Tuesday').click();
  await take();
  await announcement(page, 'Nora Keane works other days than the business. Undo takes it back.');
  await days.getByText('Other days than the business.').waitFor();
  while ((await days.getByRole('checkbox', { checked: true }).count()) > 1) {
    await days.getByRole('checkbox', { checked: true }).first().click();
    await take();
  }
  const last = days.getByRole('checkbox', { checked: true });
  await last.click();
  await days.getByText('At least one day must be worked. Tick another one first.').waitFor();
  assert.equal(await last.count(), 1);
});

journey('days away by the keyboard alone', async ({ page, go }) => {
  await onTeam(page, go);
  await addDays(page).focus();
  await page.keyboard.press('Enter');
  await focused(date(nora(page), 'From'), 'the first day');
  await textbox(nora(page), 'What it is called').focus();
  await page.keyboard.type('A course');
  await page.keyboard.press('Tab');
  await focused(nora(page).getByLabel('What becomes of the steps'), 'what becomes of the steps');
  await page.keyboard.press('ArrowDown');
  await moves(page).getByText(/will go to Fintan Daly\.$/).waitFor();
  await page.keyboard.press('Tab');
  await focused(button(nora(page), 'Take it'), 'the button');
  await page.keyboard.press('Enter');
  await announcement(page, 'Nora Keane is away: Mon 23 Nov 2026. Undo takes it back.');
  await focused(addDays(page), 'where one came from');
  await page.keyboard.press('Control+z');
  await until(async () => (await absences(page).count()) === 0, 'the undo');
});

journey('what came of the people is told from how many and how sure', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.getByRole('link', { name: 'What came back', exact: true }).click();
  await arrived(page, 'What came back');
  const came = region(page, 'What came of the people');
  const prospects = came.getByRole('row', { name: /^Prospect/ });
  assert.match((await prospects.innerText()).replace(/\s+/g, ' '), /^Prospect( \d+){9}$/);
  await came.getByText(/^\d+ of \d+ prospects bought\. With so few, it may as well be anything from \d+ to \d+ in a hundred/).waitFor();
  for (const part of ['By step', 'By channel', 'By group of people']) await unfold(came, part);
  await came.getByRole('table', { name: 'By step' }).getByText(/^\d+ of \d+ \(\d+ to \d+ %\)$/).first().waitFor();
  await came.getByRole('table', { name: 'By channel' }).getByText('Phone').waitFor();
  assert.deepEqual(await axe(page), []);
});

journey('where nobody is named it says where people are added', async ({ page, go }) => {
  await go();
  await button(page, 'Start a new plan').click();
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('team');
  await page.getByRole('option', { name: /Team: who is away/ }).waitFor();
  await page.keyboard.press('Enter');
  await arrived(page, 'Team');
  assert.deepEqual(await axe(page), []);
  await page.getByRole('link', { name: 'Add people in step 6' }).click();
  await focused(page.locator('summary', { hasText: 'Name the people who help' }), 'the place for them');
  await page.keyboard.press('Enter');
  await textbox(page, 'Add a person').waitFor();
});
