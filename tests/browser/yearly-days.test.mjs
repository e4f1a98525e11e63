// Days that come again every year, and ready holidays that are more than days off: estimates, days worked in
// exchange, sets that say what they are. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  date,
  dates,
  fold,
  focused,
  goTo,
  group,
  region,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

/** The route page with a plan of two steps: the first on its start, the second so many working days after. */
async function onRoute(page, go, start, wait) {
  await go();
  const plan = planFile({ prospect: 2, runs: { prospect: { start }, customer: {} } });
  plan.plan.sequences.prospect.steps[1].delay.count = wait;
  await addImported(page, plan, 'From a file');
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
}

const second = (page, expected) =>
  until(async () => (await dates(page, 'Prospect'))[1] === expected, `the second step is due on ${expected}`);

const besides = (page) => region(page, 'Other days off');
const closed = (page) => region(page, 'Closed or away');
const often = (part) => part.getByRole('combobox', { name: 'How often', exact: true });
const moves = (part) => part.getByRole('combobox', { name: 'If it falls on a day you do not work', exact: true });
const search = (page) => textbox(page, 'Country or region');
const results = (page) => page.getByRole('list', { name: 'Countries and regions found' });

async function offered(page, typed, name) {
  await search(page).fill(typed);
  await button(results(page), name).click();
  return group(page, name);
}

async function take(page, typed, name) {
  await button(await offered(page, typed, name), 'Use these holidays').click();
  await announcement(page, `${name} added`);
}

/** What a choice offers. */
const options = (choice) => choice.getByRole('option').allInnerTexts();

journey('a day off comes again on its date, and is moved from a weekend as was chosen', async ({ page, go }) => {
  // Thu 1 July 2027 and two working days: the Monday after the 4th.
  await onRoute(page, go, '2027-07-01', 2);
  await second(page, '2027-07-05');
  const part = besides(page);
  assert.deepEqual(await options(often(part)), ['Only once']);
  await date(part, 'Day off').fill('2026-07-04');
  const ways = ['Only once', 'Every year on 4 July', 'Every year on the 1st Saturday of July'];
  await until(async () => JSON.stringify(await options(often(part))) === JSON.stringify(ways), 'the ways are offered');
  assert.equal(await moves(part).count(), 0);
  await textbox(part, 'What it is called').fill('Founders’ day');
  await often(part).selectOption('Every year on 4 July');
  await moves(part).selectOption('from a Saturday to Friday, from a Sunday to Monday');
  await button(part, 'Add day off').click();
  await announcement(page, 'Added: Every year on 4 July; if that is off, from a Saturday to Friday, from a Sunday to Monday');
  await part.getByText('Founders’ day, next Sun 4 Jul 2027').waitFor();
  // In 2027 it is a Sunday, so the Monday is off.
  await second(page, '2027-07-06');
  await fold(page, 'Working days: Mon to Fri; closed once every year').waitFor();
  assert.equal(await often(part).inputValue(), '');
  await button(part, 'Remove: Every year on 4 July; if that is off, from a Saturday to Friday, from a Sunday to Monday').click();
  await announcement(page, 'Removed: Every year on 4 July');
  await second(page, '2027-07-05');
  await page.keyboard.press('Control+z');
  await second(page, '2027-07-06');
});

journey('a weekday of a month and a day after Easter come again', async ({ page, go }) => {
  await onRoute(page, go, '2027-11-24', 1);
  await second(page, '2027-11-25');
  const part = besides(page);
  await date(part, 'Day off').fill('2026-11-26');
  await often(part).selectOption('Every year on the 4th Thursday of November');
  assert.equal(await moves(part).count(), 0);
  await button(part, 'Add day off').click();
  await announcement(page, 'Added: Every year on the 4th Thursday of November');
  await second(page, '2027-11-26');
  await date(part, 'Day off').fill('2026-04-06');
  await often(part).selectOption('Every year, 1 day after Easter');
  await button(part, 'Add day off').click();
  await part.getByText('next Mon 29 Mar 2027').waitFor();
  await focused(date(part, 'Day off'), 'the field, ready for another day');
});

journey('another date takes the choice of every year back, and one day is still one day', async ({ page, go }) => {
  await onRoute(page, go, '2026-11-23', 3);
  const part = besides(page);
  await date(part, 'Day off').fill('2026-11-24');
  await often(part).selectOption('Every year on 24 November');
  await date(part, 'Day off').fill('2026-11-25');
  await until(async () => (await often(part).inputValue()) === '', 'it is once again');
  await button(part, 'Add day off').click();
  await announcement(page, 'Wed 25 Nov 2026 is a day off');
  await second(page, '2026-11-27');
  await fold(page, '1 other day off').waitFor();
});

journey('the business is closed every year over the turn of the year', async ({ page, go }) => {
  await onRoute(page, go, '2028-12-22', 1);
  await second(page, '2028-12-25');
  const part = closed(page);
  const add = async (who) => {
    await date(part, 'First day').fill('2026-12-24');
    await date(part, 'Last day').fill('2027-01-01');
    await textbox(part, 'What this time is called').fill('Winter break');
    await part.getByRole('combobox', { name: 'Who is away' }).selectOption(who);
    await often(part).selectOption('Every year');
    await button(part, 'Add this time').click();
  };
  await add('Everybody');
  await announcement(page, 'Added: Every year from 24 December to 1 January');
  await part.getByText('Winter break, next Thu 24 Dec 2026').waitFor();
  await second(page, '2029-01-02');
});

