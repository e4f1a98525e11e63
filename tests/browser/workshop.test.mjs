// The workshop page by page: what one types, moves and takes back, and what the pages say to it. Goals and route
// have tests of their own.

import assert from 'node:assert/strict';
import {
  STAGES,
  addImported,
  announcement,
  arrived,
  button,
  checkbox,
  date,
  dated,
  exported,
  focused,
  fold,
  goOn,
  goTo,
  group,
  heading,
  region,
  reload,
  saved,
  startNewPlan,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

const holds = (field, text) => until(async () => (await field.inputValue()) === text, `the field holds “${text}”`);
const toOverview = (page) => page.getByRole('link', { name: 'Your plan', exact: true }).click();

async function onStage(page, go, stage, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await goTo(page, stage);
}

// --- From page to page ---

journey('going back in the browser while typing keeps what was typed', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Destination');
  await textbox(page, 'As a prospect').fill('Welcome');
  await page.goBack();
  await arrived(page, 'Fresh start');
  await saved(page);
  await page.goForward();
  await arrived(page, 'Destination');
  assert.equal(await textbox(page, 'As a prospect').inputValue(), 'Welcome');
});

journey('a page begins folded, whatever was unfolded on the page before', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
  await goTo(page, 'Prepare and build');
  const isOpen = await fold(page, 'Name the people who help').evaluate((node) => node.parentElement.open);
  assert.equal(isOpen, false);
});

journey('an empty plan may be walked through from end to end and back', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  for (const stage of STAGES.slice(1)) await goOn(page, stage);
  await button(page, 'Continue').click();
  await arrived(page, 'Your plan');
  await page.getByText('0 of 7 complete').waitFor();
  await goTo(page, 'Go and measure');
  for (const stage of STAGES.slice(0, -1).reverse()) {
    await button(page, 'Back').click();
    await arrived(page, stage);
  }
  await button(page, 'Back').click();
  await arrived(page, 'Your plan');
});

journey('the plan’s own page says what is there, what is missing, and leads to it', async ({ page, go }) => {
  await go();
  await addImported(page, planFile(), 'From a file');
  const summary = region(page, 'What the plan says');
  await summary.getByText('3 prospect steps, 2 customer steps, from Mon 23 Nov 2026').waitFor();
  await summary.getByText('1 for prospects, 0 for customers').waitFor();
  const tasks = region(page, 'The seven steps');
  const task = (stage) => tasks.getByRole('listitem').filter({ hasText: stage });
  await task('Go and measure').getByText('Not started').waitFor();
  await tasks.getByText('1 of 7 complete').waitFor();
  await summary.getByRole('link', { name: 'Change next review' }).click();
  await arrived(page, 'Go and measure');
  await date(page, 'Next review date').fill('2027-02-01');
  await toOverview(page);
  await task('Go and measure').getByText('Complete', { exact: true }).waitFor();
  await summary.getByText('Mon 1 Feb 2027').waitFor();
  await tasks.getByText('2 of 7 complete').waitFor();
  await page.getByRole('link', { name: 'Go on with Fresh start' }).click();
  await arrived(page, 'Fresh start');
});

// --- Back and forth in time ---

