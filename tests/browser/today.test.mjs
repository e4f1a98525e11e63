// Today: what waits, for whom, done where it stands. The example has 25 people in the middle of their way. It is Monday 23
// November 2026.

import assert from 'node:assert/strict';
import { announcement, arrived, button, date, focused, openExample, reload, saved, textbox, until } from './app.mjs';
import { axe, journey, pdfText } from './support.mjs';

async function onToday(page, go) {
  await go();
  await openExample(page);
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await arrived(page, 'Monday, 23 Nov');
}

const part = (page, name) => page.getByRole('region', { name: new RegExp(`^${name}`) });
const lines = (page, name) => part(page, name).getByRole('listitem');
/** The line for somebody, late or today. */
const lineFor = (page, who) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: who, exact: true }) }).first();
const opener = (page, who) => lineFor(page, who).getByRole('button').first();
const names = async (page, name) => lines(page, name).getByRole('link').allInnerTexts();

journey('what is late, what is due and what comes next is there, for whom, by whom and when', async ({ page, go }) => {
  await onToday(page, go);
  assert.deepEqual(await names(page, 'Late'), ['Amara Nwosu', 'Marguerite Vance']);
  assert.equal(await lines(page, 'Today').count(), 8);
  const said = (await lineFor(page, 'Gareth Llewellyn').innerText()).replace(/\s+/g, ' ');
  assert.match(said, /^Prospect step 2 Ring to hear the piano’s story \(up to three tries\) Gareth Llewellyn Phone Nora Keane 1st of 3 tries$/);
  // The weeks ahead beside it: today has the eight and the two that are late.
  const today = page.getByRole('cell').filter({ hasText: '23' }).first();
  assert.equal(await today.getAttribute('aria-current'), 'date');
  assert.match(await today.innerText(), /10 things to do/);
  assert.deepEqual(await axe(page), []);
});

journey('a step is done by one press, later ones follow, and one undo brings it back', async ({ page, go }) => {
  await onToday(page, go);
  await opener(page, 'Amara Nwosu').click();
  const line = lineFor(page, 'Amara Nwosu');
  await line.getByText(/^Thu 19 Nov 2026: .*; still open, so it is due now, Mon 23 Nov$/).waitFor();
  await button(line, 'Done').click();
  await announcement(page, 'Done: “Answer the enquiry and say when we will ring”, for Amara Nwosu. Undo brings it back.');
  await until(async () => String(await names(page, 'Late')) === 'Marguerite Vance', 'it is late no more');
  await saved(page);
  await reload(page);
  assert.deepEqual(await names(page, 'Late'), ['Marguerite Vance'], 'it was kept');
  await opener(page, 'Marguerite Vance').click();
  await button(lineFor(page, 'Marguerite Vance'), 'Skip').click();
  await part(page, 'Late').waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  await until(async () => String(await names(page, 'Late')) === 'Marguerite Vance', 'it is back');
});

