// The app without the internet, and one version after another: what is kept on a device is whole or not there.

import assert from 'node:assert/strict';
import { cp, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { keepable } from '../../scripts/offline.mjs';
import { serve } from '../../scripts/server.mjs';
import {
  addImported,
  button,
  exported,
  goTo,
  group,
  heading,
  openExample,
  reload,
  saved,
  startNewPlan,
  textbox,
  toStart,
  unfold,
  until,
} from './app.mjs';
import { HARVEST, calendar, offered } from './calendar-file.mjs';
import { faults } from './faults.mjs';
import { PAGES, visit } from './pages.mjs';
import { planFile } from './plan-file.mjs';
import { PATIENCE, axe, dist, emptyFolder, launch, newProfile, open, pdfText, watch } from './support.mjs';

const KEPT = /^Works without the internet on this device, version \d+\.\d+\.\d+ \(\w{8}\)\./;

/** A browser that keeps what it visits, and a server; `wrong(name)` may name a fault for a file, see `faults`. */
async function visitor(t, { folder = dist, under, wrong = () => undefined, args, host } = {}) {
  const asked = [];
  const instead = (name) => {
    asked.push(name);
    return faults[wrong(name)];
  };
  const [server, browser] = await Promise.all([serve(folder, { under, instead }), launch({ args })]);
  let isGone = false;
  const stopServer = async () => {
    if (!isGone) await server.close();
    isGone = true;
  };
  t.after(() => Promise.all([browser.close(), stopServer()]));
  const url = host ? server.url.replace('127.0.0.1', host) : server.url;
  const context = await newProfile(browser, { keepsApp: true });
  const problems = await watch(context, url);
  const newTab = async (address = url) => {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await open(page, address);
    return page;
  };
  return { context, server, url, asked, problems, newTab, stopServer };
}

/** Waits until the page says that all of it is kept, on the page that says it. */
async function isKept(page) {
  const address = PAGES['About this method'];
  if (!page.url().endsWith(address)) await visit(page, 'About this method', address);
  await page.getByText(KEPT).waitFor();
}

const versionOf = (page) => page.evaluate(() => document.documentElement.dataset.version);
const notice = (page) => page.getByRole('status', { name: 'New version', exact: true });
const cacheNames = (page) => page.evaluate(() => caches.keys());

/** The site as another build would have it: the page, and the names of the worker's parts, which have `mark` in them. */
async function newer(t, { folder, mark = '0123456789abcdef' } = {}) {
  const into = folder ?? join(await emptyFolder(t), 'site');
  await cp(dist, into, { recursive: true });
  let page = await readFile(join(into, 'index.html'), 'utf8');
  for (const name of (await readdir(into)).filter((name) => name.startsWith('followthrough-worker-'))) {
    const other = name.replace(/[0-9a-f]{16}/, mark);
    await rename(join(into, name), join(into, other));
    page = page.replaceAll(name, other);
  }
  await writeFile(join(into, 'index.html'), page);
  return { folder: into, version: await keepable(into) };
}

// --- With the server gone ---

test('after one visit everything works with the server gone', { timeout: 180_000 }, async (t) => {
  const { newTab, url, asked, problems, stopServer } = await visitor(t);
  const first = await newTab();
  await isKept(first);
  const twice = asked.filter((name, at) => /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name) && asked.indexOf(name) !== at);
  assert.deepEqual(twice, [], 'what has come once is not fetched again');
  await stopServer();

  const read = [];
  first.on('request', (request) => read.push(request.url()));
  await reload(first);
  await first.getByText(KEPT).waitFor();
  const inOrder = read.filter((name) => /\.css$|-app-\w+_bg\.wasm$/.test(name));
  assert.equal(inOrder.length, 2, `what is at hand is read once: ${inOrder}`);
  const page = await newTab(`${url}?from=somewhere`);
  await openExample(page);
  for (const [title, address] of Object.entries(PAGES)) await visit(page, title, address);

  await visit(page, 'Recipes', PAGES.Recipes);
  await page.getByRole('button', { name: /^Preview with dates/ }).first().click();
  await page.getByRole('table').first().waitFor();

  await toStart(page);
  await addImported(page, planFile({ prospect: 3 }), 'From a file');
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
  await textbox(page, 'Country or region').fill('bavaria');
  await button(page.getByRole('list', { name: 'Countries and regions found' }), 'Germany: Bavaria').click();
  const bavaria = group(page, 'Germany: Bavaria');
  await button(bavaria, 'Use these holidays').click();
  const ours = await offered(page, calendar(HARVEST));
  await button(ours, 'Use these days').click();
  await saved(page);

  await visit(page, 'Your plan', PAGES['Your plan']);
  const { file } = await exported(page);
  assert.deepEqual(file.plan.holidaySets.map(({ name }) => name), ['Germany: Bavaria', 'Our holidays']);
  assert.match(await pdfText(t, await page.pdf({ format: 'A4' })), /prospect task 3/);
  assert.deepEqual(problems, []);
});

