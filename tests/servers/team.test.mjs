// The plan's steps on a team's list: a real server for calendars behind the page's own, another program on the same list.

import assert from 'node:assert/strict';
import test from 'node:test';
import { addImported, button, region, saved, storedPlans, unfold } from '../browser/app.mjs';
import { planFile } from '../browser/plan-file.mjs';
import { axe, launch, newProfile, open, site, watch } from '../browser/support.mjs';
import { LIST, PASSWORD, USER, radicale } from './radicale.mjs';

const STEPS = 40;
/** In milliseconds: how long all of them may take. */
const LONGEST = 5_000;

const marks = async (page) => {
  const [plan] = await storedPlans(page);
  return JSON.stringify(plan).match(/"marks":\[[^\]]*\]/g) ?? [];
};

test('forty steps go to a team’s list, are ticked off there, and come back with all dates after them', { timeout: 400_000 }, async (t) => {
  const server = await radicale(t);
  const [browser, host] = await Promise.all([launch(), site({ team: { port: server.port, list: LIST } })]);
  t.after(() => Promise.all([browser.close(), host.close()]));
  const context = await newProfile(browser);
  const problems = await watch(context, host.url);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/dav/')) asked.push(request.method());
  });
  const writes = () => asked.filter((method) => method === 'PUT' || method === 'DELETE').length;

  await open(page, host.url);
  await addImported(page, planFile({ prospect: STEPS, customer: 0 }), 'From a file');
  await saved(page);
  await page.evaluate(() => (location.hash = '#/plan/files'));
  const section = region(page, 'The team’s list');
  const said = (words) => section.getByText(words).first().waitFor();
  const signIn = async (password) => {
    await section.getByLabel('User name').fill(USER);
    await section.getByLabel('App password').fill(password);
    await button(section, 'Send to the team’s list').click();
  };

  await said(`These ${STEPS} are what will leave, and nothing else:`);
  assert.equal(await section.getByRole('listitem').count(), STEPS);
  const first = section.getByRole('listitem').first();
  await unfold(first, 'New: prospect task 1, Mon 23 Nov 2026');
  await first.getByText('What to say to the prospect in task 1, in a few plain words.').waitFor();
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(asked, [], 'nothing leaves before somebody says so');

  await signIn('not the one');
  await said(/does not take this user name with this password/);
  assert.equal(writes(), 0);

  const began = performance.now();
  await signIn(PASSWORD);
  await said(`Sent ${STEPS} steps: ${STEPS} new.`);
  const took = performance.now() - began;
  console.log(`${STEPS} steps were sent in ${Math.round(took)} ms`);
  const there = await server.other('list');
  assert.equal(there.length, STEPS);
  await said('Nothing waits to be sent.');
  assert.ok(took < LONGEST, `${Math.round(took)} ms`);

  // Once more: nothing is written.
  const before = writes();
  await button(section, 'Look now').click();
  await said(/Nothing had to be sent/);
  assert.equal(writes(), before);

  // The other program ticks one off, and writes into another one.
  await server.other('tick', 'prospect task 2');
  await server.other('note', 'prospect task 9', 'Ms Hill knows');
  await button(section, 'Look now').click();
  await said('“prospect task 2” was ticked off by the team.');
  await said(`Sent ${STEPS - 2} steps: ${STEPS - 2} changed.`);
  await saved(page);
  assert.match((await marks(page)).join(), /2026-11-23/);
  const due = (list, name) => list.find((task) => task.name === name);
  const after = await server.other('list');
  for (const task of there) {
    const now = due(after, task.name);
    if (['prospect task 1', 'prospect task 2'].includes(task.name)) assert.equal(now.due, task.due);
    else assert.ok(now.due < task.due, `${task.name} moved from ${task.due} to ${now.due}`);
  }
  assert.equal(due(after, 'prospect task 9').comment, 'Ms Hill knows');

  // Somebody writes between the page's reading and its writing: it is read again, and both stay.
  let isLate = false;
  await page.route('**/dav/**', async (route) => {
    if (route.request().method() === 'PUT' && !isLate) {
      isLate = true;
      await server.other('note', 'prospect task 40', 'written meanwhile');
    }
    await route.continue();
  });
  await page.keyboard.press('Control+z');
  await said(/are what will leave/);
  await button(section, 'Look now').click();
  await said(`Sent ${STEPS - 1} steps: ${STEPS - 1} changed.`);
  await page.unroute('**/dav/**');
  await said('Nothing waits to be sent.');
  const undone = await server.other('list');
  for (const task of there) assert.equal(due(undone, task.name).due, task.due);
  assert.equal(due(undone, 'prospect task 2').status, 'NEEDS-ACTION');
  assert.equal(due(undone, 'prospect task 40').comment, 'written meanwhile');
  assert.ok(isLate);

  // The server goes; what changes meanwhile waits, and goes by itself when it is there again.
  await server.stop();
  await page.keyboard.press('Control+Shift+z');
  await said(/are what will leave/);
  await button(section, 'Look now').click();
  await said(/What waits goes by itself/);
  await server.start();
  await said(`Sent ${STEPS - 1} steps: ${STEPS - 2} changed, 1 done.`);
  assert.equal(due(await server.other('list'), 'prospect task 2').status, 'COMPLETED');

  // The password is kept nowhere.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + document.documentElement.outerHTML);
  assert.ok(!kept.includes(PASSWORD) && !kept.includes(Buffer.from(`${USER}:${PASSWORD}`).toString('base64')));
  assert.equal(await section.getByLabel('App password').count(), 0);
  await button(section, 'Forget the password').click();
  await said(/The password is forgotten/);
  const end = asked.length;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await section.getByLabel('App password').waitFor();
  assert.equal(asked.length, end);

  // The browser itself says of answers that they are no good ones.
  assert.deepEqual(problems.filter((problem) => !/Failed to load resource.*(401|412|502)/.test(problem)), []);
});

