// Step 5 as a grid: it works like a spreadsheet, by keys, by hand and by drag. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  checkbox,
  chooseIn,
  dated,
  dates,
  focused,
  goTo,
  group,
  openExample,
  openParts,
  region,
  saved,
  stepRow,
  storedPlans,
  textbox,
  until,
} from './app.mjs';
import { dueDates } from './calendar.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

const START = '2026-11-23';
const PROSPECTS = 'Before the first purchase';

async function onRoute(page, go, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await goTo(page, 'Map the route');
}

const row = (page, number, audience = 'Prospect') => stepRow(page, `${audience} step ${number}`);
const cell = (page, number, name) => row(page, number).locator(`[aria-label="${name}"]:not(ul)`);
const tick = (page, number, audience) => checkbox(row(page, number, audience), `Select step ${number}`);
const grid = (page, audience = 'Prospect') => page.getByRole('table', { name: `${audience} sequence`, exact: true });
const next = (page, audience = 'Prospect') => textbox(grid(page, audience), 'Type the next step');
const bar = (page) => group(page, 'Selected steps');

const column = async (page, name, audience = 'Prospect') => (await dated(page, audience)).map((row) => row[name]);
const columnIs = (page, name, expected, audience) =>
  until(async () => String(await column(page, name, audience)) === String(expected), `${name} is ${expected}`);
const tasks = (...numbers) => numbers.map((number) => `prospect task ${number}`);

// --- Typing ---

journey('a step takes one key beside its text, and its cells at most five', async ({ page, go }) => {
  const people = [{ id: 80, name: 'Ann' }];
  await onRoute(page, go, { prospect: 0, customer: 0, people });
  let keys = 0;
  const press = async (key) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await next(page).click();
  for (const line of ['answer by e-mail', 'call in two weeks, Ann', 'letter a month later']) {
    await page.keyboard.type(line);
    await press('Enter');
  }
  await columnIs(page, 'With', ['E-mail', 'Phone', 'Letter or parcel']);
  assert.equal(keys, 3);
  const [, call] = await dated(page, 'Prospect');
  assert.deepEqual([call.What, call.When, call.Who], ['Call', '2 weeks after step 1', 'Ann']);

  // The same cell by cell: the next row, then each cell by Tab.
  keys = 0;
  await page.keyboard.type('Visit');
  await press('Enter');
  await press('ArrowUp');
  await press('Tab');
  await page.keyboard.type('3 days');
  await press('Enter');
  await columnIs(page, 'What', ['Answer by e-mail', 'Call', 'Letter', 'Visit']);
  await until(async () => (await dated(page, 'Prospect'))[3].When === '3 working days after step 3', 'the wait is taken');
  assert.ok(keys <= 5, `${keys} keys`);
});

journey('a row is 44 to 48 pixels high, and twenty of them stand on two screens', { profile: { viewport: { width: 1440, height: 900 } } }, async ({ page, go }) => {
  await onRoute(page, go, { prospect: 20 });
  const boxes = await Promise.all(
    Array.from({ length: 20 }, (_, at) => row(page, at + 1).evaluate((node) => node.getBoundingClientRect().toJSON())),
  );
  for (const { height } of boxes) assert.ok(height >= 44 && height <= 48, `${height} pixels`);
  assert.ok(boxes.at(-1).bottom - boxes[0].top < 2 * 900 - 300);
});

journey('Enter and the arrows go from row to row, and Escape leaves a cell as it was', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 1, 'What').click();
  await page.keyboard.press('Enter');
  await focused(cell(page, 2, 'What'), 'the cell below');
  await page.keyboard.press('End');
  await page.keyboard.type(' and more');
  await columnIs(page, 'What', ['prospect task 1', 'prospect task 2 and more', 'prospect task 3']);
  await page.keyboard.press('Escape');
  await columnIs(page, 'What', tasks(1, 2, 3));
  await page.keyboard.press('Tab');
  await focused(cell(page, 2, 'When'), 'the next cell');
  await page.keyboard.type('1 week');
  await page.keyboard.press('ArrowDown');
  await focused(cell(page, 3, 'When'), 'the cell below');
  assert.equal(await cell(page, 2, 'When').inputValue(), '1 week after step 1', 'leaving takes what is understood');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await focused(cell(page, 1, 'When'), 'two rows up');
  await cell(page, 3, 'Who').focus();
  await page.keyboard.press('Enter');
  await focused(next(page), 'the row for the next step');
  await page.keyboard.press('ArrowUp');
  await focused(cell(page, 3, 'What'), 'the last row');
});