journey('changes on several pages are taken back and brought again, by buttons and by keys', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await textbox(page, 'Name of your business').pressSequentially('Bakery');
  await textbox(page, 'What you sell').fill('Bread');
  await goTo(page, 'Goals');
  await checkbox(page, 'Trust').check();
  await goTo(page, 'Destination');
  await textbox(page, 'As a customer').fill('Glad');
  const [undo, redo] = [button(page, 'Undo'), button(page, 'Redo')];
  assert.equal(await redo.getAttribute('aria-disabled'), 'true');

  await undo.click();
  await announcement(page, 'Undone');
  await holds(textbox(page, 'As a customer'), '');
  await page.keyboard.press('Control+z');
  await goTo(page, 'Goals');
  assert.ok(!(await checkbox(page, 'Trust').isChecked()), 'undone on a page that did not show it');
  await page.keyboard.press('Control+Shift+z');
  await announcement(page, 'Redone');
  assert.ok(await checkbox(page, 'Trust').isChecked());

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await goTo(page, 'Fresh start');
  assert.equal(await textbox(page, 'What you sell').inputValue(), '');
  assert.equal(await textbox(page, 'Name of your business').inputValue(), '', 'typed at one go, taken back at one go');
  assert.equal(await undo.getAttribute('aria-disabled'), 'true');
  await undo.press('Enter');
  await announcement(page, 'Nothing to undo');

  for (const expected of ['Bakery', 'Bakery']) {
    await redo.click();
    await holds(textbox(page, 'Name of your business'), expected);
  }
  await holds(textbox(page, 'What you sell'), 'Bread');
  await redo.click();
  await redo.click();
  assert.equal(await redo.getAttribute('aria-disabled'), 'true');
  await saved(page);
  await reload(page);
  await goTo(page, 'Destination');
  assert.equal(await textbox(page, 'As a customer').inputValue(), 'Glad');
});

journey('keys take back in the middle of a field, and a new change ends the way forward', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  const name = textbox(page, 'Name of this plan');
  await name.pressSequentially('Spring');
  await name.blur();
  await name.press('End');
  await name.pressSequentially(' and summer');
  await name.press('Control+z');
  await holds(name, 'Spring');
  await focused(name, 'the field');
  await name.press('Control+y');
  await holds(name, 'Spring and summer');
  await name.press('Control+z');
  await name.press('End');
  await name.pressSequentially('!');
  await holds(name, 'Spring!');
  assert.equal(await button(page, 'Redo').getAttribute('aria-disabled'), 'true');
  await name.press('Control+Shift+z');
  await announcement(page, 'Nothing to redo');
  assert.equal(await name.inputValue(), 'Spring!');
});

// --- Fresh start ---

journey('an amount that is none stays as typed, and the plan keeps the one it had', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  const value = textbox(page, 'Typical value of a deal');
  await value.fill('1,200.50');
  await value.blur();
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('JPY');
  await value.fill('-3');
  await page.getByText('An amount cannot be below zero.').waitFor();
  // Typed key by key, its beginning would be an amount.
  await value.fill('');
  await value.pressSequentially('1,2,3');
  assert.equal(await value.getAttribute('aria-invalid'), 'true');
  await value.fill('a lot');
  await page.getByText('Write a plain amount').waitFor();
  assert.equal(await value.getAttribute('aria-invalid'), 'true');
  await value.blur();
  assert.equal(await value.inputValue(), 'a lot');

  await textbox(page, 'New contacts a month').fill('forty');
  await page.getByText('Write a whole number, such as 40.').waitFor();
  await textbox(page, 'New contacts a month').fill('40');
  await unfold(page, 'Is it worth the hours?');
  await page.getByText('with your 40 new contacts a month, are 1 minute 15 seconds').waitFor();
  await goTo(page, 'Destination');
  await goTo(page, 'Fresh start');
  assert.match(await value.inputValue(), /^1,?200\.50?$/);
});

// --- Destination ---

journey('long and specific statements are noted while typing, and nothing blocks', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Destination');
  const statement = textbox(page, 'As a prospect');
  const notes = page.getByLabel('Notes on “As a prospect”').getByRole('listitem');
  const notesAre = async (...words) => {
    await until(async () => (await notes.count()) === words.length, `there are ${words.length} notes`);
    for (const [at, part] of words.entries()) await notes.nth(at).filter({ hasText: part }).waitFor();
  };
  await statement.fill('They feel at home. They learn. They trust us.');
  await notesAre();
  await statement.press('Control+End');
  await statement.pressSequentially(' They stay.');
  await notesAre('This has grown to 4 sentences.');
  await statement.fill('They get an answer within 24 hours. Always by e-mail. Until June.');
  await notesAre('“24 hours” is a number', '“e-mail” says how', '“June” is a date');
  assert.equal(await statement.getAttribute('aria-invalid'), null);
  await statement.fill('They are answered quickly.');
  await notesAre();
  await statement.fill('By telephone');
  await notesAre('“telephone” says how');
  await goOn(page, 'Goals');
  await button(page, 'Back').click();
  await arrived(page, 'Destination');
  assert.equal(await statement.inputValue(), 'By telephone');
});

