// Days that are off and dates to count from: holidays of countries, times closed, worked Saturdays, events. It is
// Monday 23 November 2026. What is off is computed here once more, from the laws.

import assert from 'node:assert/strict';
import test from 'node:test';
import {
  addImported,
  announcement,
  button,
  date,
  dates,
  exported,
  focused,
  fold,
  goTo,
  group,
  isFocused,
  openParts,
  region,
  reload,
  saved,
  stepRow,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { dueDates, inWords } from './calendar.mjs';
import { LAWS, plus } from './holiday-laws.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, launch, newProfile, open, site, watch } from './support.mjs';

const START = '2026-11-23';
const WAITS = [0, 3, 20, 60, 45];

const off = (...names) => names.flatMap((name) => [2026, 2027, 2028].flatMap(LAWS[name]));
const due = (...daysOff) => dueDates(START, WAITS.map((wait) => ({ wait })), daysOff.flat());

// --- The page ---

const step = (page, number) => stepRow(page, `Prospect step ${number}`);
const wait = (page, number) => textbox(step(page, number), 'Wait');
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const datesAre = (page, expected, audience = 'Prospect') =>
  until(async () => same(await dates(page, audience), expected), `the dates are ${expected}`);

async function onRoute(page, go, parts) {
  await go();
  await addImported(page, planFile({ prospect: WAITS.length, ...parts }), 'From a file');
  await goTo(page, 'Map the route');
  await openParts(page);
  for (const [at, wait_] of WAITS.entries()) if (at > 0) await wait(page, at + 1).fill(String(wait_));
  await unfold(page, 'Working days:');
}

const part = (page, name) => region(page, name);
const search = (page) => textbox(page, 'Country or region');
const results = (page) => page.getByRole('list', { name: 'Countries and regions found' });

/** Types a name and chooses the set. */
async function choose(page, typed, name) {
  await search(page).fill(typed);
  await button(results(page), name).click();
  const offer = group(page, name);
  await focused(offer.getByRole('heading', { name, exact: true }), 'the heading of what is offered');
  return offer;
}

async function take(page, typed, name) {
  await button(await choose(page, typed, name), 'Use these holidays').click();
  await announcement(page, `${name} added`);
  await focused(search(page), 'the search, ready for another');
}

// --- Public holidays ---

for (const [typed, name] of [
  ['united st', 'United States'],
  ['bavaria', 'Germany: Bavaria'],
  ['gb-eng', 'United Kingdom: England'],
]) {
  journey(`the holidays of ${name} move the dates as its law says`, async ({ page, go }) => {
    await onRoute(page, go);
    await datesAre(page, due());
    const offer = await choose(page, typed, name);
    // A year from today on; the law may name a day on a weekend that the set leaves out.
    const coming = new Set(off(name).filter((day) => day >= START && day < plus(START, 365)));
    for (const day of coming) await offer.getByText(inWords(day), { exact: true }).waitFor();
    await offer.getByText('Known to the end of 2040. Source:').waitFor();
    await datesAre(page, due());
    await button(offer, 'Use these holidays').click();
    await announcement(page, `${name} added`);
    await datesAre(page, due(off(name)));
    await fold(page, `Working days: Mon to Fri; ${name} holidays`).waitFor();
    await saved(page);
    await reload(page);
    await datesAre(page, due(off(name)));
  });
}

journey('several sets are stepped over together, and each can go', async ({ page, go }) => {
  await onRoute(page, go);
  await take(page, 'usa', 'United States');
  await take(page, 'england', 'United Kingdom: England');
  assert.equal(await search(page).inputValue(), '');
  const both = due(off('United States', 'United Kingdom: England'));
  await datesAre(page, both);
  await fold(page, 'United States holidays; United Kingdom: England holidays').waitFor();
  const chosen = part(page, 'Public holidays');
  await unfold(chosen.getByRole('listitem').filter({ hasText: 'United States' }), 'in the coming twelve months, known to the end of 2040');
  await chosen.getByText('Thanksgiving').first().waitFor();
  await button(page, 'Remove the holidays of United States').click();
  await announcement(page, 'The holidays of United States are working days again. Undo brings them back.');
  await datesAre(page, due(off('United Kingdom: England')));
  await page.keyboard.press('Control+z');
  await datesAre(page, both);
  await page.keyboard.press('Control+z');
  await datesAre(page, due(off('United States')));
  await page.keyboard.press('Control+z');
  await datesAre(page, due());
  await chosen.getByText('None chosen yet.').waitFor();
});

journey('the days are copied into the plan, from last year on', async ({ page, go }) => {
  await onRoute(page, go);
  await take(page, 'germany: bav', 'Germany: Bavaria');
  await goTo(page, 'Go and measure');
  const [set] = (await exported(page)).file.plan.holidaySets;
  assert.deepEqual({ code: set.code, name: set.name, through: set.through }, { code: 'DE-BY', name: 'Germany: Bavaria', through: 2040 });
  const days = set.days.map((day) => (Array.isArray(day) ? day[0] : day.date));
  assert.equal(days[0], '2025-01-01');
  assert.equal(days.at(-1), '2040-12-26');
  for (const day of [2026, 2027, 2040].flatMap(LAWS['Germany: Bavaria'])) assert.ok(days.includes(day), day);
});

journey('a country is found by its name, its code, or a region; many are counted', async ({ page, go }) => {
  await onRoute(page, go);
  await search(page).fill('germany');
  await announcement(page, /^12 shown and \d+ more: type on$/);
  assert.equal(await results(page).getByRole('button').count(), 12);
  assert.equal(await results(page).getByRole('button').first().innerText(), 'Germany');
  await search(page).fill('Württ');
  await announcement(page, '1 found');
  await button(results(page), 'Germany: Baden-Württemberg').waitFor();
  await search(page).fill('uk');
  assert.equal(await results(page).getByRole('button').first().innerText(), 'United Kingdom');
  await search(page).fill('nowhere');
  await announcement(page, 'No country or region is called that.');
  assert.equal(await results(page).count(), 0);
  await search(page).fill('saudi');
  const offer = await choose(page, 'saudi', 'Saudi Arabia');
  await offer.getByText('Some dates follow the moon. Those marked as estimated are not official yet').waitFor();
  await button(offer, 'Choose another').click();
  await focused(search(page), 'the search');
  await button(results(page), 'Saudi Arabia').waitFor();
  await datesAre(page, due());
});

journey('nothing is fetched before it is wanted, and only then', async ({ page, go }) => {
  const fetched = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes('/holidays/')) fetched.push(pathname.split('/holidays/')[1]);
  });
  await onRoute(page, go);
  assert.deepEqual(fetched, []);
  await search(page).focus();
  await until(() => same(fetched, ['index.json']), 'the list is fetched');
  await take(page, 'us', 'United States');
  assert.deepEqual(fetched, ['index.json', 'US.json']);
});

