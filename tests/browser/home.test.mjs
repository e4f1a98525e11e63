// The plan's own page: what is late and next comes first and is marked right there; the picture of time is read and
// walked through by keyboard. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  date,
  focused,
  heading,
  isFocused,
  openExample,
  region,
  startNewPlan,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

/** Steps due on Wed 18, Fri 20 and Tue 24 November. */
const BEGUN = { runs: { prospect: { start: '2026-11-18' }, customer: {} } };

async function onHome(page, go, parts = BEGUN) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
}

const waiting = (page) => region(page, 'What is late, and what comes next');
const rows = async (page) =>
  (await waiting(page).getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
const shows = (page, expected) =>
  until(async () => String(await rows(page)) === String(expected), `the rows are ${expected}`);
const picture = (page) => page.getByRole('group', { name: /^The steps in time/ }).filter({ visible: true });
const mark = (page, name) => picture(page).getByRole('link', { name });
const told = (page) => page.locator('.timeline__told').innerText();

journey('what is late comes first, then what comes next, marked or not', async ({ page, go }) => {
  await onHome(page, go);
  await shows(page, [
    'Late since Wed 18 Nov Prospect step 1 prospect task 1 E-mail, Myself Done Other day',
    'Late since Fri 20 Nov Prospect step 2 prospect task 2 E-mail, Myself Done Other day',
    'Tomorrow Prospect step 3 prospect task 3 E-mail, Myself Done Other day',
  ]);
  // The steps after a purchase wait for nobody as long as nobody has bought.
  await page.getByText('The steps after the first purchase are counted from the start').waitFor();
  // Going on with the workshop is there, and no longer the main thing.
  const on = page.getByRole('link', { name: 'Go on with Fresh start' });
  const [, first] = await Promise.all([on.waitFor(), waiting(page).boundingBox()]);
  assert.ok(first.y < (await on.boundingBox()).y);
  assert.doesNotMatch(await on.getAttribute('class'), /main/);
});

journey('what was just written down stands there with its days, to the last step', async ({ page, go }) => {
  await go();
  await page.getByRole('textbox', { name: 'What you do after somebody gets in touch' }).fill(
    'call next day\ne-mail in 2 days\nletter a week later\nvisit a week later\ncard in a month',
  );
  await button(page, 'Make it a plan').click();
  await until(async () => (await rows(page)).length === 5, 'all five steps are listed');
  const listed = await rows(page);
  assert.match(listed[0], /^Tomorrow Prospect step 1 Call/);
  assert.match(listed[4], /^Mon 11 Jan 2027 Prospect step 5 Card/);
});

journey('a step is marked done where it waits, and the focus goes to the next', async ({ page, go }) => {
  await onHome(page, go);
  await button(page, 'Done: step 1, prospect task 1').click();
  await announcement(page, 'Done on Mon 23 Nov 2026');
  await shows(page, [
    'Wed 25 Nov Prospect step 2 prospect task 2 E-mail, Myself Done Other day',
    'Fri 27 Nov Prospect step 3 prospect task 3 E-mail, Myself Done Other day',
  ]);
  await focused(button(page, 'Done: step 2, prospect task 2'), 'the next step');
  await button(page, 'Undo').click();
  await until(async () => (await rows(page)).length === 3, 'it waits again');
});

journey('Enter in the dialog marks the step for the day written there', async ({ page, go }) => {
  await onHome(page, go);
  await button(page, 'Other day or result: step 1, prospect task 1').click();
  await date(page, 'On which day').fill('2026-11-19');
  await page
    .getByText(
      'Done on that day: Prospect step 1: Thu 19 Nov 2026 instead of Wed 18 Nov 2026. 2 other steps move. ' +
        'The last date becomes Wed 25 Nov 2026 instead of Tue 24 Nov 2026.',
    )
    .waitFor();
  await date(page, 'On which day').press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await until(async () => (await rows(page)).length === 2, 'the step is done');
  assert.match((await rows(page))[0], /^Today Prospect step 2/, 'two working days after Thu 19 Nov');
  await until(() => waiting(page).evaluate((node) => node.contains(document.activeElement)), 'the focus is in the list');
});

journey('a late step is put off to a day to come, and those after it move along', async ({ page, go }) => {
  await onHome(page, go);
  await button(page, 'Other day or result: step 1, prospect task 1').click();
  await button(page, 'Put off to that day').click();
  await page.getByRole('dialog').getByText('A step can go only to a day that is still to come').waitFor();
  await date(page, 'On which day').fill('2026-11-26');
  await page
    .getByText(
      'Put off to that day: Prospect step 1: Thu 26 Nov 2026 instead of Wed 18 Nov 2026. 2 other steps move. ' +
        'The last date becomes Wed 2 Dec 2026 instead of Tue 24 Nov 2026.',
    )
    .waitFor();
  await button(page, 'Put off to that day').click();
  await announcement(page, 'Put off to Thu 26 Nov 2026.');
  await shows(page, [
    'Thu 26 Nov Prospect step 1 prospect task 1 E-mail, Myself Put off Done Other day',
    'Mon 30 Nov Prospect step 2 prospect task 2 E-mail, Myself Done Other day',
    'Wed 2 Dec Prospect step 3 prospect task 3 E-mail, Myself Done Other day',
  ]);
  await page.reload();
  await button(page, 'Other day or result: step 1, prospect task 1').click();
  await button(page, 'Back to its planned day').click();
  await until(async () => /^Late since Wed 18 Nov/.test((await rows(page))[0]), 'it is late again');
});

journey('the dialog put away leaves the focus where it was', async ({ page, go }) => {
  await onHome(page, go);
  const other = button(page, 'Other day or result: step 2, prospect task 2');
  await other.click();
  await page.keyboard.press('Escape');
  await focused(other, 'the button that opened it');
});

journey('the picture is one stop for the Tab key, and the arrow keys go through its steps', async ({ page, go }) => {
  await onHome(page, go);
  const first = mark(page, /^Prospect step 1, prospect task 1, Wed 18 Nov 2026, late since Wed 18 Nov/);
  assert.equal(await picture(page).locator('[tabindex="0"]').count(), 1);
  await first.focus();
  assert.match(await told(page), /^Prospect step 1, prospect task 1, .*late since Wed 18 Nov, E-mail, Myself$/);
  await page.keyboard.press('End');
  assert.match(await told(page), /^Prospect step 3/);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const seen = [];
  for (let at = 0; at < 3; at += 1) {
    seen.push(await told(page));
    await page.keyboard.press('ArrowRight');
  }
  assert.equal(new Set(seen).size, 3, 'each key tells of another step');
  assert.equal(await picture(page).locator('[tabindex="0"]').count(), 1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await heading(page, 'Map the route').waitFor();
  await page.waitForURL(/#\/workshop\/route$/);
});

journey('a step of the picture is pressed and leads to its place', async ({ page, go }) => {
  await onHome(page, go);
  await mark(page, /^Prospect step 3/).click();
  await heading(page, 'Map the route').waitFor();
  const isThere = () => page.evaluate(() => document.activeElement.closest('#step-4, [id^=step-]') !== null);
  await until(isThere, 'the focus is in the step');
});

/** Presses a mark, pulls it so many days along the picture, and shows what is told before it is let go. */
async function pulled(page, name, days, last = () => page.mouse.up()) {
  const middle = async (which) => {
    const { x, y, width, height } = await mark(page, which).boundingBox();
    return { x: x + width / 2, y: y + height / 2 };
  };
  // Steps 1 and 2 are two days apart.
  const [first, second, from] = [await middle(/^Prospect step 1/), await middle(/^Prospect step 2/), await middle(name)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y);
  await page.mouse.move(from.x + (days * (second.x - first.x)) / 2, from.y + 5, { steps: 5 });
  const said = await told(page);
  await last();
  return said;
}

journey('a step is pulled to another day once one has seen what that moves', async ({ page, go }) => {
  await onHome(page, go, { ...BEGUN, runs: { ...BEGUN.runs, prospect: { start: '2026-11-23' } } });
  await mark(page, /^Prospect step 2, .*Wed 25 Nov 2026/).waitFor();
  assert.equal(await pulled(page, /^Prospect step 2/, 5), 'Prospect step 2: Mon 30 Nov 2026. Let go to see what moves.');
  const dialog = page.getByRole('dialog', { name: 'What moves' });
  await dialog.waitFor();
  assert.deepEqual(await dialog.getByRole('listitem').allInnerTexts(), [
    'Prospect step 2: Mon 30 Nov 2026 instead of Wed 25 Nov 2026.',
    '1 other step moves, to Wed 2 Dec 2026.',
    'The last date becomes Wed 2 Dec 2026 instead of Fri 27 Nov 2026.',
  ]);
  await button(dialog, 'Leave it as it is').click();
  await mark(page, /^Prospect step 2, .*Wed 25 Nov 2026/).waitFor();
  await pulled(page, /^Prospect step 2/, 5);
  await button(dialog, 'Make the change').click();
  await mark(page, /^Prospect step 2, .*Mon 30 Nov 2026/).waitFor();
  await mark(page, /^Prospect step 3, .*Wed 2 Dec 2026/).waitFor();
  await button(page, 'Undo').click();
  await mark(page, /^Prospect step 3, .*Fri 27 Nov 2026/).waitFor();
});

journey('what is late and is pulled to the first day on which it can be done is late no more', async ({ page, context, go }) => {
  // On Saturday, what was due on Friday can be done on Monday.
  await context.clock.setFixedTime(new Date('2026-11-21T09:00:00'));
  await onHome(page, go);
  await button(page, 'Other day or result: step 1, prospect task 1').click();
  await date(page, 'On which day').fill('2026-11-18');
  await date(page, 'On which day').press('Enter');
  await mark(page, /^Prospect step 2, .*Mon 23 Nov 2026, late since Fri 20 Nov/).waitFor();
  assert.match(await pulled(page, /^Prospect step 2/, 3), /^Prospect step 2: Mon 23 Nov 2026/);
  await announcement(page, 'Put off to Mon 23 Nov 2026.');
  await mark(page, /^Prospect step 2, prospect task 2, Mon 23 Nov 2026, E-mail/).waitFor();
});

journey('a step let go where it was, on a day that is over, or given up, stays', async ({ page, go }) => {
  await onHome(page, go);
  const stays = async () => {
    await mark(page, /^Prospect step 3, .*Tue 24 Nov 2026/).waitFor();
    assert.equal(await page.getByRole('dialog').filter({ visible: true }).count(), 0);
    assert.match(page.url(), /#\/plan$/, 'what was pulled was not pressed');
  };
  await pulled(page, /^Prospect step 3/, 0);
  await stays();
  assert.match(await pulled(page, /^Prospect step 3/, -4), /^A step can go only to a day that is still to come/);
  await announcement(page, 'A step can go only to a day that is still to come. Choose a later one.');
  await stays();
  await pulled(page, /^Prospect step 3/, 3, async () => {
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
  await stays();
});

journey('without a start date the page says so and leads to it', async ({ page, go }) => {
  await onHome(page, go, { runs: { prospect: {}, customer: {} } });
  assert.equal(await waiting(page).count(), 0);
  await page.getByText('The dates need a start.').waitFor();
  await page.getByRole('link', { name: 'Set the start date' }).click();
  await heading(page, 'Map the route').waitFor();
  await focused(date(page, 'Start date'), 'the start date');
});

journey('the page of an empty plan says what to begin with', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await go('#/plan');
  await arrived(page, 'Your plan');
  assert.equal(await waiting(page).count(), 0);
  assert.match(await page.getByRole('link', { name: 'Go on with Fresh start' }).getAttribute('class'), /main/);
  await page.getByRole('link', { name: 'Write down the first steps' }).click();
  await arrived(page, 'Map the route');
});

for (const [name, profile] of Object.entries({
  'at 320 px': { viewport: { width: 320, height: 700 } },
  'in the dark': { colorScheme: 'dark' },
  'in forced colours': { forcedColors: 'active' },
})) {
  journey(`late steps and the picture are accessible and fit ${name}`, { profile }, async ({ page, go }) => {
    await onHome(page, go, { ...BEGUN, prospect: 12 });
    await picture(page).waitFor();
    await page.locator('.timeline summary').click();
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  });
}

journey('a long picture is scrolled to today, and names do not lie over each other', async ({ page, go }) => {
  await go();
  await openExample(page);
  const overlaps = await picture(page).evaluate((svg) => {
    // Lines set close share some of the room above and below their letters.
    const LEADING = 3;
    const boxes = [...svg.querySelectorAll('.timeline__caption')].map((text) => text.getBoundingClientRect());
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - LEADING && b.top < a.bottom - LEADING;
    return boxes.flatMap((a, at) => boxes.slice(0, at).filter((b) => over(a, b))).length;
  });
  assert.equal(overlaps, 0, 'as the browser sets them');
  const isSeen = () =>
    page.evaluate(() => {
      const [box, line] = ['.timeline__wide', '.timeline__wide .timeline__today'].map((name) =>
        document.querySelector(name).getBoundingClientRect(),
      );
      return line.left >= box.left && line.right <= box.right;
    });
  await until(isSeen, 'today is in view');
  assert.ok(!(await isFocused(picture(page))));
});
