// The worker, which reads calendar files and makes recipes: fetched when the first is wanted; what happens when it does
// not come, breaks, takes too long, or is not wanted any more. The plan stays as it is, and the next thing is done.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import {
  announcement,
  arrived,
  button,
  dates,
  focused,
  group,
  heading,
  region,
  stepRow,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { HARVEST, calendar, choose, datesAre, fileField, offer, offered, onRoute } from './calendar-file.mjs';
import { faults } from './faults.mjs';
import { PATIENCE, browserOfFile, dist, newProfile, open, site, watch } from './support.mjs';

const WORKER = /^followthrough-worker-/;
const SCRIPT = /^followthrough-worker-\w+\.js$/;
const PROGRAM = /^followthrough-worker-\w+_bg\.wasm$/;
const OURS = calendar(HARVEST);
const NOT_LOADED = 'The part that reads calendar files could not be loaded.';

const browserHere = browserOfFile();

/**
 * A test on the page with the working days, whose server may answer for the files that `faulty` matches in its own way.
 * The body gets `page`, its `context`; `asked`, the worker's parts asked for; `heal()`, from which on all is well.
 */
function reading(name, { faulty = /^$/, fault = 'broken', under = '/', allow = [], prepare = () => {} }, body) {
  test(name, { timeout: 180_000 }, async (t) => {
    let answer = faults[fault];
    const asked = [];
    const instead = (file) => {
      if (WORKER.test(file)) asked.push(file);
      return faulty.test(file) ? answer : undefined;
    };
    const [server, browser] = await Promise.all([site({ instead, under }), browserHere()]);
    const context = await newProfile(browser);
    t.after(() => Promise.all([context.close(), server.close()]));
    const problems = await watch(context, server.url);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await prepare(page);
    await onRoute(page, () => open(page, server.url));
    await body({ page, context, asked, heal: () => (answer = undefined) });
    const unexpected = problems.filter((problem) => !allow.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], 'nothing else went wrong on the page');
    assert.ok(await page.locator('#crash').isHidden());
  });
}

const KINDS = [
  ['a worker script that is gone', SCRIPT, 'gone'],
  ['a web page in place of the worker script', SCRIPT, 'page'],
  ['a web page that is called the worker script', SCRIPT, 'pageAsTheFile'],
  ['a worker script that is not the one that was built', SCRIPT, 'changed'],
  ['a worker program that is gone', PROGRAM, 'gone'],
  ['a worker program that is cut short', PROGRAM, 'shortened'],
  ['a worker program that breaks off on its way', PROGRAM, 'cut'],
  ['a worker program that is not the one that was built', PROGRAM, 'changed'],
  ['a web page that is called the worker program', PROGRAM, 'pageAsTheFile'],
  ['a server that cannot send the worker', WORKER, 'overloaded'],
];

for (const [name, faulty, fault] of KINDS) {
  const allow = [/Failed to load resource/, /Fetch API cannot load/, /integrity/];
  reading(`${name} is told, and the next file is read`, { faulty, fault, allow }, async ({ page, heal }) => {
    await choose(page, OURS, 'Our holidays.ics');
    await announcement(page, NOT_LOADED);
    await datesAre(page);
    heal();
    const days = await offered(page, OURS);
    assert.equal(await page.getByText(NOT_LOADED).count(), 0);
    await button(days, 'Use these days').click();
    await datesAre(page, ['2026-11-24', '2026-11-25']);
  });
}

reading('without a network the file is not read, and with it again it is', { allow: [/Failed to load resource/] }, async ({ page, context }) => {
  await context.setOffline(true);
  await choose(page, OURS, 'Our holidays.ics');
  await announcement(page, NOT_LOADED);
  await context.setOffline(false);
  await offered(page, OURS);
});

reading('the worker comes when the first file is wanted, once, under whatever path', { under: '/some/where/' }, async ({ page, context, asked }) => {
  assert.deepEqual(asked, [], 'nothing of it is loaded at the start');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), fileField(page).click({ force: true })]);
  await until(() => asked.length === 2, 'it is on its way while somebody looks for the file');
  await chooser.setFiles({ name: 'Our holidays.ics', mimeType: 'text/calendar', buffer: Buffer.from(OURS) });
  await offer(page, 'Our holidays');
  // What is here need not be fetched again.
  await context.setOffline(true);
  await offered(page, OURS, 'Once more');
  assert.deepEqual(asked.map((name) => [SCRIPT, PROGRAM].findIndex((part) => part.test(name))).sort(), [0, 1]);
});