journey('what cannot be understood keeps the focus, and leaving it changes nothing', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 2, 'When').fill('3 dyas');
  await page.keyboard.press('Enter');
  await focused(cell(page, 2, 'When'), 'the cell');
  await row(page, 2).getByText('“dyas” is not understood here.').waitFor();
  const before = await row(page, 3).evaluate((node) => node.getBoundingClientRect().top);
  await page.keyboard.press('Escape');
  assert.equal(await row(page, 3).evaluate((node) => node.getBoundingClientRect().top), before, 'no row has moved');
  assert.deepEqual(await dates(page, 'Prospect'), dueDates(START, [{}, { wait: 2 }, { wait: 2 }]));
});

journey('the structured form opens from the sentence', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 2, 'When').fill('2 weeks');
  await button(row(page, 2), 'Change the parts').click();
  await focused(textbox(row(page, 2), 'Wait'), 'the first part');
  assert.equal(await textbox(row(page, 2), 'Wait').inputValue(), '2');
});

// --- People and channels ---

journey('somebody new is added where they are chosen', async ({ page, go }) => {
  await onRoute(page, go, { people: [{ id: 80, name: 'Ann' }] });
  const who = cell(page, 2, 'Who');
  await who.fill('Be');
  await page.getByRole('option', { name: 'Add “Be”' }).waitFor();
  await who.fill('Ben');
  assert.deepEqual(await axe(page, '#step-2'), []);
  await page.keyboard.press('Enter');
  await columnIs(page, 'Who', ['Myself', 'Ben', 'Myself']);
  await focused(cell(page, 3, 'Who'), 'the next row');
  await page.keyboard.type('be');
  await page.getByRole('option', { name: 'Ben', exact: true }).waitFor();
  await page.keyboard.press('Tab');
  await columnIs(page, 'Who', ['Myself', 'Ben', 'Ben']);
  await cell(page, 1, 'Who').fill('');
  await page.keyboard.press('Enter');
  await columnIs(page, 'Who', ['', 'Ben', 'Ben']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await columnIs(page, 'Who', ['Myself', 'Myself', 'Myself']);
});

journey('a list opens on a press, keys go about in it, and Escape changes nothing', async ({ page, go }) => {
  await onRoute(page, go);
  const channel = cell(page, 1, 'With');
  await channel.click();
  await page.getByRole('option', { name: 'In person' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await columnIs(page, 'With', ['E-mail', 'E-mail', 'E-mail']);
  await channel.click();
  await page.getByRole('option', { name: 'Phone' }).click();
  await columnIs(page, 'With', ['Phone', 'E-mail', 'E-mail']);
  await channel.fill('carrier pigeon');
  await page.keyboard.press('Tab');
  await announcement(page, '“carrier pigeon” is none of those to choose from. Nothing has changed.');
  await columnIs(page, 'With', ['Phone', 'E-mail', 'E-mail']);
});

// --- Moving ---

journey('Alt and an arrow move a step, Ctrl+D duplicates it, and the focus stays with it', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 3, 'When').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await columnIs(page, 'What', tasks(1, 3, 2));
  await announcement(page, 'Now step 2 of 3');
  await focused(cell(page, 2, 'When'), 'the cell of the step that moved');
  await page.keyboard.press('Alt+ArrowDown');
  await columnIs(page, 'What', tasks(1, 2, 3));
  await focused(cell(page, 3, 'When'), 'the cell of the step that moved back');
  await page.keyboard.press('Alt+ArrowDown');
  await announcement(page, 'Nothing stands below it.');
  await page.keyboard.press('Control+d');
  await columnIs(page, 'What', tasks(1, 2, 3, 3));
  await announcement(page, 'Prospect step 3 duplicated.');
});

journey('several rows are selected by keys and changed at once, and one undo takes it back', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 5 });
  await tick(page, 2).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await focused(tick(page, 3), 'the box below');
  await bar(page).getByText('2 steps', { exact: true }).waitFor();
  assert.deepEqual(await axe(page), []);

  await button(bar(page), '↓ Move down').click();
  await columnIs(page, 'What', tasks(1, 4, 2, 3, 5));
  await button(page, 'Undo').click();
  await columnIs(page, 'What', tasks(1, 2, 3, 4, 5));

  await chooseIn(bar(page), 'Channel, for all that are selected', 'phone');
  await columnIs(page, 'With', ['E-mail', 'Phone', 'Phone', 'E-mail', 'E-mail']);
  await chooseIn(bar(page), 'Who, for all that are selected', 'Ben');
  await columnIs(page, 'Who', ['Myself', 'Ben', 'Ben', 'Myself', 'Myself']);
  await button(page, 'Undo').click();
  await columnIs(page, 'Who', ['Myself', 'Myself', 'Myself', 'Myself', 'Myself']);

  await button(bar(page), 'Duplicate').click();
  await columnIs(page, 'What', tasks(1, 2, 2, 3, 3, 4, 5));
  await button(page, 'Undo').click();
  await button(bar(page), 'Move to customers').click();
  await announcement(page, '2 steps moved to the end of the customer sequence.');
  await columnIs(page, 'What', ['customer task 1', 'customer task 2', ...tasks(2, 3)], 'Customer');
  await bar(page).waitFor({ state: 'detached' });
  await focused(cell(page, 2, 'What'), 'the row that follows');
  await button(page, 'Undo').click();
  await columnIs(page, 'What', tasks(1, 2, 3, 4, 5));
});

