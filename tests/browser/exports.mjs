// How long it takes until a file with the steps of everybody is handed over: eleven thousand rows, in each of the formats that
// grow with them. Says where it is above the limits in tests/budget.json, which are those of a quick machine; fails above the
// second numbers there.

import { readFile } from 'node:fs/promises';
import { button } from './app.mjs';
import { openWithCrowd } from './people-file.mjs';
import { budget, launch, median, newProfile, site, stopClock } from './support.mjs';

const PEOPLE = Number(process.env.PEOPLE ?? 1100);
const ROUNDS = 5;

const [browser, server] = await Promise.all([launch(), site()]);
const context = await newProfile(browser, {});
await stopClock(context);
const page = await context.newPage();
page.setDefaultTimeout(60_000);
await openWithCrowd(page, server.url, PEOPLE);
await page.evaluate(() => (location.hash = '#/plan/files'));
await page.getByLabel('Whose steps').selectOption('people');

/** From the press to the file, in milliseconds; the bytes of the last one. */
async function handedOver(name) {
  const times = [];
  let bytes;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, `Download ${name}`).click()]);
    // The first fetches what writes it.
    if (round > 0) times.push(performance.now() - began);
    bytes = await readFile(await download.path());
  }
  return { time: median(times), bytes };
}

const made = { table: await handedOver('Table'), calendar: await handedOver('Calendar'), spreadsheet: await handedOver('Spreadsheet') };
await Promise.all([browser.close(), server.close()]);

const rows = made.table.bytes.toString('utf8').split('\r\n').length - 2;
if (rows < 10_000) throw new Error(`These are ${rows} rows only.`);
console.log(`${rows} rows`);
for (const [format, { time, bytes }] of Object.entries(made)) {
  const [limit, most] = [budget.exportsMs[format], budget.exportsMsHeld[format]];
  const verdict = time > most ? ': TOO MUCH' : time > limit ? `: MISSED; no more than ${most} is let through` : '';
  console.log(`${format}: ${Math.round(time)} of at most ${limit} ms, ${bytes.length.toLocaleString('en')} bytes${verdict}`);
  if (time > most) process.exitCode = 1;
}
