// What the browser checks share: the built site on a server of its own, a browser, and a page that
// reports whatever goes wrong on it.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/server.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const dist = join(root, 'dist');

/** The limits that the measurements are held against. */
export const budget = JSON.parse(await readFile(join(root, 'tests/budget.json'), 'utf8'));

/** The moment at which every check takes place: a Monday morning. */
export const NOW = '2026-11-23T09:00:00+01:00';
const PLACE = { locale: 'en-GB', timezoneId: 'Europe/Berlin' };

const BROWSER = {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: [
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};

/** How long is waited for one thing, in milliseconds: long, for a machine that does much else. */
export const PATIENCE = 20_000;

/** Serves the built site; see `serve` for the options. */
export function site(options) {
  if (!existsSync(dist)) throw new Error('There is no built site: please run scripts/build first.');
  return serve(dist, options);
}

export const launch = ({ args = [] } = {}) =>
  chromium.launch({ ...BROWSER, args: [...BROWSER.args, ...args] });

/** One browser for all tests of a file, started by the first that wants it. */
export function browserOfFile() {
  let browser;
  test.after(async () => (await browser)?.close());
  return () => (browser ??= launch());
}

/** A browser whose profile lies in a folder, so that it can be closed and opened again. */
export const launchWithProfile = (folder, options) =>
  chromium.launchPersistentContext(folder, { ...BROWSER, ...PLACE, ...options });

/** An empty folder, gone when the test is over. */
export async function emptyFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-'));
  // Hooks run in the order they were made, and one that fails keeps those behind it from closing what they should: a
  // browser that is still open writes on, and what it leaves goes with the machine's other temporary files.
  t.after(() => rm(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 }).catch(() => {}));
  return folder;
}

/**
 * A new, empty profile with nothing in its storage, at the fixed time. Unless `keepsApp` is set its browser refuses to keep
 * the app, so that a test meets what the server sends, and is not slowed down by what comes besides.
 */
export async function newProfile(browser, { keepsApp = false, ...options } = {}) {
  const context = await browser.newContext({ ...PLACE, ...options });
  await stopClock(context);
  if (!keepsApp) await context.addInitScript(refuseToKeep);
  return context;
}

function refuseToKeep() {
  if (!navigator.serviceWorker) return;
  navigator.serviceWorker.register = () => Promise.reject(new DOMException('Not in this profile.', 'SecurityError'));
}

/** Holds today's date still; timers go on. */
export const stopClock = (context) => context.clock.setFixedTime(new Date(NOW));

/**
 * Collects what must not happen on any page of a profile: errors on the console, uncaught errors,
 * breaches of the content security policy, requests to other places than `origin`.
 */
export async function watch(context, origin) {
  const problems = [];
  const own = new URL(origin).origin;
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`error: ${error.error()}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== own) problems.push(`request: ${url.href}`);
  });
  await context.exposeBinding('reportViolation', (_, text) => problems.push(`policy: ${text}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      window.reportViolation(`${event.violatedDirective} forbids ${event.blockedURI} ${event.sample}`);
    });
  });
  return problems;
}

// One browser and one server for all journeys of a file, from the first to the last of them.
let shared;

const sharedBrowser = () => (shared ??= Promise.all([launch(), site()]));

async function closeShared() {
  const [browser, server] = await sharedBrowser();
  await Promise.all([browser.close(), server.close()]);
}

let hasJourneys = false;

/**
 * A test with a page of its own in a new, empty profile. The body gets
 * - `page`, not yet opened, and its `context`;
 * - `url`, the address of the start page; `go('#/plans')` opens a page and waits for the app;
 * - `allow(/…/)`, for a problem that the test provokes. Every other problem fails it.
 */
export function journey(name, ...rest) {
  const body = rest.pop();
  const { timeout = 180_000, profile = {} } = rest[0] ?? {};
  if (!hasJourneys) test.after(closeShared);
  hasJourneys = true;
  test(name, { timeout }, async (t) => {
    const [browser, server] = await sharedBrowser();
    const context = await newProfile(browser, profile);
    const problems = await watch(context, server.url);
    const allowed = [];
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const go = (route = '') => open(page, server.url + route);
    try {
      await body({ t, page, context, url: server.url, go, allow: (pattern) => allowed.push(pattern) });
      const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      assert.deepEqual(unexpected, [], 'nothing went wrong on the page');
    } finally {
      await context.close();
    }
  });
}

/** Opens an address and waits until the app has taken the place of the static page. */
export async function open(page, url) {
  await page.goto(url);
  await page.locator('#shell').waitFor({ state: 'detached' });
}

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Lays out what is out of sight as well, which the page leaves until it is seen. */
export async function layOutAll(page) {
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [all];
  });
}

/** What axe finds wrong with a page, or a part of it, as it stands, one line each; an empty list when all is well. */
export async function axe(page, part = null) {
  await page.evaluate(axeSource);
  // Axe would judge the rest where it is not.
  await layOutAll(page);
  // The bar at the top lies over whatever has been scrolled under it.
  await page.evaluate(() => scrollTo(0, 0));
  // A colour on its way to another is neither.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime < Infinity);
    return Promise.allSettled(ending.map((it) => it.finished));
  });
  return page.evaluate(async (part) => {
    const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await globalThis.axe.run(part ?? document, { runOnly: standards });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
  }, part);
}

/** The text of a PDF, laid out as on paper or in the order it is read (`-raw`), pages parted by form feeds. */
export async function pdfText(t, bytes, order = '-layout') {
  const file = join(await emptyFolder(t), 'print.pdf');
  await writeFile(file, bytes);
  return (await promisify(execFile)('pdftotext', [order, file, '-'])).stdout;
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