journey('what is removed leaves the focus on its neighbour, and comes back', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 4 });
  await tick(page, 2).check();
  await tick(page, 3).check();
  await page.keyboard.press('Delete');
  await announcement(page, '2 steps removed. Undo brings them back.');
  await columnIs(page, 'What', tasks(1, 4));
  await focused(cell(page, 2, 'What'), 'the row in their place');
  await tick(page, 2).focus();
  await page.keyboard.press('Delete');
  await focused(cell(page, 1, 'What'), 'the row before');
  await tick(page, 1).focus();
  await page.keyboard.press('Delete');
  await focused(next(page), 'the row for the next step');
  for (let count = 0; count < 3; count += 1) await page.keyboard.press('Control+z');
  await columnIs(page, 'What', tasks(1, 2, 3, 4));
});

const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const number = (page, at, audience) => row(page, at, audience).getByTitle('Drag to move');

async function drag(page, from, to, lower = false) {
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 10);
  await page.mouse.move(start.x, end.y + (lower ? 12 : -12), { steps: 5 });
  await page.locator('.grid__row--landing').waitFor();
  await page.mouse.up();
}

journey('steps are dragged within a sequence and to the other', { profile: { viewport: { width: 1440, height: 1200 } } }, async ({ page, go }) => {
  await onRoute(page, go, { prospect: 4 });
  await drag(page, number(page, 4), row(page, 2));
  await columnIs(page, 'What', tasks(1, 4, 2, 3));
  await number(page, 1).click();
  await tick(page, 2).check();
  assert.ok(await tick(page, 1).isChecked(), 'a press on the number selects');
  await drag(page, number(page, 1), row(page, 4), true);
  await columnIs(page, 'What', tasks(2, 3, 1, 4));
  await drag(page, number(page, 3), row(page, 2, 'Customer'));
  await columnIs(page, 'What', ['customer task 1', ...tasks(1, 4), 'customer task 2'], 'Customer');
  assert.equal(await page.locator('.grid__row--landing').count(), 0, 'no line is left behind');
});

// --- To a spreadsheet and back ---

const copied = (page) =>
  page.evaluate(() => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  });
const paste = (page, text) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    return document.activeElement.dispatchEvent(event);
  }, text);

journey('rows are copied as cells', async ({ page, go }) => {
  await onRoute(page, go);
  await tick(page, 1).check();
  await page.keyboard.press('Shift+ArrowDown');
  assert.equal(
    await copied(page),
    [
      'Step\tWhat\tWhen\tDue\tWho\tWith',
      '1\tprospect task 1\ton the start date\tMon 23 Nov 2026\tMyself\tE-mail',
      '2\tprospect task 2\t2 working days after step 1\tWed 25 Nov 2026\tMyself\tE-mail',
    ].join('\n'),
  );
  await announcement(page, '2 steps copied.');
});

journey('cells of a spreadsheet and a list with bullets become rows, and one undo takes them back', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 2, people: [{ id: 80, name: 'Ann' }] });
  await cell(page, 1, 'What').focus();
  const cells = ['Owner\tDelay\tTask', 'Ann\t3 days\tCall about the offer', 'Ann\t2 weeks\tSend a letter'];
  assert.equal(await paste(page, cells.join('\n')), false, 'the field takes nothing of it');
  await columnIs(page, 'What', ['prospect task 1', 'Call about the offer', 'Send a letter', 'prospect task 2']);
  const [, call, letter] = await dated(page, 'Prospect');
  assert.deepEqual([call.When, call.Who, call.With], ['3 working days after step 1', 'Ann', 'Phone']);
  assert.deepEqual([letter.When, letter.Who, letter.With], ['2 weeks after step 2', 'Ann', 'Letter or parcel']);
  await announcement(page, '2 steps added.');
  await focused(cell(page, 2, 'What'), 'the first new row');
  await button(page, 'Undo').click();
  await columnIs(page, 'What', tasks(1, 2));

  await next(page).focus();
  await paste(page, '- call next day\n- e-mail in 3 days\n');
  await columnIs(page, 'What', [...tasks(1, 2), 'Call', 'E-mail']);
  assert.equal(await next(page).inputValue(), '');

  await cell(page, 1, 'What').focus();
  assert.equal(await paste(page, 'one line'), true, 'one line goes into the field');
});

