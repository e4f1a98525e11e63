// What moves dates of people is shown before it is taken, or told at once where it is typed; what was done stays to be read, and
// what many changes undid can be restored. The example has 25 people in the middle of their way. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  announcement,
  arrived,
  button,
  checkbox,
  date,
  focused,
  goTo,
  group,
  openExample,
  region,
  saved,
  stepRow,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { axe, journey } from './support.mjs';

const proposal = (page) => page.getByRole('dialog', { name: 'What moves' });
const take = (page) => button(proposal(page), 'Make the change').click();
const leave = (page) => button(proposal(page), 'Leave it as it is').click();
const moves = (page) => proposal(page).getByText(/^This changes dates of \d+ (people|person)\.$/).waitFor();
const daysOff = (page) => region(page, 'Other days off');
const removal = (page) => button(page, 'Remove the day off on Thu 26 Nov 2026');
const told = (page) => group(page, 'Whose dates have moved');
const undo = (page) => button(page, 'Undo').click();

async function onCalendar(page, go) {
  await go();
  await openExample(page);
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
}

async function addDayOff(page) {
  await date(daysOff(page), 'Day off').fill('2026-11-26');
  await button(daysOff(page), 'Add day off').click();
}

async function toPerson(page, name) {
  await toPeople(page);
  await region(page, 'Everybody').getByRole('link', { name, exact: true }).click();
  await arrived(page, name);
}

async function toPeople(page) {
  if (page.url().endsWith('#/people')) return;
  await page.evaluate(() => (location.hash = '#/people'));
  await arrived(page, 'People');
}

/** Adds somebody who starts today, and goes to their page. */
async function addJo(page) {
  await toPeople(page);
  await button(page, 'Add somebody').click();
  await textbox(page, 'Name').fill('Jo Hardy');
  await button(page, 'Add this person').click();
  await toPerson(page, 'Jo Hardy');
}

/** The days of somebody's steps, as their page shows them. */
async function dates(page, name) {
  await toPerson(page, name);
  return (await page.getByRole('table').locator('time').allInnerTexts()).join();
}

journey('a day off shows whose dates it moves before it is taken, and is one undo', async ({ page, go }) => {
  await onCalendar(page, go);
  await addDayOff(page);
  await moves(page);
  await proposal(page).getByText(/^\d+ steps come .* later\.$/).waitFor();
  await proposal(page).getByText(/^The last date (stays|becomes) /).waitFor();
  assert.deepEqual(await axe(page), []);
  await leave(page);
  await proposal(page).waitFor({ state: 'hidden' });
  assert.equal(await removal(page).count(), 0, 'nothing is changed');
  assert.equal(await date(daysOff(page), 'Day off').inputValue(), '2026-11-26', 'what was typed stays');
  await button(daysOff(page), 'Add day off').click();
  await focused(button(proposal(page), 'Make the change'), 'the way to take it');
  await page.keyboard.press('Enter');
  await announcement(page, 'Thu 26 Nov 2026 is a day off');
  await focused(date(daysOff(page), 'Day off'), 'the field for the next');
  assert.equal(await date(daysOff(page), 'Day off').inputValue(), '');
  await removal(page).waitFor();
  await undo(page);
  await until(async () => (await removal(page).count()) === 0, 'the undo');
  await button(page, 'Redo').click();
  await removal(page).click();
  await moves(page);
  await take(page);
  await announcement(page, 'Thu 26 Nov 2026 is a working day again. Undo brings it back.');
});

