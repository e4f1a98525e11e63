// The browser is killed, with everything that belongs to it: nothing that was shown as saved is lost.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { button, startNewPlan, textbox } from './app.mjs';
import { emptyFolder, launchWithProfile, open, site } from './support.mjs';

// More of them: KILLS=40.
const KILLS = Number(process.env.KILLS ?? 4);
const EDITS = 40;

/** A browser in a process group of its own, so that all of it can be killed at once. */
async function startBrowser(folder) {
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
    browser.on('exit', resolve);
    process.kill(-browser.pid, 'SIGKILL');
  });

for (let round = 1; round <= KILLS; round += 1) {
  test(`nothing shown as saved is lost when the browser is killed (${round} of ${KILLS})`, { timeout: 120_000 }, async (t) => {
    const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
    t.after(() => server.close());
    const profile = join(folder, 'profile');

    const { page, kill } = await startBrowser(profile);
    await open(page, server.url);
    await startNewPlan(page);
    // What was shown as saved is known here as soon as it is shown.
    let acknowledged = 0;
    await page.exposeFunction('shownAsSaved', (edits) => (acknowledged = edits));
    const name = textbox(page, 'Name of this plan');
    await name.evaluate((field) => {
      const mark = document.querySelector('.save-mark');
      new MutationObserver(() => {
        if (mark.textContent === 'Saved') window.shownAsSaved(Number(field.value.split(' ').pop()) || 0);
      }).observe(document.body, { characterData: true, childList: true, subtree: true });
    });
    for (let edit = 1; edit <= EDITS; edit += 1) {
      await name.fill(`Edit ${edit}`);
      await page.waitForTimeout((edit * 97 * round) % 500);
    }
    assert.ok(acknowledged > 0, 'some edits were shown as saved');
    const shown = acknowledged;
    await kill();

    const context = await launchWithProfile(profile);
    t.after(() => context.close());
    const again = context.pages()[0] ?? (await context.newPage());
    await open(again, `${server.url}#/plans`);
    await button(again, /^Open Edit/).click();
    const found = Number((await again.getByRole('heading', { level: 1 }).innerText()).split(' ').pop());
    t.diagnostic(`${shown} edits shown as saved, ${found} found`);
    assert.ok(found >= shown, `${shown} edits were shown as saved, ${found} are there`);
  });
}