test('where the host names no list, nothing is said of one and nothing is asked', { timeout: 120_000 }, async (t) => {
  const [browser, host] = await Promise.all([launch(), site()]);
  t.after(() => Promise.all([browser.close(), host.close()]));
  const context = await newProfile(browser);
  const problems = await watch(context, host.url);
  const page = await context.newPage();
  await open(page, host.url);
  await addImported(page, planFile(), 'From a file');
  await saved(page);
  const file = page.waitForResponse(/team\.json/);
  await page.evaluate(() => (location.hash = '#/plan/files'));
  assert.equal((await file).status(), 200);
  await region(page, 'For somebody else').waitFor();
  assert.equal(await region(page, 'The team’s list').count(), 0);
  assert.deepEqual(problems, []);
});

test('a visit with the server gone goes by what the host said last', { timeout: 180_000 }, async (t) => {
  const [browser, host] = await Promise.all([launch(), site({ team: { port: 9, list: LIST } })]);
  t.after(() => browser.close());
  const context = await newProfile(browser, { keepsApp: true });
  const problems = await watch(context, host.url);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await open(page, host.url);
  await addImported(page, planFile(), 'From a file');
  await saved(page);
  await page.evaluate(() => (location.hash = '#/plan/files'));
  const section = region(page, 'The team’s list');
  await section.getByText(/are what will leave/).waitFor();
  await page.waitForFunction(() => document.documentElement.dataset.offline === 'kept');
  await host.close();
  await page.reload();
  await section.getByText(/are what will leave/).waitFor();
  await section.getByLabel('User name').fill(USER);
  await section.getByLabel('App password').fill(PASSWORD);
  await button(section, 'Send to the team’s list').click();
  await section.getByText(/cannot be reached/).waitFor();
  assert.deepEqual(problems.filter((problem) => !/Failed to load resource.*(ERR_CONNECTION_REFUSED|ERR_FAILED)/.test(problem)), []);
});
