// The worker that reads calendar files: fetched when the first is chosen; what happens when it does not come, breaks,
// takes too long, or is not wanted any more. The plan stays as it is, and the next file is read.

import assert from 'node:assert/strict';
import test from 'node:test';
import { announcement, button, focused, until } from './app.mjs';
import { HARVEST, calendar, choose, datesAre, fileField, offer, offered, onRoute } from './calendar-file.mjs';
import { faults } from './faults.mjs';
import { PATIENCE, launch, newProfile, open, site, watch } from './support.mjs';

const WORKER = /^followthrough-worker-/;
const SCRIPT = /^followthrough-worker-\w+\.js$/;
const PROGRAM = /^followthrough-worker-\w+_bg\.wasm$/;
const OURS = calendar(HARVEST);
const NOT_LOADED = 'The part that reads calendar files could not be loaded.';

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
    const [server, browser] = await Promise.all([site({ instead, under }), launch()]);
    t.after(() => Promise.all([browser.close(), server.close()]));
    const context = await newProfile(browser);
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

/** Workers that do not answer about a file while `workers.silent` is set, or break at it while `workers.broken` is. */
const held = (page) =>
  page.addInitScript(() => {
    window.workers = { started: 0, ended: 0, files: 0 };
    window.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        window.workers.started += 1;
      }
      postMessage(message, ...rest) {
        const { silent, broken } = window.workers;
        const isFile = Array.isArray(message);
        window.workers.files += Number(isFile);
        // What is no request breaks the worker.
        if (isFile && broken) super.postMessage(null);
        else if (!isFile || !silent) super.postMessage(message, ...rest);
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
const isRead = (page) => until(() => page.evaluate(() => window.workers.files === 1), 'the file is being read');
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
