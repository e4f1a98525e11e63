// What happens when the program does not arrive: each fault is made by the server that sends the page.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { announcement, button, textbox } from './app.mjs';
import { faults } from './faults.mjs';
import { PATIENCE, axe, dist, browserOfFile, newProfile, open, site, watch } from './support.mjs';

const PLAN = JSON.stringify({ format: 'followthrough', version: 1, plan: { name: 'Spring fair' } });
const PROGRAM = /followthrough-app-\w+_bg\.wasm$/;
const REST = /followthrough-rest-\w+_bg\.wasm$/;
const SCRIPT = /^followthrough-app-\w+\.js$/;

const browserHere = browserOfFile();

/**
 * A test with a page whose server answers in its own way for the files that `faulty` matches, `times` times in a row.
 * The body gets `page`, its `context`, `url`; `asked`, the names asked for; `heal()`, from which on all is well.
 */
function loading(name, { faulty, fault, times = Infinity }, body) {
  test(name, { timeout: 180_000 }, async (t) => {
    let left = times;
    const asked = [];
    const instead = (file) => {
      if (!faulty.test(file)) return undefined;
      asked.push(file);
      left -= 1;
      return left >= 0 ? faults[fault] : undefined;
    };
    const [server, browser] = await Promise.all([site({ instead }), browserHere()]);
    const context = await newProfile(browser);
    t.after(() => Promise.all([context.close(), server.close()]));
    const problems = await watch(context, server.url);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await body({ page, context, url: server.url, asked, problems, heal: () => (left = 0) });
  });
}

const told = (page, words) => page.getByRole('alert').filter({ hasText: words }).waitFor();
const tryAgain = (page) => page.getByRole('button', { name: 'Try again', exact: true });
const opened = (page) => page.locator('#shell').waitFor({ state: 'detached' });

/** Nothing says that the planner has broken or that the browser is at fault. */
async function isNoCrash(page) {
  assert.ok(await page.locator('#crash').isHidden());
  assert.equal(await page.getByText('too old').count(), 0);
}

const KINDS = [
  ['a connection that breaks before the program', PROGRAM, 'broken', 'The connection broke'],
  ['a connection that breaks in the middle of the program', PROGRAM, 'cut', 'The connection broke'],
  ['a program that is cut short', PROGRAM, 'shortened', 'damaged or incomplete'],
  ['a program that is not the one that was built', PROGRAM, 'changed', 'damaged or incomplete'],
  ['a web page in place of the program', PROGRAM, 'page', 'A web page came'],
  ['a web page that is called a program', PROGRAM, 'pageAsTheFile', 'A web page came'],
  ['a program that is gone', PROGRAM, 'gone', '(404)'],
  ['a server that cannot send the program', PROGRAM, 'overloaded', '(503)'],
  ['a connection that breaks before the script', SCRIPT, 'broken', 'The connection broke'],
  ['a connection that breaks in the middle of the script', SCRIPT, 'cut', 'The connection broke'],
  ['a script that is cut short', SCRIPT, 'shortened', 'damaged or incomplete'],
  ['a script that is not the one that was built', SCRIPT, 'changed', 'damaged or incomplete'],
  ['a web page in place of the script', SCRIPT, 'page', 'A web page came'],
  ['a web page that is called a script', SCRIPT, 'pageAsTheFile', 'A web page came'],
  ['a script sent as text', SCRIPT, 'asText', 'as “text/plain”'],
  ['a script that is gone', SCRIPT, 'gone', '(404)'],
];

for (const [name, faulty, fault, words] of KINDS) {
  loading(`${name} is told as what it is, and opens once it comes`, { faulty, fault }, async ({ page, url, heal }) => {
    await page.goto(url);
    await told(page, words);
    await isNoCrash(page);
    heal();
    await tryAgain(page).click();
    await opened(page);
    await isNoCrash(page);
  });
}

for (const [name, faulty, fault] of KINDS.filter(([, , fault]) => ['cut', 'changed', 'gone'].includes(fault))) {
  loading(`${name} that passes is asked for again without a word`, { faulty, fault, times: 1 }, async ({ page, url }) => {
    await page.goto(url);
    await opened(page);
    await isNoCrash(page);
  });
}

loading('who asks again by the keyboard is at what is said, not at the top of the page', { faulty: PROGRAM, fault: 'overloaded' }, async ({ page, url }) => {
  await page.goto(url);
  await told(page, '(503)');
  await tryAgain(page).press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'shell-wait');
  await told(page, '(503)');
  assert.equal(await page.evaluate(() => document.activeElement.textContent.includes('(503)')), true);
});

loading('while the program does not come, the stored plans can be downloaded', { faulty: PROGRAM, fault: 'broken' }, async ({ page, context, url }) => {
  await context.addInitScript((plan) => localStorage.setItem('followthrough/plan/a', plan), PLAN);
  await page.goto(`${url}#/workshop/route`);
  await told(page, 'The connection broke');
  assert.deepEqual(await axe(page), []);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download “Spring fair”' }).click(),
  ]);
  assert.equal(await readFile(await download.path(), 'utf8'), PLAN);
});