journey('a weekday, a week away and the holidays of a country wait for the same word', async ({ page, go }) => {
  await onCalendar(page, go);
  const week = group(page, 'Days you work');
  await checkbox(week, 'Friday').click();
  await moves(page);
  await page.keyboard.press('Escape');
  await proposal(page).waitFor({ state: 'hidden' });
  assert.equal(await checkbox(week, 'Friday').isChecked(), true);
  await checkbox(week, 'Friday').click();
  await take(page);
  await announcement(page, 'You work on Mon to Thu.');
  assert.equal(await checkbox(week, 'Friday').isChecked(), false);
  const away = region(page, 'Closed or away');
  await textbox(away, 'Closed every year from').fill('30 November to 4 December');
  await button(away, 'Add every year').click();
  await moves(page);
  await leave(page);
  assert.equal(await textbox(away, 'Closed every year from').inputValue(), '30 November to 4 December');
  await button(away, 'Add every year').click();
  await take(page);
  await announcement(page, /^Added: /);
  await until(async () => (await textbox(away, 'Closed every year from').inputValue()) === '', 'an empty field');
  await textbox(page, 'Country or region').fill('United States');
  await button(page, 'Use the holidays of United States').click();
  await moves(page);
  await take(page);
  await announcement(page, 'United States added: every date steps over its days off now');
});

journey('a wait that is typed tells whose dates have moved, and is taken back there', async ({ page, go }) => {
  await go();
  await openExample(page);
  await goTo(page, 'Map the route');
  const wait = textbox(stepRow(page, 'Prospect step 2'), 'When');
  const before = await wait.inputValue();
  await wait.fill('9 weeks after step 1');
  await wait.press('Tab');
  await told(page).getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
  await told(page).getByText(/later\.$/).first().waitFor();
  assert.deepEqual(await axe(page), []);
  await button(told(page), 'Undo the last change').click();
  await until(async () => (await wait.inputValue()) === before, 'the wait is as it was');
  await until(async () => (await told(page).getByRole('listitem').count()) === 0, 'nothing is told any more');
  await checkbox(page, 'Leave them on the steps they have: what I change is for who starts from now on').check();
  await wait.fill('9 weeks after step 1');
  await wait.press('Tab');
  await saved(page);
  assert.equal(await told(page).getByRole('listitem').count(), 0, 'nobody is concerned');
});

for (const [width, height] of [[1440, 900], [768, 900], [360, 740]]) {
  const profile = { profile: { viewport: { width, height } } };
  journey(`what is told of dates that moved covers neither what is typed in nor what comes next: ${width} px`, profile, async ({ page, go }) => {
    await go();
    await openExample(page);
    await goTo(page, 'Map the route');
    const wait = textbox(stepRow(page, 'Prospect step 4'), 'When');
    // As low on the screen as a row can be seen.
    await wait.evaluate((field) => scrollBy(0, field.getBoundingClientRect().bottom - innerHeight + 4));
    await wait.fill('9 weeks after step 2');
    await wait.press('Tab');
    await told(page).getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
    await until(async () => {
      const note = await told(page).boundingBox();
      const boxes = await Promise.all([wait, page.locator(':focus')].map((part) => part.boundingBox()));
      return boxes.every(({ y, height: tall }) => y >= 0 && y + tall <= note.y) && note.y + note.height <= height + 1;
    }, 'the note is below what one is at');
  });
}

journey('Enter in a field asks and does not answer itself', async ({ page, go }) => {
  await onCalendar(page, go);
  await date(daysOff(page), 'Day off').fill('2026-11-26');
  await date(daysOff(page), 'Day off').press('Enter');
  await moves(page);
  await page.waitForTimeout(300);
  assert.ok(await proposal(page).isVisible(), 'it waits for a word');
  assert.equal(await removal(page).count(), 0, 'nothing is changed');
  await page.keyboard.press('Enter');
  await announcement(page, 'Thu 26 Nov 2026 is a day off');
});