/**
 * Workers that do not answer a request while `workers.silent` is set, break at it while `workers.broken` is, or take
 * `workers.slow` milliseconds longer.
 */
const held = (page) =>
  page.addInitScript(() => {
    window.workers = { started: 0, ended: 0, requests: 0 };
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        window.workers.started += 1;
      }
      postMessage(message, ...rest) {
        const { silent, broken, slow } = window.workers;
        const isRequest = Array.isArray(message);
        window.workers.requests += Number(isRequest);
        // What is no request breaks the worker.
        if (isRequest && broken) super.postMessage(null);
        else if (isRequest && slow) setTimeout(() => super.postMessage(message, ...rest), slow);
        else if (!isRequest || !silent) super.postMessage(message, ...rest);
      }
      terminate() {
        window.workers.ended += 1;
        super.terminate();
      }
    };
    // What is waited for so long at most.
    const { setTimeout } = window;
    window.setTimeout = (act, time, ...rest) => setTimeout(act, time === 30_000 ? window.workers.longest ?? time : time, ...rest);
  });
const set = (page, how) => page.evaluate((how) => Object.assign(window.workers, how), how);
const isRead = (page) => until(() => page.evaluate(() => window.workers.requests === 1), 'the file is being read');
const workers = (page) => page.evaluate(() => [window.workers.started, window.workers.ended]);

reading('a second file chosen while the first is read takes its place', { prepare: held }, async ({ page }) => {
  await set(page, { silent: true });
  await choose(page, OURS, 'Not any more.ics');
  await announcement(page, 'Reading the calendar…');
  await isRead(page);
  await set(page, { silent: false });
  await offered(page, OURS, 'The second');
  assert.deepEqual(await workers(page), [2, 1], 'what read the first was ended');
  assert.equal(await page.getByText('Reading the calendar…').count(), 0);
  assert.equal(await page.getByText('Not any more').count(), 0);
});

reading('reading a file can be stopped', { prepare: held }, async ({ page }) => {
  await set(page, { silent: true });
  await choose(page, OURS, 'Our holidays.ics');
  await announcement(page, 'Reading the calendar…');
  await isRead(page);
  await button(page, 'Stop').click();
  await focused(fileField(page), 'the field for the file');
  assert.equal(await page.getByText('Reading the calendar…').count(), 0);
  assert.equal(await button(page, 'Stop').count(), 0);
  await datesAre(page);
  await set(page, { silent: false });
  await offered(page, OURS);
});

reading('a file stopped while the worker is on its way is not offered when it comes', { faulty: PROGRAM, fault: 'slow' }, async ({ page, asked }) => {
  await choose(page, OURS, 'Our holidays.ics');
  await until(() => asked.length === 2, 'the worker is on its way');
  await button(page, 'Stop').click();
  await offered(page, OURS, 'Another');
  assert.equal(await page.getByText('Our holidays').count(), 0);
  assert.equal(asked.length, 2, 'what is on its way is not asked for again');
});

reading('a worker that breaks is told, and the next file is read by another', { prepare: held, allow: [/null/] }, async ({ page }) => {
  await set(page, { broken: true });
  await choose(page, OURS, 'Our holidays.ics');
  await announcement(page, 'Something went wrong while this file was read');
  await set(page, { broken: false });
  await offered(page, OURS);
  assert.deepEqual(await workers(page), [2, 1]);
});

reading('a file that takes too long is given up', { prepare: held }, async ({ page }) => {
  await set(page, { silent: true, longest: 500 });
  await choose(page, OURS, 'Our holidays.ics');
  await announcement(page, 'Reading this file took too long');
  await set(page, { silent: false, longest: undefined });
  await offered(page, OURS);
  assert.deepEqual(await workers(page), [2, 1]);
});

// --- Recipes ---

const RECIPES_NOT_LOADED = 'The recipes could not be loaded. Check the connection, then try again.';
const RECIPES_BROKE = 'Something went wrong while the recipe was made, and nothing was changed. Try again.';
const FETCHING = 'Fetching the recipes…';
const CUSTOMER = 'A new customer';
const SALES = 'Marketing asks sales what came of it';

async function toRecipes(page) {
  await page.evaluate(() => (location.hash = '#/plan/recipes'));
  await arrived(page, 'Recipes');
}