journey('an example is taken over when asked for, and undo brings back one’s own', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Destination');
  const customer = region(page, 'As a customer');
  const statement = textbox(customer, 'As a customer');
  await unfold(customer, 'Show me examples');
  await button(customer, 'Use this and edit it').first().waitFor();
  await statement.fill('My own words.');
  await button(customer, 'Replace mine with this').first().click();
  await announcement(page, 'Example taken over as a customer');
  const isThere = async () => (await statement.inputValue()).startsWith('Our customers feel');
  await until(isThere, 'the example is in the field');
  await statement.press('Control+End');
  await statement.pressSequentially(' And so on.');
  assert.match(await statement.inputValue(), /^Our customers feel.* And so on\.$/);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  await holds(statement, 'My own words.');
  assert.equal(await textbox(page, 'As a prospect').inputValue(), '');
});

// --- By ---

journey('a goal asks for actions until it has three', async ({ page, go }) => {
  await onStage(page, go, 'By…');
  const goal = region(page, 'A goal from a file');
  const add = async (action) => {
    await textbox(goal, 'by').fill(action);
    await textbox(goal, 'by').press('Enter');
    await announcement(page, `Added: ${action}`);
  };
  await announcement(page, 'At least one action makes this goal reachable.');
  await add('a call');
  await announcement(page, 'One action. Two more would give you a choice.');
  await add('a letter');
  await announcement(page, 'Two actions. A third makes it a good set.');
  await add('a visit');
  await goal.getByText('A third makes it a good set.').waitFor({ state: 'hidden' });
  await textbox(goal, 'Action').nth(1).fill('a long letter');
  await button(goal, 'Remove “a call”').click();
  await announcement(page, 'Removed: by a call');
  await focused(textbox(goal, 'by'), 'the field for the next action');
  await announcement(page, 'Two actions.');
  assert.equal(await textbox(goal, 'Action').first().inputValue(), 'a long letter');
});

journey('a measure is summed up beside its action and gets a place for its result', async ({ page, go }) => {
  await onStage(page, go, 'By…');
  const goal = region(page, 'A goal from a file');
  await textbox(goal, 'by').fill('a call');
  await button(goal, 'Add action').click();
  await unfold(goal, 'Add a measure');
  await textbox(goal, 'What is counted').fill('calls answered');
  await textbox(goal, 'Target').fill('9 of 10');
  await date(goal, 'By when').fill('2027-06-30');
  await fold(goal, 'Measured by calls answered: 9 of 10 by Wed 30 Jun 2027').waitFor();
  await goTo(page, 'Go and measure');
  await page.getByRole('heading', { name: 'calls answered' }).waitFor();
  await page.getByText('Target: 9 of 10 by Wed 30 Jun 2027').waitFor();
  await textbox(page, 'Result so far').fill('7 of 10');
  await saved(page);
  await reload(page);
  assert.equal(await textbox(page, 'Result so far').inputValue(), '7 of 10');
});

journey('without goals, actions, steps or measures each page leads to where they come from', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  for (const [stage, link, to] of [
    ['By…', 'Pick some goals', 'Goals'],
    ['Prepare and build', 'Map the route', 'Map the route'],
    ['Go and measure', 'Map the route', 'Map the route'],
    ['Go and measure', 'Add one in step 4', 'By…'],
  ]) {
    await goTo(page, stage);
    await page.getByRole('article').getByRole('link', { name: link, exact: true }).click();
    await arrived(page, to);
  }
});

// --- Prepare and build ---

const who = (page, number, audience = 'Prospect') =>
  group(page, `${audience} step ${number}`).getByRole('combobox', { name: 'Who does it' });
const chosen = (select) => select.evaluate((node) => node.selectedOptions[0].textContent);