journey('whose dates have moved stays told while one types on, and is told to whoever leaves at once', async ({ page, go }) => {
  await go();
  await openExample(page);
  await goTo(page, 'Map the route');
  const wait = textbox(stepRow(page, 'Prospect step 2'), 'When');
  const what = textbox(stepRow(page, 'Prospect step 3'), 'What');
  await wait.fill('9 weeks after step 1');
  await wait.press('Tab');
  await told(page).getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
  await button(told(page), 'Undo the last change').waitFor();
  await what.click();
  await page.keyboard.type('Go on typing', { delay: 60 });
  await saved(page);
  await page.waitForTimeout(1000);
  await told(page).getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
  assert.equal(await button(told(page), 'Undo the last change').count(), 0, 'that would take back something else');
  await button(told(page), 'Close').click();
  await wait.fill('2 weeks after step 1');
  await wait.press('Enter');
  await page.evaluate(() => (location.hash = '#/people'));
  await arrived(page, 'People');
  await announcement(page, /^Dates of \d+ (people|person) (have|has) moved\./);
});

journey('what is put off to a day to come says what it moves before it is', async ({ page, go }) => {
  await go();
  await openExample(page);
  await addJo(page);
  await button(page, 'More: prospect step 1').click();
  await date(page, 'Day').fill('2026-12-01');
  await page.getByText(/^Put off to that day: \d+ steps come .* later\. The last date becomes Thu 28 Jan 2027 instead of /).waitFor();
  assert.deepEqual(await axe(page), []);
  await button(page, 'Put off to that day').click();
  await announcement(page, 'Put off to Tue 1 Dec 2026');
});

journey('what is done on another day says what it moves before it is marked', async ({ page, go }) => {
  await go();
  await openExample(page);
  await addJo(page);
  await button(page, 'More: prospect step 1').click();
  await date(page, 'Day').fill('2026-11-18');
  await page.getByText(/^Done or skipped on that day: \d+ steps come .* earlier\. The last date becomes /).waitFor();
  await button(page, 'Done on that day').click();
  await announcement(page, 'Prospect step 1: Done.');
});

journey('what was done stays to be read when a sequence has ended', async ({ page, go }) => {
  await go();
  await openExample(page);
  await addJo(page);
  await button(page, 'Done: prospect step 1').click();
  await announcement(page, 'Prospect step 1: Done.');
  await button(page, 'Lost').click();
  const over = region(page, 'What is over');
  await over.getByText(/^Step 1, .*: Done, Mon 23 Nov 2026$/).waitFor();
  await over.getByText(/were left$/).waitFor();
  assert.deepEqual(await axe(page), []);
});

journey('the people of then come back with an earlier version, but nobody who was removed', async ({ page, go }) => {
  await go();
  await openExample(page);
  await toPeople(page);
  await button(page, 'Paste several').click();
  await textbox(page, 'People, one on each line').fill('Name\nZebedee Quill\nAda Berg');
  await button(page, 'Add 2 people').click();
  await announcement(page, '2 people were added.');
  await textbox(page, 'People, one on each line').fill('Name\nFay Grant\nGil Hart');
  await button(page, 'Add 2 people').click();
  await saved(page);
  await toPerson(page, 'Zebedee Quill');
  await button(page, 'Remove this person').click();
  await button(page, 'Remove them').click();
  await arrived(page, 'People');
  await page.evaluate(() => (location.hash = '#/plans'));
  await page.getByRole('button', { name: /^Earlier versions of / }).first().click();
  const versions = page.getByRole('list', { name: /^Earlier versions of / });
  const before = versions.getByRole('listitem').filter({ hasText: 'before many of its people were changed, with its people' });
  await before.first().waitFor();
  await page.getByText(/^A version holds the plan and, where it says so, the people of that time/).waitFor();
  assert.deepEqual(await axe(page), []);
  await before.first().getByRole('button', { name: /^Restore with its people / }).click();
  await announcement(page, /^The plan and its people are as they were: /);
  await page.evaluate(() => (location.hash = '#/people'));
  await arrived(page, 'People');
  const all = region(page, 'Everybody');
  await all.getByText('26 people', { exact: true }).waitFor();
  await all.getByRole('link', { name: 'Ada Berg' }).waitFor();
  assert.equal(await all.getByRole('link', { name: /Zebedee Quill|Fay Grant/ }).count(), 0);
  await undo(page);
  await all.getByText('28 people', { exact: true }).waitFor();
});