test('under a path it works as well, and a copy beside it keeps what is its own', { timeout: 180_000 }, async (t) => {
  const root = await emptyFolder(t);
  const later = await emptyFolder(t);
  await Promise.all(['a', 'b'].map((name) => cp(dist, join(root, name), { recursive: true })));
  await cp(dist, join(later, 'b'), { recursive: true });
  await newer(t, { folder: join(later, 'a') });
  const { newTab, server, url, stopServer } = await visitor(t, { folder: root, under: '/tools/' });
  const [a, b] = [await newTab(`${url}a/`), await newTab(`${url}b/`)];
  await isKept(a);
  await isKept(b);
  const of = (names, part) => names.filter((name) => name.includes(`/tools/${part}/ `));
  const before = await cacheNames(a);
  assert.deepEqual([of(before, 'a').length, of(before, 'b').length], [1, 1]);

  await server.turnTo(later);
  await reload(a);
  await Promise.all([a.waitForEvent('load'), notice(a).getByRole('button', { name: 'Reload' }).click()]);
  await isKept(a);
  assert.deepEqual(of(await cacheNames(a), 'b'), of(before, 'b'));
  assert.equal(await notice(b).count(), 0);
  await stopServer();
  await Promise.all([reload(a), reload(b)]);
  await isKept(b);
});

test('what the app does not know is left to the server, and nothing comes in its place', { timeout: 60_000 }, async (t) => {
  const { newTab, url, stopServer } = await visitor(t);
  const page = await newTab();
  await isKept(page);
  await reload(page);
  const status = (address, options) =>
    page.evaluate(async ([address, options]) => {
      const response = await fetch(address, options);
      return [response.status, (await response.text()).includes('<html')];
    }, [address, options]);
  assert.deepEqual(await status('no-such-script.js'), [404, false]);
  assert.deepEqual(await status('no-such-program_bg.wasm'), [404, false]);
  assert.deepEqual(await status('./', { method: 'POST' }), [405, false]);
  assert.equal((await page.goto(`${url}no/such/page`)).status(), 404);
  await open(page, url);
  await stopServer();
  assert.equal(await page.evaluate(() => fetch('no-such-script.js').then(() => 'came', () => 'did not come')), 'did not come');
});

test('a kept file that is damaged is fetched anew, and the app opens', { timeout: 60_000 }, async (t) => {
  const { newTab, stopServer } = await visitor(t);
  const page = await newTab();
  await isKept(page);
  const damage = () =>
    page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const parts = (await cache.keys()).filter(({ url }) => /followthrough-app-/.test(url));
      for (const part of parts) {
        const type = (await cache.match(part)).headers.get('content-type');
        await cache.put(part, new Response('damaged', { headers: { 'content-type': type } }));
      }
      return parts.length;
    });
  assert.equal(await damage(), 2);
  await reload(page);
  await stopServer();
  await reload(page);
  await isKept(page);
});

test('a version whose parts are nowhere any more gives way to the one that the server has', { timeout: 60_000 }, async (t) => {
  const { newTab, server } = await visitor(t);
  const page = await newTab();
  await isKept(page);
  const { folder, version } = await newer(t);
  const name = (await readdir(folder)).find((name) => /^followthrough-app-\w+_bg\.wasm$/.test(name));
  const other = name.replace(/[0-9a-f]{16}/, '0123456789abcdef');
  await rename(join(folder, name), join(folder, other));
  const path = join(folder, 'index.html');
  await writeFile(path, (await readFile(path, 'utf8')).replaceAll(name, other));
  const last = await keepable(folder);
  assert.notEqual(last, version);
  await server.turnTo(folder);
  await page.evaluate(async (name) => {
    for (const each of await caches.keys()) await (await caches.open(each)).delete(new URL(name, location.href).href);
  }, name);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await page.reload();
  await page.getByRole('alert').filter({ hasText: '(404)' }).waitFor();
  await button(page, 'Try again').click();
  await until(async () => (await versionOf(page).catch(() => '')) === last, 'the version of the server is there');
  await page.locator('#shell').waitFor({ state: 'detached' });
});