for (const [typed, name] of [
  ['UAE', 'United Arab Emirates'],
  ['NSW', 'Australia: New South Wales'],
  ['Bayern', 'Germany: Bavaria'],
  ['Deutschland', 'Germany'],
  ['Holland', 'Netherlands'],
  ['Alsace', 'France: Alsace'],
  ['日本', 'Japan'],
]) {
  journey(`${name} is found as “${typed}”`, async ({ page, go }) => {
    await onRoute(page, go, '2026-11-23', 3);
    await search(page).fill(typed);
    await results(page).waitFor();
    assert.equal(await results(page).getByRole('button').first().innerText(), name);
  });
}

journey('a set says what it is, and where a day is a choice', async ({ page, go }) => {
  await onRoute(page, go, '2027-03-25', 1);
  const bavaria = await offered(page, 'bavaria', 'Germany: Bavaria with Assumption Day');
  await bavaria.getByText('Public holidays by law of the state, with 15 August.').waitFor();
  await bavaria.getByText('your town says which set is yours').waitFor();
  await bavaria.getByText('Sun 15 Aug 2027', { exact: true }).waitFor();
  await button(bavaria, 'Choose another').click();
  await second(page, '2027-03-26');
  await take(page, 'hong kong', 'Hong Kong');
  // Good Friday, and the Monday.
  await second(page, '2027-03-30');
});

journey('estimates are marked in the list, and in the reason of a date', async ({ page, go }) => {
  await onRoute(page, go, '2027-03-08', 1);
  const offer = await offered(page, 'KSA', 'Saudi Arabia');
  await offer.getByText('Those marked as estimated are not official yet').waitFor();
  await offer.getByText('Day of Arafah (estimated)').waitFor();
  await button(offer, 'Use these holidays').click();
  await fold(page, /of them estimated, known to the end of/).waitFor();
  await second(page, '2027-03-15');
  const table = page.getByRole('table', { name: 'Prospect sequence', exact: true });
  await table.getByRole('button', { name: 'Mon 15 Mar 2027' }).focus();
  await page.keyboard.press('Enter');
  const reason = page.getByRole('note').filter({ visible: true });
  await reason.getByText('skipped Tue 9 (Eid al-Fitr Holiday (estimated)), Wed 10').waitFor();
});

journey('days worked in exchange come with their set and go with it', async ({ page, go }) => {
  // Friday 19 February 2027; in Russia the Saturday after is worked, the Monday is off for it.
  await onRoute(page, go, '2027-02-19', 1);
  await second(page, '2027-02-22');
  const offer = await offered(page, 'Россия', 'Russia');
  await offer.getByText('Worked in exchange: Sat 20 Feb 2027.').waitFor();
  await button(offer, 'Use these holidays').click();
  await second(page, '2027-02-20');
  await button(page, 'Remove the holidays of Russia').click();
  await second(page, '2027-02-22');
});

for (const width of [360, 1440]) {
  const profile = { viewport: { width, height: 900 } };
  journey(`days that come every year are legible and fit at ${width} px`, { profile }, async ({ page, go }) => {
    await onRoute(page, go, '2026-11-23', 3);
    const part = besides(page);
    await date(part, 'Day off').fill('2026-07-04');
    await textbox(part, 'What it is called').fill('A founders’ day with a name that takes some room');
    await often(part).selectOption('Every year on 4 July');
    await moves(part).selectOption('to the next working day');
    await button(part, 'Add day off').click();
    await announcement(page, 'Added: Every year on 4 July');
    await date(part, 'Day off').fill('2026-07-04');
    await often(part).selectOption('Every year on 4 July');
    await moves(part).waitFor();
    assert.deepEqual(await axe(page), []);
    const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= shown, `${wide} px in ${shown}`);
  });
}

journey('one line says when it is closed every year, and every date steps over it', async ({ page, go }) => {
  // Wed 23 December and two working days.
  await onRoute(page, go, '2026-12-23', 2);
  await second(page, '2026-12-25');
  const line = textbox(closed(page), 'Closed every year from');
  await line.fill('over Christmas');
  await line.press('Enter');
  await announcement(page, 'Write the first and the last day, such as 24 December to 1 January.');
  await line.fill('24 December to 1 January');
  await line.press('Enter');
  await announcement(page, 'Added: Every year from 24 December to 1 January');
  await focused(line, 'the line, ready for another');
  await second(page, '2027-01-05');
});

journey('one press takes the holidays that are meant', async ({ page, go }) => {
  await onRoute(page, go, '2026-12-23', 2);
  await search(page).fill('germany');
  await button(page, 'Use the holidays of Germany').waitFor();
  await search(page).fill('bavaria');
  await button(page, 'Use the holidays of Germany: Bavaria').click();
  await announcement(page, 'Germany: Bavaria added');
  await focused(search(page), 'the search, ready for another');
  const part = region(page, 'Public holidays');
  // New Year, Easter Monday and the like; those on a weekend are off anyway.
  await part.getByText(/^\d+ days off in the coming twelve months, known to the end of/).waitFor();
});