journey('holidays that cannot be fetched are said, and come when tried again', async ({ page, go, allow }) => {
  allow(/Failed to load resource/);
  allow(/net::ERR_FAILED/);
  await onRoute(page, go);
  const files = '**/holidays/*.json?*';
  await page.route(files, (route) => route.abort());
  await search(page).fill('bavaria');
  const failed = 'The holidays could not be fetched. Check the connection and try again; you can also add the days by hand below.';
  await page.getByText(failed).waitFor();
  await page.unroute(files);
  await button(page, 'Try again').click();
  await button(results(page), 'Germany: Bavaria').waitFor();
  assert.ok(await isFocused(search(page)));

  await page.route(files, (route) => route.fulfill({ status: 404, body: 'none' }));
  await button(results(page), 'Germany: Bavaria').click();
  await page.getByText(failed).waitFor();
  await page.unroute(files);
  await page.route(files, (route) => route.fulfill({ body: '<!doctype html>' }));
  await button(page, 'Try again').click();
  await page.getByText('These holidays cannot be read.').waitFor();
  await page.unroute(files);
  await datesAre(page, due());
  await take(page, 'bavaria', 'Germany: Bavaria');
  await datesAre(page, due(off('Germany: Bavaria')));
});

journey('holidays are chosen with the keyboard alone', async ({ page, go }) => {
  await onRoute(page, go);
  await search(page).focus();
  await page.keyboard.type('bavar');
  await button(results(page), 'Germany: Bavaria').waitFor();
  const tabTo = async (target) => {
    for (let stops = 0; stops < 12 && !(await isFocused(target)); stops += 1) await page.keyboard.press('Tab');
    assert.ok(await isFocused(target), `Tab leads to ${target}`);
  };
  await tabTo(button(results(page), 'Germany: Bavaria'));
  await page.keyboard.press('Enter');
  const offer = group(page, 'Germany: Bavaria');
  await focused(offer.getByRole('heading'), 'what is offered');
  await tabTo(button(offer, 'Use these holidays'));
  await page.keyboard.press('Enter');
  await focused(search(page), 'the search');
  await datesAre(page, due(off('Germany: Bavaria')));
});