test('a browser that keeps no pages says so, and everything else works', { timeout: 60_000 }, async (t) => {
  const host = 'planner.test';
  const { newTab } = await visitor(t, { host, args: [`--host-resolver-rules=MAP ${host} 127.0.0.1`] });
  const page = await newTab();
  assert.equal(await page.evaluate(() => isSecureContext), false);
  await visit(page, 'About this method', PAGES['About this method']);
  await page.getByText('The planner opens only with the internet here').waitFor();
  await toStart(page);
  await openExample(page);
});

test('what a newer version has stored is set aside by the version that is kept', { timeout: 60_000 }, async (t) => {
  const { newTab, stopServer } = await visitor(t);
  const page = await newTab();
  await isKept(page);
  await stopServer();
  const text = JSON.stringify({ format: 'followthrough', version: 99, state: 'open', stamp: { revision: 1, tab: 'a' }, plan: {} });
  await page.evaluate((text) => localStorage.setItem('followthrough/plan/later', text), text);
  await reload(page);
  await visit(page, 'All plans', PAGES['All plans']);
  await page.getByText('newer Followthrough (format 99)').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('followthrough/plan/later')), text);
});

// --- One version after another ---

test('a new version is told in every tab and opens where it is asked for', { timeout: 180_000 }, async (t) => {
  const { newTab, server, problems } = await visitor(t);
  const [one, other] = [await newTab(), await newTab()];
  await isKept(one);
  const before = await versionOf(one);
  const { folder, version } = await newer(t);
  await server.turnTo(folder);

  await reload(one);
  await Promise.all([notice(one).waitFor(), notice(other).waitFor()]);
  assert.deepEqual(await axe(one), []);
  await reload(one);
  await notice(one).waitFor();
  assert.deepEqual([await versionOf(one), await versionOf(other)], [before, before], 'nothing changes by itself');

  await notice(one).getByRole('button', { name: 'Reload' }).click();
  await until(async () => (await versionOf(one).catch(() => '')) === version, 'the new version is there');
  await isKept(one);
  assert.equal(await notice(one).count(), 0);

  // The server no longer has what the other tab has not fetched yet.
  assert.equal(await versionOf(other), before, 'nobody else is interrupted');
  await notice(other).waitFor();
  await addImported(other, planFile({ prospect: 3 }), 'From a file');
  await goTo(other, 'Map the route');
  await unfold(other, 'Working days:');
  await offered(other, calendar(HARVEST));
  await notice(other).getByRole('button', { name: 'Reload' }).click();
  await until(async () => (await versionOf(other).catch(() => '')) === version, 'the new version is there too');
  await heading(other, 'Map the route').waitFor();
  assert.equal(await notice(other).count(), 0);
  assert.deepEqual(problems, []);
});

test('a new version waits for what is not saved yet', { timeout: 120_000 }, async (t) => {
  const { newTab, server } = await visitor(t);
  const page = await newTab();
  await isKept(page);
  const before = await versionOf(page);
  await toStart(page);
  await startNewPlan(page);
  await textbox(page, 'Name of this plan').fill('Before');
  await saved(page);
  const { folder, version } = await newer(t);
  await server.turnTo(folder);
  await reload(page);
  await notice(page).waitFor();

  await page.evaluate(() => {
    const full = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    const { setItem } = Storage.prototype;
    const { put } = IDBObjectStore.prototype;
    Storage.prototype.setItem = full;
    IDBObjectStore.prototype.put = full;
    window.makeRoom = () => {
      Storage.prototype.setItem = setItem;
      IDBObjectStore.prototype.put = put;
    };
  });
  await textbox(page, 'Name of this plan').fill('Not to be lost');
  await page.getByRole('status', { name: 'Not saved', exact: true }).waitFor();
  await notice(page).getByRole('button', { name: 'Reload' }).click();
  await notice(page).getByText('The new version opens once your last changes are saved.').waitFor();
  assert.equal(await versionOf(page), before);

  await page.evaluate(() => window.makeRoom());
  await button(page, 'Try again').click();
  await until(async () => (await versionOf(page).catch(() => '')) === version, 'the new version is there');
  await heading(page, 'Fresh start').waitFor();
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Not to be lost');
});

