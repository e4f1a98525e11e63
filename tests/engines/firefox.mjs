// Firefox, over WebDriver BiDi.

import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { until } from './journey.mjs';
import { find } from './in-page.mjs';

const BINARY = process.env.FIREFOX || '/usr/bin/firefox-esr';
export const INSTALL = 'Firefox is not installed: please run scripts/setup, or apt-get install firefox-esr (or name it in $FIREFOX).';

/** Firefox with a profile in a folder, so that it can be killed and started again. */
export async function startFirefox(folder) {
  if (!existsSync(BINARY)) throw new Error(INSTALL);
  const [profile, downloads] = ['profile', 'downloads'].map((name) => join(folder, name));
  await Promise.all([profile, downloads].map((path) => mkdir(path, { recursive: true })));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: BINARY,
    headless: true,
    userDataDir: profile,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'application/json',
      // Nothing of its own goes over the network.
      'app.normandy.enabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
  const [page] = await browser.pages();
  page.setDefaultTimeout(30_000);
  const element = (role, name) => page.evaluateHandle(`(${find})(${JSON.stringify(role)}, ${JSON.stringify(name)})`);
  const engine = {
    page,
    open: (url) => page.goto(url),
    reload: () => page.reload(),
    run: (body, ...args) => page.evaluate(`(async (...args) => { ${body} })(...${JSON.stringify(args)})`),
    async click(role, name) {
      const found = await element(role, name);
      await found.evaluate((node) => node.scrollIntoView({ block: 'center' }));
      await found.click();
    },
    async type(role, name, text) {
      const found = await element(role, name);
      await found.evaluate((node) => (node.focus(), node.select()));
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key),
    async exported() {
      const known = new Set(await readdir(downloads));
      await engine.click('button', 'Export JSON');
      const name = await until(async () => {
        const names = await readdir(downloads);
        const isDone = (name) => !known.has(name) && name.endsWith('.json');
        return !names.some((name) => name.endsWith('.part')) && names.find(isDone);
      }, 'the file is there');
      return readFile(join(downloads, name), 'utf8');
    },
    async importFile(text) {
      const file = join(folder, 'import.json');
      await writeFile(file, text);
      await (await element('file', 'Import a plan')).uploadFile(file);
    },
    close: () => browser.close(),
    /** Kills it with everything that belongs to it. */
    kill: () =>
      new Promise((resolve) => {
        const started = browser.process();
        started.on('exit', resolve);
        process.kill(-started.pid, 'SIGKILL');
      }),
  };
  return engine;
}