async function toRoute(page) {
  await page.evaluate(() => (location.hash = '#/workshop/route'));
  await arrived(page, 'Map the route');
  await unfold(page, 'Working days:');
}

const card = (page, title) => button(page, `Preview with dates: ${title}`);
const table = (page, title) => page.getByRole('table', { name: `Preview of “${title}”`, exact: true });
const radio = (page, name) => page.getByRole('radio', { name, exact: true });
const previewDates = (page, title) =>
  table(page, title).locator('time').evaluateAll((times) => times.map((time) => time.dateTime));

const MISSING = [
  ['script is gone', SCRIPT, 'gone'],
  ['program is not the one that was built', PROGRAM, 'changed'],
  ['program breaks off on its way', PROGRAM, 'cut'],
  ['server cannot send it', WORKER, 'overloaded'],
];

for (const [name, faulty, fault] of MISSING) {
  const allow = [/Failed to load resource/, /Fetch API cannot load/, /integrity/];
  reading(`recipes whose worker's ${name} come when it is tried again`, { faulty, fault, allow }, async ({ page, heal }) => {
    await toRecipes(page);
    await page.getByText(RECIPES_NOT_LOADED, { exact: true }).waitFor();
    assert.equal(await page.getByText(FETCHING).count(), 0);
    // Tried in vain, it is said again.
    await button(page, 'Try again').click();
    await page.getByText(RECIPES_NOT_LOADED, { exact: true }).waitFor();
    heal();
    await button(page, 'Try again').click();
    await focused(heading(page, 'Recipes'), 'the heading of the page');
    await card(page, CUSTOMER).click();
    await table(page, CUSTOMER).waitFor();
    assert.equal(await page.getByText(RECIPES_NOT_LOADED).count(), 0);
    assert.equal(await button(page, 'Try again').count(), 0);
    // The same worker reads files.
    await toRoute(page);
    await offered(page, OURS);
  });
}

reading('while the recipes are on their way the page says so', { faulty: PROGRAM, fault: 'slow' }, async ({ page, asked }) => {
  assert.deepEqual(asked, []);
  await toRecipes(page);
  await page.getByText(FETCHING, { exact: true }).waitFor();
  assert.equal(await button(page, 'Try again').count(), 0);
  await card(page, CUSTOMER).waitFor();
  assert.equal(await page.getByText(FETCHING).count(), 0);
  assert.equal(asked.length, 2);
});

reading('a page left while the recipes are on their way, and opened again, has them once', { faulty: PROGRAM, fault: 'slow' }, async ({ page, asked }) => {
  await toRecipes(page);
  await until(() => asked.length === 2, 'the worker is on its way');
  await toRoute(page);
  await toRecipes(page);
  await card(page, CUSTOMER).click();
  await table(page, CUSTOMER).waitFor();
  assert.equal(asked.length, 2, 'what is on its way is not asked for again');
});

for (const [name, how, allow] of [
  ['takes too long', { silent: true, longest: 500 }, []],
  ['breaks', { broken: true }, [/null/]],
]) {
  reading(`a recipe that ${name} is told, and made when it is tried again`, { prepare: held, allow }, async ({ page }) => {
    await toRecipes(page);
    await card(page, SALES).click();
    await table(page, SALES).waitFor();
    const before = await previewDates(page, SALES);
    await set(page, how);
    await radio(page, 'All from the start').check();
    const part = region(page, SALES);
    await part.getByText(RECIPES_BROKE, { exact: true }).waitFor();
    // What was made before is not what was answered.
    assert.equal(await table(page, SALES).count(), 0);
    assert.equal(await button(page, 'Add to the prospect sequence').count(), 0);
    await set(page, { silent: false, broken: false, longest: undefined });
    await button(part, 'Try again').click();
    await focused(part.getByRole('heading', { level: 2 }), 'the heading of the recipe');
    await table(page, SALES).waitFor();
    assert.equal(await page.getByText(RECIPES_BROKE).count(), 0);
    assert.ok(await radio(page, 'All from the start').isChecked());
    assert.notDeepEqual(await previewDates(page, SALES), before);
    assert.deepEqual(await workers(page), [2, 1]);
  });
}