test('of several new versions the newest opens, and a tab of the old one has all it needs', { timeout: 120_000 }, async (t) => {
  const { newTab, server } = await visitor(t);
  const [one, other] = [await newTab(), await newTab()];
  await isKept(one);
  const names = await cacheNames(one);
  const second = await newer(t);
  await server.turnTo(second.folder);
  await reload(one);
  await notice(one).waitFor();
  const third = await newer(t, { mark: 'fedcba9876543210' });
  await server.turnTo(third.folder);
  await reload(one);
  const isHere = async () => (await cacheNames(one)).some((name) => name.endsWith(third.version));
  await until(isHere, 'the newest is on its way');
  const isWhole = () => one.evaluate(async () => !(await navigator.serviceWorker.getRegistration()).installing);
  await until(isWhole, 'the newest is there');
  await notice(one).getByRole('button', { name: 'Reload' }).click();
  await until(async () => (await versionOf(one).catch(() => '')) === third.version, 'the newest version is open');
  await isKept(one);
  assert.deepEqual(await cacheNames(one), [...names, names[0].replace(/\w+$/, third.version)]);
  await addImported(other, planFile({ prospect: 3 }), 'From a file');
  await goTo(other, 'Map the route');
  await unfold(other, 'Working days:');
  await offered(other, calendar(HARVEST));
});

const WORKER_OR_DATA = /^(holidays\/US\.json|followthrough-worker-\w+\.js)$/;
for (const [what, files, fault] of [
  ['of which a file is gone', WORKER_OR_DATA, 'gone'],
  ['of which a file breaks off', WORKER_OR_DATA, 'cut'],
  ['of which a file is another', WORKER_OR_DATA, 'changed'],
  ['of which a file is a web page', WORKER_OR_DATA, 'pageAsTheFile'],
  ['whose list is cut short', /^files-\w+\.json$/, 'shortened'],
  ['in whose place a web page comes', /^offline\.js$/, 'page'],
]) {
  test(`an update ${what} leaves the old version whole`, { timeout: 120_000 }, async (t) => {
    let isWrong = false;
    const wrong = (name) => (isWrong && files.test(name) ? fault : undefined);
    const { newTab, server, asked, stopServer } = await visitor(t, { wrong });
    const page = await newTab();
    await isKept(page);
    const before = [await versionOf(page), await cacheNames(page)];
    const { folder } = await newer(t);
    await server.turnTo(folder);
    isWrong = true;
    asked.length = 0;
    await reload(page);
    await until(() => asked.some((name) => wrong(name)), 'the update has met what is wrong');
    const isOver = () =>
      page.evaluate(async () => {
        const { installing, waiting } = await navigator.serviceWorker.getRegistration();
        return !installing && !waiting;
      });
    await until(isOver, 'the update is given up');
    await stopServer();
    await reload(page);
    await isKept(page);
    assert.deepEqual([await versionOf(page), await cacheNames(page)], before);
    assert.equal(await notice(page).count(), 0);
    await toStart(page);
    await openExample(page);
  });
}

test('a first visit of which a file does not come is no half of one, and is made whole by itself', { timeout: 120_000 }, async (t) => {
  let isWrong = true;
  const wrong = (name) => (isWrong && name === 'holidays/US.json' ? 'gone' : undefined);
  const { newTab } = await visitor(t, { wrong });
  const page = await newTab();
  await visit(page, 'About this method', PAGES['About this method']);
  await page.getByText('Not all of the planner has come to this device yet').waitFor();
  assert.deepEqual(await cacheNames(page), []);
  isWrong = false;
  await page.getByText(KEPT).waitFor();
});

test('a first visit of which a file does not come is made whole by the next', { timeout: 120_000 }, async (t) => {
  let isWrong = true;
  const wrong = (name) => (isWrong && name === 'offline.js' ? 'gone' : undefined);
  const { newTab } = await visitor(t, { wrong });
  const page = await newTab();
  await visit(page, 'About this method', PAGES['About this method']);
  await page.getByText('Not all of the planner has come to this device yet').waitFor();
  isWrong = false;
  await reload(page);
  await page.getByText(KEPT).waitFor();
});