test('under a path of its own the site finds its holidays', async (t) => {
  const [browser, server] = await Promise.all([launch(), site({ under: '/some/where/' })]);
  t.after(() => Promise.all([browser.close(), server.close()]));
  const context = await newProfile(browser);
  const problems = await watch(context, server.url);
  const page = await context.newPage();
  await onRoute(page, (route = '') => open(page, server.url + route));
  await take(page, 'bavaria', 'Germany: Bavaria');
  await datesAre(page, due(off('Germany: Bavaria')));
  assert.deepEqual(problems, []);
});

// --- Other days ---

journey('a time closed is stepped over by all, a person’s absence by their steps', async ({ page, go }) => {
  const people = [{ id: 90, name: 'Ana' }];
  await onRoute(page, go, { people });
  const closed = part(page, 'Closed or away');
  const add = async (first, last, who = 'Everybody') => {
    await date(closed, 'First day').fill(first);
    await date(closed, 'Last day').fill(last);
    await textbox(closed, 'What this time is called').fill('Winter break');
    await closed.getByRole('combobox', { name: 'Who is away' }).selectOption(who);
    await button(closed, 'Add this time').click();
  };
  await button(closed, 'Add this time').click();
  await announcement(page, 'Choose the first day, then add it.');
  await add('2026-12-31', '2026-12-24');
  await announcement(page, 'It ends before it begins. Choose a last day on or after Thu 31 Dec 2026.');
  await add('2026-12-24', '2028-01-01');
  await announcement(page, 'It lasts longer than 366 days.');
  await datesAre(page, due());

  await add('2026-12-24', '2027-01-06', 'Ana');
  await announcement(page, 'Added: Thu 24 Dec 2026 to Wed 6 Jan 2027');
  await closed.getByText('Winter break, Ana').waitFor();
  await fold(page, 'somebody away once').waitFor();
  await datesAre(page, due());

  await add('2026-11-25', '2026-11-25');
  await announcement(page, 'Added: Wed 25 Nov 2026');
  await closed.getByText('Winter break, everybody').waitFor();
  await fold(page, 'closed once; somebody away once').waitFor();
  await datesAre(page, due(['2026-11-25']));
  await button(closed, 'Remove Wed 25 Nov 2026').click();
  await announcement(page, 'Removed: Wed 25 Nov 2026. Undo brings it back.');
  await focused(button(closed, 'Remove Thu 24 Dec 2026 to Wed 6 Jan 2027'), 'what took its place');
  await datesAre(page, due());
});