journey('somebody and everybody are seen in time', async ({ page, go }) => {
  await go();
  await openExample(page);
  await toPerson(page, 'Aoife Delaney');
  const picture = region(page, 'When it happens').getByRole('group', { name: /^The steps in time/ }).filter({ visible: true });
  const marks = picture.getByRole('link');
  assert.ok((await marks.count()) > 2, 'a mark a step');
  await picture.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await focused(marks.first(), 'the first step');
  await page.keyboard.press('ArrowRight');
  await focused(marks.nth(1), 'the next step');
  assert.deepEqual(await axe(page), []);
  await page.evaluate(() => (location.hash = '#/team'));
  await arrived(page, 'Team');
  await unfold(page, 'Everybody in time');
  const table = page.getByRole('table', { name: 'Everybody in time' });
  await table.getByRole('img', { name: /step \d+, / }).first().waitFor();
  const rows = await table.getByRole('row').count();
  await page.getByRole('combobox', { name: 'Looked after by', exact: true }).selectOption('Nora Keane');
  await until(async () => (await table.getByRole('row').count()) < rows, 'fewer rows');
  await page.getByRole('combobox', { name: 'How far', exact: true }).selectOption('A year');
  await table.getByText('Jan', { exact: true }).first().waitFor();
  const keys = await group(page, 'What the signs mean').getByRole('listitem').evaluateAll((items) =>
    items.map((item) => `${item.dataset.channel ?? ''}${item.querySelector('svg')?.innerHTML ?? item.textContent}`),
  );
  assert.equal(new Set(keys).size, keys.length, 'each sign means one thing');
  assert.equal(keys.length, 16);
  const touching = await table.evaluate((drawn) =>
    [...drawn.querySelectorAll('tbody svg')].flatMap((row) => {
      const boxes = [...row.querySelectorAll('.timeline__outline')].map((sign) => sign.getBoundingClientRect());
      const touch = (one, other) =>
        one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
      return boxes.filter((one, at) => boxes.slice(0, at).some((other) => touch(one, other)));
    }).length,
  );
  assert.equal(touching, 0, 'no sign lies over another');
  assert.deepEqual(await axe(page), []);
  await table.getByRole('rowheader').first().getByRole('link').click();
  await page.getByRole('link', { name: 'All people' }).waitFor();
});

journey('a step of somebody is pulled to another day in their picture, theirs alone', async ({ page, go }) => {
  await go();
  await openExample(page);
  await addJo(page);
  const picture = region(page, 'When it happens').getByRole('group', { name: /^The steps in time/ }).filter({ visible: true });
  const mark = (name) => picture.getByRole('link', { name });
  const first = mark(/^Prospect step 1,/);
  const [before, others] = [await first.getAttribute('aria-label'), await dates(page, 'Aoife Delaney')];
  await toPerson(page, 'Jo Hardy');
  await first.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await first.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 200, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await proposal(page).waitFor();
  const [itself, rest] = await proposal(page).getByRole('listitem').allInnerTexts();
  const [, now, was] = itself.match(/^Prospect step 1: (.*) instead of (.*)\.$/);
  assert.ok(before.includes(was), `${before} was on ${was}`);
  assert.match(rest, /^\d+ other steps move\.$/);
  await take(page);
  await mark(new RegExp(`^Prospect step 1,.* ${now}`)).waitFor();
  assert.equal(await dates(page, 'Aoife Delaney'), others, 'nobody else is moved');
  await undo(page);
  await toPerson(page, 'Jo Hardy');
  await mark(new RegExp(`^Prospect step 1,.* ${was}`)).waitFor();
});