loading('without a network the page is told to be out of reach of the planner', { faulty: PROGRAM, fault: 'broken', times: 0 }, async ({ page, context, url }) => {
  await page.route(PROGRAM, async (route) => {
    await context.setOffline(true);
    await route.abort('internetdisconnected');
  });
  await page.goto(url);
  await told(page, 'The connection broke');
  await page.unroute(PROGRAM);
  await context.setOffline(false);
  await tryAgain(page).click();
  await opened(page);
});

loading('a program that stands still on its way is said to take long', { faulty: PROGRAM, fault: 'stalled' }, async ({ page, url, heal }) => {
  await page.goto(url);
  await told(page, 'This takes long');
  await isNoCrash(page);
  heal();
  await Promise.all([page.waitForEvent('load'), tryAgain(page).click()]);
  await opened(page);
});

loading('a program sent without its type opens all the same', { faulty: PROGRAM, fault: 'asText' }, async ({ page, url, problems }) => {
  await page.goto(url);
  await opened(page);
  assert.deepEqual(problems, []);
});

loading('each part of the program is asked for once', { faulty: /\.(wasm|js)$/, fault: 'broken', times: 0 }, async ({ page, url, asked }) => {
  await page.goto(url);
  await opened(page);
  await method(page).click();
  await arrivedAt(page, 'About this method');
  assert.equal(asked.length, 3, asked.join());
  assert.ok([PROGRAM, SCRIPT, REST].every((part) => asked.some((name) => part.test(name))), asked.join());
});

loading('a damaged copy that the browser keeps is replaced', { faulty: PROGRAM, fault: 'changed', times: 1 }, async ({ page, url, asked }) => {
  await page.goto(url);
  await opened(page);
  const before = asked.length;
  await open(page, url);
  await page.reload();
  await opened(page);
  assert.equal(asked.length, before, 'the copy that came last is the one that is used');
});

// --- What a first page can do without ---

const title = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
const method = (page) => page.getByRole('link', { name: 'The method' });

/** A page stands there, and whoever reads by ear or keyboard is at its heading. */
async function arrivedAt(page, name) {
  await title(page, name).waitFor();
  await page.waitForFunction((name) => document.activeElement.tagName === 'H1' && document.activeElement.textContent === name, name);
}