journey('a week of work by the keyboard alone', async ({ page, go }) => {
  await onToday(page, go);
  await opener(page, 'Amara Nwosu').focus();
  await page.keyboard.press('d');
  await focused(opener(page, 'Marguerite Vance'), 'the next line');
  // Up to the calls, and one tried in vain.
  for (const who of ['Beatrix Hollander', 'Eoin Gallagher', 'Florian Becker', 'Gareth Llewellyn']) {
    await page.keyboard.press('ArrowDown');
    await focused(opener(page, who), who);
  }
  await page.keyboard.press('t');
  await announcement(page, /^Tried in vain: “Ring to hear the piano’s story/);
  // Letters do nothing while something is typed.
  await opener(page, 'Florian Becker').focus();
  await page.keyboard.press('Enter');
  await textbox(lineFor(page, 'Florian Becker'), 'Notes on this step').focus();
  await page.keyboard.type('does bobs');
  await textbox(lineFor(page, 'Florian Becker'), 'Notes on this step').and(page.locator(':focus')).waitFor();
  assert.equal(await textbox(lineFor(page, 'Florian Becker'), 'Notes on this step').inputValue(), 'does bobs');
  await page.keyboard.press('Escape');
  await focused(opener(page, 'Florian Becker'), 'the line that was open');
  // Put off to another day.
  await page.keyboard.press('o');
  await focused(date(lineFor(page, 'Florian Becker'), 'Another day'), 'the day');
  await date(lineFor(page, 'Florian Becker'), 'Another day').fill('2026-11-26');
  await lineFor(page, 'Florian Becker').getByText(/^Put off to that day: .*\b3 working days later\. /).waitFor();
  await page.keyboard.press('Enter');
  await announcement(page, /, for Florian Becker, is put off to Thu 26 Nov 2026\. Undo brings it back\.$/);
  await until(async () => !(await names(page, 'Today')).includes('Florian Becker'), 'it is not due today');
  // They bought: the steps for customers come next.
  await opener(page, 'Samuel Oyelaran').focus();
  await page.keyboard.press('b');
  await announcement(page, 'Samuel Oyelaran: bought. Undo takes it back.');
  await page.keyboard.press('Control+z');
  await until(async () => (await names(page, 'Today')).includes('Samuel Oyelaran'), 'the undo');
});

journey('the keys of a line work from where one arrives, and wherever in the line one is', async ({ page, go }) => {
  await onToday(page, go);
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('ArrowDown');
  await focused(opener(page, 'Amara Nwosu'), 'the first line');
  await lineFor(page, 'Marguerite Vance').getByRole('checkbox').focus();
  await page.keyboard.press('s');
  await announcement(page, /^Skipped: .*, for Marguerite Vance\./);
  await button(page, 'Undo').click();
  await lineFor(page, 'Marguerite Vance').getByRole('link').focus();
  await page.keyboard.press('x');
  assert.ok(await lineFor(page, 'Marguerite Vance').getByRole('checkbox').isChecked());
});

journey('several lines are done at once and come back at once', async ({ page, go }) => {
  await onToday(page, go);
  for (const who of ['Eoin Gallagher', 'Florian Becker', 'Viktor Dragan']) {
    await opener(page, who).focus();
    await page.keyboard.press('x');
  }
  const bar = page.getByRole('group', { name: 'Selected lines' });
  await bar.getByText('3 lines').waitFor();
  await button(bar, 'Next working day').click();
  await announcement(page, '3 lines put off to Tue 24 Nov 2026. Undo brings them back.');
  assert.equal(await lines(page, 'Today').count(), 5);
  await bar.waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  await until(async () => (await lines(page, 'Today').count()) === 8, 'all three are back');
  // A key on one of them means all of them too.
  for (const who of ['Eoin Gallagher', 'Florian Becker']) {
    await opener(page, who).focus();
    await page.keyboard.press('x');
  }
  await page.keyboard.press('d');
  await announcement(page, 'Done: 2 lines. Undo brings them back.');
});

journey('one sees what one does, and the list divided otherwise', async ({ page, go }) => {
  await onToday(page, go);
  await page.getByRole('button', { name: /^Fintan Daly/ }).click();
  assert.deepEqual(await names(page, 'Today'), ['Lucinda Farrow', 'Samuel Oyelaran', 'Walter Pemberton']);
  await page.getByRole('button', { name: 'Everybody' }).click();
  await page.getByLabel('Divided by').selectOption('sequence');
  await part(page, 'Customer sequence').waitFor();
  await part(page, 'Answers').getByText('Answer what they asked').waitFor();
  await page.getByLabel('Divided by').selectOption('for whom');
  await part(page, 'Amara Nwosu').waitFor();
});