reading('the latest answer wins, and what is shown stays until it is made', { prepare: held }, async ({ page }) => {
  await toRecipes(page);
  await card(page, SALES).click();
  await table(page, SALES).waitFor();
  const chained = await previewDates(page, SALES);
  await page.evaluate(() => {
    window.gone = 0;
    const look = () => (window.gone += Number(!document.querySelector('.recipe__preview')));
    new MutationObserver(look).observe(document.querySelector('.recipe'), { childList: true, subtree: true });
  });
  await set(page, { slow: 1000 });
  for (const answer of ['All from the start', 'One after the other, each from the one before', 'All from the start']) {
    await radio(page, answer).check();
    assert.deepEqual(await previewDates(page, SALES), chained, 'what was shown is still there');
  }
  await until(async () => String(await previewDates(page, SALES)) !== String(chained), 'the next is there');
  const { at } = await page.evaluate(() => ({ at: window.gone }));
  assert.equal(at, 0, 'the preview was there all the time');
  await set(page, { slow: 0 });
  const fromStart = await previewDates(page, SALES);
  await radio(page, 'One after the other, each from the one before').check();
  await until(async () => String(await previewDates(page, SALES)) === String(chained), 'as it was at first');
  await radio(page, 'All from the start').check();
  await until(async () => String(await previewDates(page, SALES)) === String(fromStart), 'all from the start again');
  assert.deepEqual(await workers(page), [1, 0], 'what the worker was at was never ended');
});

reading('what is taken is what is shown, though the next is being made', { prepare: held }, async ({ page }) => {
  await toRecipes(page);
  await card(page, CUSTOMER).click();
  await table(page, CUSTOMER).waitFor();
  const whats = table(page, CUSTOMER).locator('.sequence-table__what');
  const shown = await whats.evaluateAll((cells) => cells.map((cell) => cell.firstChild.textContent));
  const count = shown.length;
  await set(page, { silent: true });
  await page.getByRole('group', { name: 'How do you ask whether all is well?' }).getByRole('radio', { name: 'By e-mail', exact: true }).check();
  await button(page, 'Add to the customer sequence').click();
  // Behind the two that the plan has.
  await focused(textbox(stepRow(page, 'Customer step 3'), 'What'), 'the first new step');
  assert.equal(count, 8);
  assert.equal((await dates(page, 'Customer')).length, 2 + count);
  for (let at = 0; at < count; at += 1) {
    const what = textbox(stepRow(page, `Customer step ${3 + at}`), 'What');
    assert.equal(await what.inputValue(), shown[at]);
  }
  await set(page, { silent: false });
  await toRecipes(page);
  await card(page, CUSTOMER).click();
  await region(page, CUSTOMER).getByText('Your customer sequence has 10 steps already.').waitFor();
});

reading('whoever turns to the recipes while a file is read has them, and can have it read again', { prepare: held }, async ({ page }) => {
  await set(page, { silent: true });
  await choose(page, OURS, 'Our holidays.ics');
  await announcement(page, 'Reading the calendar…');
  await isRead(page);
  await set(page, { silent: false });
  await toRecipes(page);
  await card(page, CUSTOMER).click();
  await table(page, CUSTOMER).waitFor();
  assert.deepEqual(await workers(page), [2, 1], 'what read the file was ended');
  await toRoute(page);
  assert.equal(await page.getByText('Reading the calendar…').count(), 0);
  await datesAre(page);
  await offered(page, OURS);
});

reading('whoever has a file read while the recipes are made has it, and then the recipes', { prepare: held }, async ({ page }) => {
  await set(page, { silent: true });
  await toRecipes(page);
  await until(() => page.evaluate(() => window.workers.requests === 1), 'the recipes are asked for');
  await set(page, { silent: false });
  await toRoute(page);
  const days = await offered(page, OURS);
  await button(days, 'Use these days').click();
  await datesAre(page, ['2026-11-24', '2026-11-25']);
  await toRecipes(page);
  await card(page, CUSTOMER).click();
  await table(page, CUSTOMER).waitFor();
  assert.deepEqual(await workers(page), [2, 1]);
});

test('what a recipe says is in the worker, and not in what is loaded at the start', async () => {
  const names = await readdir(dist);
  const has = async (name, words) => (await readFile(join(dist, name))).includes(words);
  for (const words of ['A gift without a purpose', 'For people who have just bought', 'How does the gift reach them?']) {
    const where = [];
    for (const name of names.filter((name) => /\.(wasm|js|html)$/.test(name))) if (await has(name, words)) where.push(name);
    assert.equal(where.length, 1, words);
    assert.match(where[0], PROGRAM);
  }
});