journey('a role or a named person does a step, and a new name is followed everywhere', async ({ page, go }) => {
  await onStage(page, go, 'Prepare and build');
  await unfold(page, 'Name the people who help');
  await textbox(page, 'Add a person').fill('Imogen');
  await textbox(page, 'Add a person').press('Enter');
  await who(page, 2).selectOption('Imogen');
  await who(page, 3).selectOption('Automation');
  await textbox(page, 'Name').fill('Imogen Hart');
  await until(async () => (await chosen(who(page, 2))) === 'Imogen Hart', 'the choice has the new name');
  await fold(page, '1 person helps by name').waitFor();
  await saved(page);
  await goTo(page, 'Go and measure');
  const names = async () => (await dated(page, 'Prospect')).map((row) => row.Who);
  assert.deepEqual(await names(), ['Myself', 'Imogen Hart', 'Automation']);

  await goTo(page, 'Prepare and build');
  assert.equal(await chosen(who(page, 2)), 'Imogen Hart');
  await unfold(page, '1 person helps by name');
  await button(page, 'Remove Imogen Hart').click();
  await announcement(page, 'Their steps have nobody now');
  await until(async () => (await chosen(who(page, 2))) === 'Choose…', 'nobody does the step');
  await button(page, 'Undo').click();
  await until(async () => (await chosen(who(page, 2))) === 'Imogen Hart', 'undo brings her back to the step');
});

journey('the list of what is missing leads to each place and shortens as it is filled in', async ({ page, go }) => {
  await onStage(page, go, 'Prepare and build', { prospect: 2, customer: 1 });
  await page.getByText('3 things are still missing').waitFor();
  await who(page, 2).selectOption('');
  await checkbox(group(page, 'Prospect step 2'), 'Ready to go').uncheck();
  await page.getByText('5 things are still missing').waitFor();
  await unfold(page, '5 things are still missing');
  await button(page, 'Settle who does prospect step 2').click();
  await focused(who(page, 2), 'who does the step');
  await who(page, 2).selectOption('Myself');
  await button(page, 'Settle who does prospect step 2').waitFor({ state: 'detached' });
  await button(page, 'Note what customer step 1 needs').click();
  await focused(who(page, 1, 'Customer'), 'the step');
  await checkbox(group(page, 'Prospect step 2'), 'Ready to go').check();
  for (const name of ['Prospect step 1', 'Prospect step 2', 'Customer step 1']) {
    await textbox(group(page, name), 'Tools and resources').fill('a pen');
  }
  await page.getByText('still missing').waitFor({ state: 'detached' });
});

journey('filling in what is missing leaves the list open and the focus where one types', async ({ page, go }) => {
  await onStage(page, go, 'Prepare and build', { prospect: 2, customer: 0 });
  await unfold(page, 'are still missing');
  const tools = textbox(group(page, 'Prospect step 1'), 'Tools and resources');
  await tools.pressSequentially('a pen');
  await focused(tools, 'the field');
  await button(page, 'Note what prospect step 2 needs').waitFor();
  await page.getByText('1 thing is still missing').waitFor();
});

// --- Go and measure ---

journey('the review date is kept, with its weekday beside it', async ({ page, go }) => {
  await onStage(page, go, 'Go and measure');
  const review = date(page, 'Next review date');
  await review.fill('2027-02-23');
  await page.getByText('Tuesday', { exact: true }).waitFor();
  await saved(page);
  await reload(page);
  assert.equal(await review.inputValue(), '2027-02-23');
  assert.equal((await exported(page)).file.plan.review, '2027-02-23');
});

journey('a route without a start asks for it where the dates are looked for', async ({ page, go }) => {
  await onStage(page, go, 'Go and measure', { runs: { prospect: {}, customer: {} } });
  await page.getByRole('link', { name: 'Set the start date' }).click();
  await focused(date(page, 'Start date'), 'the field that is asked for');
  await date(page, 'Start date').fill('2027-02-01');
  await goTo(page, 'Go and measure');
  await heading(page, 'Go and measure').waitFor();
  assert.equal(await page.getByRole('link', { name: 'Set the start date' }).count(), 0);
  assert.equal((await dated(page, 'Customer'))[0].iso, '2027-02-01');
});