journey('what cannot be done with some of the lines that are selected is said, and done with the others', async ({ page, go }) => {
  await onToday(page, go);
  // Where his call leads to depends on what came of it.
  for (const who of ['Eoin Gallagher', 'Gareth Llewellyn']) {
    await opener(page, who).focus();
    await page.keyboard.press('x');
  }
  await page.keyboard.press('d');
  await announcement(page, /^Done: “Agree who looks after them from here”, for Eoin Gallagher\. Undo brings it back\. 1 line is left: open it/);
  assert.ok((await names(page, 'Today')).includes('Gareth Llewellyn'));
  await opener(page, 'Gareth Llewellyn').focus();
  await page.keyboard.press('d');
  await lineFor(page, 'Gareth Llewellyn').getByLabel('What came of it').selectOption({ index: 1 });
  await date(lineFor(page, 'Gareth Llewellyn'), 'Another day').fill('2026-11-20');
  await lineFor(page, 'Gareth Llewellyn').getByText(/^Done on that day: \d+ steps come /).waitFor();
  await button(lineFor(page, 'Gareth Llewellyn'), 'Done on that day').click();
  await announcement(page, /^Done: “Ring to hear the piano’s story/);
  // What is tried once is not tried in vain.
  await opener(page, 'Viktor Dragan').focus();
  await page.keyboard.press('t');
  await announcement(page, 'With 1 line this cannot be done. Open it to see what can.');
});

journey('what is printed from here is this list, of everybody or of one', async ({ t, page, go }) => {
  await onToday(page, go);
  const printed = async () => (await pdfText(t, await page.pdf({ format: 'A4' }))).replace(/\s+/g, ' ');
  const all = await printed();
  for (const part of [/^Monday, 23 Nov/, /Late .*Today .*Next /, /Amara/, /For whom/, /Phone, \+44/]) assert.match(all, part);
  await page.getByRole('button', { name: /^Fintan Daly/ }).click();
  const his = await printed();
  assert.match(his, /Fintan Daly/);
  assert.doesNotMatch(his, /Amara/);
  // From any other page the plan is printed.
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await page.getByRole('heading', { name: 'When it happens' }).waitFor();
  assert.match(await printed(), /Prospect sequence/);
});

journey('what somebody asked is answered', async ({ page, go }) => {
  await onToday(page, go);
  const line = page.getByRole('listitem').filter({ hasText: 'Answer what they asked' });
  await line.getByRole('button').first().click();
  await button(line, 'Answered').click();
  await line.waitFor({ state: 'detached' });
});

journey('whoever wants to hear nothing more is on no list any more', async ({ page, go }) => {
  await onToday(page, go);
  await opener(page, 'Viktor Dragan').click();
  await button(lineFor(page, 'Viktor Dragan'), 'Wants to hear nothing more').click();
  await page.getByText(/^Nothing is ever due for them again/).waitFor();
  await button(lineFor(page, 'Viktor Dragan'), 'Yes, nothing more').click();
  await announcement(page, 'Viktor Dragan: wants to hear nothing more. Undo takes it back.');
  await button(page, 'Show what comes after that').click();
  assert.equal(await page.getByRole('link', { name: 'Viktor Dragan', exact: true }).count(), 0);
});

journey('the list follows the clock over midnight', async ({ page, context, go }) => {
  await onToday(page, go);
  const next = await lines(page, 'Next').filter({ hasText: 'tomorrow' }).count();
  await context.clock.setFixedTime(new Date('2026-11-24T09:00:00+01:00'));
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByRole('heading', { level: 1, name: 'Tuesday, 24 Nov' }).waitFor();
  // What was left over is late, what was tomorrow is today, but for what waits behind it.
  await until(async () => (await lines(page, 'Late').count()) >= 8, 'what was left over is late');
  assert.ok((await lines(page, 'Today').count()) <= next);
});

journey('a plan without people leads to where they are added', async ({ page, go }) => {
  await go();
  await button(page, 'Start a new plan').click();
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('link', { name: 'Add the first people' }).click();
  await arrived(page, 'People');
});

journey('people are found by their names from any page', async ({ page, go }) => {
  await onToday(page, go);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lucinda');
  await page.getByRole('option', { name: /Lucinda Farrow/ }).waitFor();
  await page.keyboard.press('Enter');
  await arrived(page, 'Lucinda Farrow');
});