// --- What it tells ---

journey('dates that have moved are said once the typing rests', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 2, 'When').fill('1 week');
  await page.keyboard.press('Enter');
  await announcement(page, /^2 dates moved\. The last date becomes Wed 2 Dec 2026 instead of /);
});

journey('a step that waits for an outcome is set in under the one that decides', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 4 });
  await openParts(row(page, 2));
  const only = row(page, 2).getByRole('combobox', { name: 'Only if', exact: true });
  await only.selectOption('nobody reached');
  await row(page, 2).getByText('only if nobody is reached in step 1').waitFor();
  const left = (at) => number(page, at).evaluate((node) => node.getBoundingClientRect().left);
  assert.ok((await left(2)) > (await left(1)) + 16);
  assert.equal(await left(3), await left(1));
  assert.deepEqual(await axe(page), []);
});

const PHONE = { viewport: { width: 360, height: 780 }, hasTouch: true };

journey('on a phone channel and tools have the whole line of a card', { profile: PHONE }, async ({ page, go }) => {
  await go();
  await openExample(page);
  await goTo(page, 'Map the route');
  const { all, seen } = await cell(page, 2, 'With').evaluate((field) => ({ all: field.scrollWidth, seen: field.clientWidth }));
  assert.ok(all <= seen, `“Phone: Telephone, enquiry sheet” takes ${all} of ${seen} px`);
});

journey('on a phone a step is a card, and its details open in it', { profile: PHONE }, async ({ page, go }) => {
  await onRoute(page, go);
  const at = (name) => cell(page, 1, name).evaluate((node) => node.getBoundingClientRect().top);
  const [what, when, channel, who] = [await at('What'), await at('When'), await at('With'), await at('Who')];
  assert.ok(what < when && when < who && who < channel, 'what, when, who and with below each other');
  await button(row(page, 1), 'More about Prospect step 1').click();
  const details = group(page, 'Details of prospect step 1');
  await details.getByRole('textbox', { name: 'How many tries' }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${width} pixels wide`);
  assert.deepEqual(await axe(page), []);
});

for (const colorScheme of ['light', 'dark']) {
  journey(`nothing is found wrong with the grid, opened, ${colorScheme}`, { profile: { colorScheme } }, async ({ page, go }) => {
    await onRoute(page, go, { goals: [], runs: { prospect: {}, customer: {} } });
    await openParts(region(page, PROSPECTS));
    await cell(page, 2, 'Who').click();
    assert.deepEqual(await axe(page), []);
  });
}

journey('of a long plan the dates in sight follow a key, and the others once the typing rests', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 120 });
  await cell(page, 1, 'When').fill('2 days');
  await page.evaluate(() => {
    window.redated = [];
    const dates = document.querySelectorAll('.grid time');
    const count = (changes) => window.redated.push(changes.length);
    new MutationObserver(count).observe(dates[0].closest('table'), { subtree: true, attributeFilter: ['datetime'] });
  });
  await cell(page, 1, 'When').press('Enter');
  await until(async () => (await page.evaluate(() => window.redated.length)) > 1, 'all have followed');
  const [first, second] = await page.evaluate(() => window.redated);
  assert.equal(first + second, 120);
  assert.ok(first < 60, `${first} at once`);
  assert.deepEqual(await dates(page, 'Prospect'), dueDates(START, Array(120).fill({ wait: 2 })));
});

// --- A next step that was typed and not entered ---

journey('a next step that was typed is added when its row is left, understood or not', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 1 });
  await next(page).click();
  await page.keyboard.type('post a card in 5 days', { delay: 20 });
  await page.keyboard.press('Tab');
  await announcement(page, '1 step added.');
  await columnIs(page, 'What', ['prospect task 1', 'Post a card']);
  await next(page).click();
  await page.keyboard.type('call before Friday', { delay: 20 });
  await goTo(page, 'Goals');
  await goTo(page, 'Map the route');
  await columnIs(page, 'What', ['prospect task 1', 'Post a card', 'Call before Friday']);
});

journey('a next step that was typed goes into the plan it was typed for, not into a new one', async ({ page, go }) => {
  await onRoute(page, go, { prospect: 1 });
  await next(page).click();
  await page.keyboard.type('call before Friday', { delay: 20 });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('start a new plan', { delay: 20 });
  await page.keyboard.press('Enter');
  await arrived(page, 'Fresh start');
  await saved(page);
  const stored = await storedPlans(page);
  const steps = stored.map(({ plan }) => plan.sequences.prospect.steps.map((step) => step.what)).sort();
  assert.deepEqual(steps, [[], ['prospect task 1', 'Call before Friday']]);
});
