// The whole way with the keyboard alone: no mouse, and the focus can be seen wherever it is.

import assert from 'node:assert/strict';
import {
  STAGES,
  announcement,
  arrived,
  button,
  checkbox,
  date,
  dated,
  dates,
  downloaded,
  focused,
  fold,
  group,
  importField,
  isFocused,
  region,
  saved,
  stepRow,
  textbox,
  until,
  withFileChooser,
} from './app.mjs';
import { dueDates } from './calendar.mjs';
import { journey } from './support.mjs';

/** A date whose digits are the same whether the day or the month comes first. */
const START = { iso: '2027-02-02', keys: '02022027' };
const REVIEW = { iso: '2027-05-05', keys: '05052027' };

/** How the focus shows: nothing when it does not. */
const focusRing = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    // The button within a date field, the last stop there, has the browser's own ring.
    if (node.type === 'date' && !node.matches(':focus-visible')) return 'within';
    // In a picture the ring is drawn.
    if (node instanceof SVGElement) {
      const drawn = [...node.querySelectorAll('path')].map((shape) => getComputedStyle(shape));
      return drawn.some(({ stroke, strokeWidth }) => stroke !== 'none' && parseFloat(strokeWidth) >= 3) ? 'drawn' : '';
    }
    // A field that is part of a box has its ring around the box.
    for (let at = node; at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) return outlineStyle;
      if (at === node && boxShadow !== 'none') return boxShadow;
    }
    return '';
  });

/** Whether the focus is where it can be seen, rather than scrolled out or covered. */
const isInSight = (page) =>
  page.evaluate(() => {
    const { top, bottom, left, right } = document.activeElement.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  });

const focusOn = (page) => page.evaluate(() => document.activeElement.outerHTML.slice(0, 100));

/** Presses Tab until something has the focus, which shows at every stop. */
async function tabTo(page, target, key = 'Tab') {
  await target.waitFor();
  for (let stops = 0; stops < 150; stops += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
    const what = await focusOn(page);
    const ring = await focusRing(page);
    // A page that comes takes the focus with it.
    if (!what.startsWith('<body') && what === (await focusOn(page))) assert.ok(ring, `the focus shows on ${what}`);
  }
  assert.fail(`Tab leads to ${target}`);
}