journey('a Saturday is worked after all, and is off again', async ({ page, go }) => {
  await onRoute(page, go);
  const worked = part(page, 'Extra working days');
  await button(worked, 'Add worked day').click();
  await announcement(page, 'Choose a date first, then add it.');
  await date(worked, 'We work on').fill('2026-11-28');
  await page.keyboard.press('Enter');
  await announcement(page, 'Sat 28 Nov 2026 is worked');
  await wait(page, 2).fill('5');
  await until(async () => (await dates(page, 'Prospect'))[1] === '2026-11-28', 'the second step falls on the Saturday');
  await fold(page, '1 day off worked').waitFor();
  await button(worked, 'Remove the worked day Sat 28 Nov 2026').click();
  await announcement(page, 'Sat 28 Nov 2026 is off again');
  await until(async () => (await dates(page, 'Prospect'))[1] === '2026-11-30', 'the second step falls on the Monday');
});

// --- Events ---

journey('steps follow a date of its own, and the step before once it is gone', async ({ page, go }) => {
  await onRoute(page, go);
  await unfold(page, 'Events: only the start date');
  await textbox(page, 'What happens on that day').fill('Renewal');
  await page.keyboard.press('Enter');
  const event = group(page, 'Renewal');
  await event.getByText('No step is counted from it yet').waitFor();
  await date(event, 'Date').fill('2027-03-31');
  await step(page, 2).getByRole('combobox', { name: 'Counted from', exact: true }).selectOption('after Renewal');
  await until(async () => (await dates(page, 'Prospect'))[1] === '2027-04-05', 'three working days after');
  await event.getByText('1 step is counted from it.').waitFor();
  await textbox(event, 'Name').fill('Contract ends');
  await fold(page, 'Events: Contract ends').waitFor();
  await date(group(page, 'Contract ends'), 'Date').fill('2027-04-07');
  await until(async () => (await dates(page, 'Prospect'))[1] === '2027-04-12', 'the step follows');
  await button(page, 'Remove Contract ends').click();
  await announcement(page, 'Removed: Contract ends. Now counted from the step before: 1 step. Undo brings it back.');
  await datesAre(page, due());
  await page.keyboard.press('Control+z');
  await until(async () => (await dates(page, 'Prospect'))[1] === '2027-04-12', 'it is back');
});

journey('a step stays below the one it is counted from, and the refusal says why', async ({ page, go }) => {
  await onRoute(page, go);
  const from = step(page, 3);
  await from.getByRole('combobox', { name: 'Counted from', exact: true }).selectOption('after another step');
  await textbox(from, 'Which step').fill('2');
  const before = await dates(page, 'Prospect');
  await button(page, 'Move Prospect step 3 up').click();
  await announcement(page, 'Step 3 is counted from step 2, so it has to stay below it. Change how step 3 is counted first.');
  assert.deepEqual(await dates(page, 'Prospect'), before);
});

// --- Everywhere ---

for (const [width, colorScheme] of [[360, 'light'], [360, 'dark'], [1440, 'light'], [1440, 'dark']]) {
  const profile = { viewport: { width, height: 800 }, colorScheme };
  journey(`all of it is legible and fits at ${width} px, ${colorScheme}`, { profile }, async ({ page, go }) => {
    await onRoute(page, go);
    await take(page, 'bavaria', 'Germany: Bavaria');
    await unfold(part(page, 'Public holidays'), 'in the coming twelve months');
    const closed = part(page, 'Closed or away');
    await date(closed, 'First day').fill('2026-12-24');
    await date(closed, 'Last day').fill('2027-01-06');
    await textbox(closed, 'What this time is called').fill('A winter break with a name that takes some room');
    await button(closed, 'Add this time').click();
    await button(closed, 'Add this time').click();
    await date(part(page, 'Extra working days'), 'We work on').fill('2026-11-28');
    await page.keyboard.press('Enter');
    await unfold(page, 'Events');
    await textbox(page, 'What happens on that day').fill('Renewal');
    await page.keyboard.press('Enter');
    await choose(page, 'united kingdom', 'United Kingdom: England');
    assert.deepEqual(await axe(page), []);
    const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide <= shown, `${wide} px in ${shown}`);
    await button(page, 'Choose another').click();
    await results(page).waitFor();
    assert.deepEqual(await axe(page), []);
  });
}
