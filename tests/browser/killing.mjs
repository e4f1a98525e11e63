// A browser that is killed with everything that belongs to it, and what was shown as saved in it until then.

import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { textbox } from './app.mjs';

/** A browser in a process group of its own, so that all of it can be killed at once. */
export async function startBrowser(folder) {
  const browser = spawn(
    process.env.CHROMIUM || '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise((resolve, reject) => {
    let said = '';
    browser.stderr.on('data', (bytes) => {
      said += bytes;
      const found = /ws:\/\/\S+/.exec(said);
      if (found) resolve(found[0]);
    });
    browser.on('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
  const connection = await chromium.connectOverCDP(address);
  const [context] = connection.contexts();
  return { page: context.pages()[0] ?? (await context.newPage()), kill: () => killGroup(browser) };
}

const killGroup = (browser) =>
  new Promise((resolve) => {
    // It may be dead already.
    if (browser.exitCode !== null || browser.signalCode !== null) return resolve();
    browser.on('exit', resolve);
    process.kill(-browser.pid, 'SIGKILL');
  });

/** Types into the name of the plan, `Edit 1` to `Edit n`, at changing paces. Gives back the last that was shown as saved. */
export async function typeEdits(page, edits, round = 1) {
  // What was shown as saved is known here as soon as it is shown.
  let acknowledged = 0;
  await page.exposeFunction('shownAsSaved', (edit) => (acknowledged = edit));
  const name = textbox(page, 'Name of this plan');
  await name.evaluate((field) => {
    const mark = document.querySelector('.save-mark');
    new MutationObserver(() => {
      if (mark.textContent === 'Saved') window.shownAsSaved(Number(field.value.split(' ').pop()) || 0);
    }).observe(document.body, { characterData: true, childList: true, subtree: true });
  });
  for (let edit = 1; edit <= edits; edit += 1) {
    await name.fill(`Edit ${edit}`);
    await page.waitForTimeout((edit * 97 * round) % 500);
  }
  return acknowledged;
}

/** The last edit that is found on the page of the plan. */
export const editFound = async (page) =>
  Number((await page.getByRole('heading', { level: 1, name: /^Edit \d/ }).innerText()).split(' ').pop());