/** Lets the rest come when it is told to. */
async function heldBack(page) {
  let letCome;
  const held = new Promise((resolve) => (letCome = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  return letCome;
}

const REST_KINDS = [
  ['a connection that breaks before the rest', 'broken', 'The connection broke'],
  ['a rest that is not the one that was built', 'changed', 'damaged or incomplete'],
  ['a web page in place of the rest', 'page', 'A web page came'],
  ['a rest that is gone', 'gone', '(404)'],
  ['a server that cannot send the rest', 'overloaded', '(503)'],
];

for (const [name, fault, words] of REST_KINDS) {
  loading(`${name} leaves the first page as it is, and the next comes once it can`, { faulty: REST, fault }, async ({ page, url, heal }) => {
    await page.goto(url);
    await opened(page);
    await method(page).click();
    await arrivedAt(page, 'This page has not come yet');
    await page.getByText(words).waitFor();
    assert.deepEqual(await axe(page), []);
    await isNoCrash(page);
    heal();
    await tryAgain(page).press('Enter');
    await title(page, 'About this method').waitFor();
    await isNoCrash(page);
  });
}

loading('a page opened at its address waits for the rest, and says what is wrong with it', { faulty: REST, fault: 'overloaded' }, async ({ page, url, heal }) => {
  await page.goto(`${url}#/about`);
  await title(page, 'This page has not come yet').waitFor();
  await page.getByText('(503)').waitFor();
  heal();
  await tryAgain(page).click();
  await arrivedAt(page, 'About this method');
});

loading('the rest that breaks off once is asked for again without a word', { faulty: REST, fault: 'broken', times: 1 }, async ({ page, url }) => {
  await page.goto(`${url}#/about`);
  await title(page, 'About this method').waitFor();
});

loading('whoever is faster than the rest is told, and is at the page when it comes', { faulty: REST, fault: 'broken', times: 0 }, async ({ page, url, problems }) => {
  const letCome = await heldBack(page);
  await page.goto(url);
  await opened(page);
  await method(page).click();
  await arrivedAt(page, 'One moment');
  assert.deepEqual(await axe(page), []);
  letCome();
  await arrivedAt(page, 'About this method');
  assert.deepEqual(problems, []);
});

loading('what is pressed before the rest is there is done once it is', { faulty: REST, fault: 'broken', times: 0 }, async ({ page, url, problems }) => {
  const letCome = await heldBack(page);
  await page.goto(url);
  await opened(page);
  await button(page, 'Open the example').click();
  await announcement(page, 'One moment');
  letCome();
  await arrivedAt(page, 'From a silent piano to a played one');
  assert.deepEqual(problems, []);
});

loading('the first step works without the rest, and keeps what is typed', { faulty: REST, fault: 'broken', times: 0 }, async ({ page, url, problems }) => {
  await heldBack(page);
  await page.goto(url);
  await opened(page);
  await button(page, 'Start a new plan').click();
  await arrivedAt(page, 'Fresh start');
  const name = textbox(page, 'Name of this plan');
  await name.click();
  await page.keyboard.type('Spring fair', { delay: 5 });
  await page.keyboard.press('Tab');
  await page.getByRole('status', { name: 'Saved' }).waitFor();
  await page.unroute(REST);
  await page.reload();
  assert.equal(await name.inputValue(), 'Spring fair');
  assert.deepEqual(problems, []);
});

loading('the rest comes by itself when the connection is back', { faulty: REST, fault: 'broken', times: 0 }, async ({ page, context, url }) => {
  await page.route(REST, (route) => route.abort('internetdisconnected'));
  await page.goto(url);
  await opened(page);
  await method(page).click();
  await title(page, 'This page has not come yet').waitFor();
  await context.setOffline(true);
  await page.unroute(REST);
  await context.setOffline(false);
  await arrivedAt(page, 'About this method');
});

loading('a rest that stands still on its way is said to take long, and the page can be loaded anew', { faulty: REST, fault: 'stalled', times: 1 }, async ({ page, url }) => {
  await page.goto(url);
  await opened(page);
  await method(page).click();
  await title(page, 'This page has not come yet').waitFor();
  await page.getByText('This takes long').waitFor();
  await Promise.all([page.waitForEvent('load'), tryAgain(page).click()]);
  await title(page, 'About this method').waitFor();
});

loading('what is pressed in vain is said to be so, and is not done once nobody expects it', { faulty: REST, fault: 'gone' }, async ({ page, url, heal }) => {
  await page.goto(url);
  await opened(page);
  await button(page, 'Open the example').click();
  await announcement(page, '(404)');
  heal();
  await method(page).click();
  await arrivedAt(page, 'About this method');
  await page.waitForTimeout(500);
  await arrivedAt(page, 'About this method');
});

loading('everything is found by its keys as soon as it can be', { faulty: REST, fault: 'broken', times: 0 }, async ({ page, url, problems }) => {
  const letCome = await heldBack(page);
  await page.goto(url);
  await opened(page);
  await page.keyboard.press('Control+k');
  letCome();
  await page.waitForFunction(() => document.activeElement.getAttribute('role') === 'combobox');
  assert.deepEqual(problems, []);
});

loading('a page at its address never loads itself anew, and offers the stored plans as files', { faulty: REST, fault: 'gone' }, async ({ page, context, url, heal }) => {
  await context.addInitScript((plan) => localStorage.setItem('followthrough/plan/a', plan), PLAN);
  let visits = 0;
  page.on('load', () => (visits += 1));
  await page.goto(`${url}#/about`);
  await title(page, 'This page has not come yet').waitFor();
  await page.getByText('(404)').waitFor();
  await page.waitForTimeout(1500);
  assert.equal(visits, 1);
  assert.deepEqual(await axe(page), []);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download “Spring fair”' }).click(),
  ]);
  assert.equal(JSON.parse(await readFile(await download.path(), 'utf8')).plan.name, 'Spring fair');
  heal();
  await Promise.all([page.waitForEvent('load'), tryAgain(page).click()]);
  await title(page, 'About this method').waitFor();
});

loading('a page whose rest stands still says so, and waits for it', { faulty: REST, fault: 'stalled' }, async ({ page, url }) => {
  let visits = 0;
  page.on('load', () => (visits += 1));
  await page.goto(`${url}#/about`);
  await title(page, 'One moment').waitFor();
  await page.getByText('This takes long').waitFor();
  await page.waitForTimeout(1000);
  assert.equal(visits, 1);
});

loading('the next page asks again for what did not come for the one before', { faulty: REST, fault: 'overloaded' }, async ({ page, url, heal }) => {
  await page.goto(url);
  await opened(page);
  await method(page).click();
  await title(page, 'This page has not come yet').waitFor();
  await page.getByRole('link', { name: 'Followthrough' }).click();
  await title(page, 'From a new contact to a loyal customer, with dates').waitFor();
  heal();
  await method(page).click();
  await arrivedAt(page, 'About this method');
});

loading('a plan in a link stays in the address until it can be shown', { faulty: REST, fault: 'overloaded' }, async ({ page, url, heal }) => {
  const packed = deflateRawSync(await readFile(join(dist, 'example.json'))).toString('base64url');
  await page.goto(`${url}#/link/1.${packed}`);
  await title(page, 'This page has not come yet').waitFor();
  assert.ok(page.url().includes('#/link/1.'));
  heal();
  await tryAgain(page).click();
  await page.getByRole('dialog', { name: /^Import “/ }).waitFor();
  assert.ok(!page.url().includes('#/link/'));
  await title(page, 'From a new contact to a loyal customer, with dates').waitFor();
});