async function enter(page, target) {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page, field, text) {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

async function tick(page, box) {
  await tabTo(page, box);
  await page.keyboard.press('Space');
  assert.ok(await box.isChecked());
}

/** Chooses by the first letters. */
async function choose(page, select, words) {
  await tabTo(page, select);
  await page.keyboard.type(words);
  assert.equal(await select.evaluate((node) => node.selectedOptions[0].textContent), words);
}

async function goOnTo(page, heading) {
  await enter(page, button(page, 'Continue'));
  await arrived(page, heading);
  assert.ok(await isInSight(page), `the heading “${heading}” is in sight`);
}

const combobox = (scope, name) => scope.getByRole('combobox', { name, exact: true });

journey('the keyboard alone leads to a complete, dated plan', async ({ page, go }) => {
  await go();
  await enter(page, button(page, 'Start a new plan'));
  await arrived(page, STAGES[0]);
  await type(page, textbox(page, 'Name of your business'), 'Bakery');
  await type(page, textbox(page, 'Name of this plan'), 'By hand');
  await type(page, textbox(page, 'What you sell'), 'Bread');
  await choose(page, combobox(page, 'Currency'), 'GBP');
  await type(page, textbox(page, 'What starts the prospect sequence'), 'Came in');
  await type(page, textbox(page, 'What starts the customer sequence'), 'Bought a loaf');
  await tick(page, checkbox(page, 'We have new tools'));

  await goOnTo(page, 'Destination');
  await type(page, textbox(page, 'As a prospect'), 'They feel welcome.');
  await type(page, textbox(page, 'As a customer'), 'They feel at home.');

  await goOnTo(page, 'Goals');
  await type(page, textbox(page, 'Add a goal'), 'Mornings');
  await page.keyboard.press('Enter');
  await focused(textbox(page, 'Add a goal'), 'the field for the next goal');
  await tick(page, checkbox(page, 'More referrals'));
  await tick(page, checkbox(page, 'Trust'));
  await enter(page, button(page, 'Sort the picked ideas for me'));
  await announcement(page, 'Sorted.');
  await enter(page, button(page, 'Move to prospects: “Mornings”'));
  await announcement(page, 'Mornings is now under prospect');
  await tabTo(page, button(page, 'Move “Mornings” up'));
  await page.keyboard.press('Enter');
  await announcement(page, 'Mornings: place 1 of 2');
  await focused(button(page, 'Move “Mornings” up'), 'the arrow');

  await goOnTo(page, 'By…');
  const actions = { Mornings: 'a letter', Trust: 'a call', 'More referrals': 'a cake' };
  for (const [goal, action] of Object.entries(actions)) {
    await type(page, textbox(region(page, goal), 'by'), action);
    await page.keyboard.press('Enter');
    await announcement(page, `Added: ${action}`);
  }
  const last = region(page, 'More referrals');
  await tabTo(page, fold(last, 'Add a measure'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await type(page, textbox(last, 'What is counted'), 'cakes');

  await goOnTo(page, 'Map the route');
  await type(page, date(page, 'Start date'), START.keys);
  for (const section of ['Before the first purchase', 'From the first purchase on']) {
    await enter(page, button(region(page, section), 'Put all on the route'));
    await button(region(page, section), 'Put all on the route').waitFor({ state: 'detached' });
  }
  const [first, second] = [1, 2].map((number) => stepRow(page, `Prospect step ${number}`));
  const customer = stepRow(page, 'Customer step 1');
  await focused(textbox(customer, 'What'), 'the first step that was put on the route');
  await tabTo(page, combobox(first, 'With'), 'Shift+Tab');
  await page.keyboard.type('let');
  await page.keyboard.press('Enter');
  await focused(combobox(second, 'With'), 'the same cell of the next row');
  await page.keyboard.type('ph');
  await page.keyboard.press('Tab');
  await focused(button(second, 'More about Prospect step 2'), 'what else there is');
  await page.keyboard.press('Enter');
  await tabTo(page, textbox(second, 'Wait'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await choose(page, combobox(second, 'Unit'), 'weeks');
  await choose(page, combobox(second, 'Counted from'), 'after the start');
  await tabTo(page, combobox(customer, 'With'));
  await page.keyboard.type('in p');
  await page.keyboard.press('Enter');
  const due = dueDates(START.iso, [{}, { wait: 3, unit: 'weeks', from: 'after the start' }]);
  await until(async () => String(await dates(page, 'Prospect')) === String(due), `the dates are ${due}`);

  await goOnTo(page, 'Prepare and build');
  for (const name of ['Prospect step 1', 'Prospect step 2', 'Customer step 1']) {
    const step = group(page, name);
    await choose(page, combobox(step, 'Who does it'), 'Myself');
    await type(page, textbox(step, 'Tools and resources'), 'pen');
    await type(page, textbox(step, 'The message, or notes for the call'), 'Hello');
    await tick(page, checkbox(step, 'Ready to go'));
  }

  await goOnTo(page, 'Go and measure');
  await type(page, textbox(page, 'Result so far'), 'nine');
  await type(page, date(page, 'Next review date'), REVIEW.keys);
  await saved(page);
  await tabTo(page, button(page, 'Export JSON'), 'Shift+Tab');
  const { name, text } = await downloaded(page, () => page.keyboard.press('Enter'));
  assert.match(name, /by-hand/);
  const { plan, schedule } = JSON.parse(text);
  assert.equal(plan.review, REVIEW.iso);
  assert.deepEqual(schedule.prospect.map((step) => step.due), due);
  assert.deepEqual((await dated(page, 'Customer')).map((row) => [row.What, row.iso, row.With]), [
    ['a cake', START.iso, 'In person: pen'],
  ]);

  await goOnTo(page, 'By hand');
  await page.getByText('7 of 7 complete').waitFor();
});

journey('the skip link is the first stop and leads to the heading', async ({ page, go }) => {
  await go('#/about');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await page.keyboard.press('Tab');
  assert.ok(await isFocused(skip));
  assert.ok(await isInSight(page), 'it comes into sight');
  assert.ok(await focusRing(page));
  await page.keyboard.press('Enter');
  await focused(page.getByRole('heading', { level: 1 }), 'the heading');
  assert.match(page.url(), /#\/about$/);
  await page.keyboard.press('Tab');
  const channels = page.getByRole('region', { name: 'Channels compared' });
  assert.ok(await isFocused(channels), 'the table that may scroll is the first stop of the content');
});

journey('a file’s preview keeps the focus within and gives it back', async ({ page, go }) => {
  const chosen = await withFileChooser(page);
  await go();
  const field = importField(page);
  await tabTo(page, field);
  const chooser = await chosen(() => page.keyboard.press('Enter'));
  await chooser.setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await button(page, 'Close').waitFor();
  const isWithin = () => page.getByRole('dialog').evaluate((dialog) => dialog.contains(document.activeElement));
  await until(isWithin, 'the focus is in the dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await focused(field, 'the field that the file came from');
});

journey('the focus shows in the dark too, and under the colours of the system', async ({ page, go }) => {
  for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }]) {
    await page.emulateMedia(media);
    await go();
    await tabTo(page, button(page, 'Open the example'));
    await tabTo(page, page.getByRole('link', { name: 'All plans', exact: true }), 'Shift+Tab');
  }
});