journey('a step is pulled to another day in the picture of everybody, theirs alone', async ({ page, go }) => {
  await go();
  await openExample(page);
  await addJo(page);
  const [before, others] = [await dates(page, 'Jo Hardy'), await dates(page, 'Aoife Delaney')];
  const toEverybody = async () => {
    await page.evaluate(() => (location.hash = '#/team'));
    await arrived(page, 'Team');
    await unfold(page, 'Everybody in time');
  };
  await toEverybody();
  const table = page.getByRole('table', { name: 'Everybody in time' });
  while (await button(page, 'Show more of them').isVisible()) await button(page, 'Show more of them').click();
  const sign = () => table.getByRole('row', { name: /^Jo Hardy/ }).locator('.in-time__open').first();
  const pull = async (by, end = () => page.mouse.up()) => {
    await sign().scrollIntoViewIfNeeded();
    const { x, y, width, height } = await sign().boundingBox();
    const from = { x: x + width / 2, y: y + height / 2 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + by, from.y + 3, { steps: 4 });
    const words = page.locator('.team__in-time .timeline__told');
    const [told, place] = [await words.innerText(), await words.boundingBox()];
    assert.ok(place.y + place.height <= page.viewportSize().height, 'what is told is in sight');
    await end();
    return told;
  };
  // Esc leaves it where it was, and so does what lies back.
  await pull(60, async () => {
    await page.keyboard.press('Escape');
    await page.mouse.up();
  });
  assert.match(await pull(-300), /^A step can go only to a day that is still to come/);
  await announcement(page, /A step can go only to a day that is still to come/);
  assert.equal(await page.getByRole('dialog').count(), 0);

  assert.equal(await pull(60), 'Prospect step 1: Sat 28 Nov 2026. Let go to see what moves.');
  await proposal(page).waitFor();
  const [itself] = await proposal(page).getByRole('listitem').allInnerTexts();
  assert.match(itself, /^Prospect step 1: Mon 30 Nov 2026 instead of /, 'on the first day on which it can be done');
  await take(page);
  const after = await dates(page, 'Jo Hardy');
  assert.notEqual(after, before);
  assert.equal(await dates(page, 'Aoife Delaney'), others, 'nobody else is moved');
  await undo(page);
  assert.equal(await dates(page, 'Jo Hardy'), before);
});

journey('a country is chosen for one of the team and for somebody who lives there', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.evaluate(() => (location.hash = '#/team'));
  await arrived(page, 'Team');
  await unfold(page, 'Holidays of other countries: none');
  await textbox(page, 'Country or region').fill('Austria');
  await button(page, 'Use the holidays of Austria').click();
  await announcement(page, 'Austria can be chosen for whoever lives there now. Undo takes it back.');
  await page.locator('summary', { hasText: 'Holidays of other countries: Austria' }).waitFor();
  /** Chooses it, and takes what that moves where it moves anything. */
  const choose = async (list) => {
    await list.selectOption('Austria');
    const taken = async () => (await list.inputValue()) === 'AT';
    await until(async () => (await taken()) || (await proposal(page).isVisible()), 'it is taken, or asked about');
    if (!(await taken())) await take(page);
    await until(taken, 'Austria is chosen');
  };
  await choose(region(page, 'Nora Keane').getByRole('combobox', { name: 'Holidays', exact: true }));
  assert.deepEqual(await axe(page), []);
  await toPerson(page, 'Aoife Delaney');
  const lives = page.getByRole('combobox', { name: 'Holidays where they live', exact: true });
  await choose(lives);
  await saved(page);
  await page.evaluate(() => (location.hash = '#/team'));
  await arrived(page, 'Team');
  await unfold(page, 'Holidays of other countries: Austria');
  await button(page, 'Remove the holidays of Austria').click();
  await until(
    async () => (await proposal(page).isVisible()) || (await page.locator('summary', { hasText: 'countries: none' }).count()) > 0,
    'it is removed, or asked about',
  );
  if (await proposal(page).isVisible()) await take(page);
  await page.locator('summary', { hasText: 'Holidays of other countries: none' }).waitFor();
  await undo(page);
  await page.locator('summary', { hasText: 'Holidays of other countries: Austria' }).waitFor();
});
