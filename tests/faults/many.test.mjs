// A thousand plans, and one of four megabytes, in a browser.

import assert from 'node:assert/strict';
import { arrived, button, exported, heading, importField, reload, saved, until } from '../browser/app.mjs';
import { asUpload, planFile } from '../browser/plan-file.mjs';
import { journey, open } from '../browser/support.mjs';
import { committed } from './kept.mjs';

const seconds = async (act) => {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
};

journey('a thousand plans are listed, and the last of them opens', { timeout: 240_000 }, async ({ t, page, url, allow }) => {
  allow(/404/);
  await page.goto(`${url}example.json`);
  const { plan } = planFile({ name: 'NAME', prospect: 2, customer: 1 });
  const envelope = { format: 'followthrough', version: 1, state: 'open', stamp: { revision: 1, tab: 'a' }, plan };
  await page.evaluate((text) => {
    for (let at = 0; at < 1000; at += 1) {
      const number = String(at).padStart(4, '0');
      localStorage.setItem(`followthrough/plan/p${number}`, text.replace('NAME', `Plan ${number}`));
    }
  }, JSON.stringify(envelope));
  const first = await seconds(async () => {
    await open(page, `${url}#/plans`);
    await button(page, 'Open Plan 0999').waitFor();
  });
  await until(async () => Object.keys(await committed(page)).length === 1000, 'all are in the durable place');
  const second = await seconds(async () => {
    await reload(page);
    await button(page, 'Open Plan 0999').waitFor();
  });
  t.diagnostic(`1,000 plans listed after ${first.toFixed(1)} s, and after ${second.toFixed(1)} s the second time`);
  assert.ok(first < 20 && second < 20);
  await button(page, 'Open Plan 0999').click();
  await arrived(page, 'Plan 0999');
});

journey('a plan of four megabytes is imported, kept, found again and exported as it was', { timeout: 300_000 }, async ({ t, page, go }) => {
  const file = planFile({ name: 'Large', prospect: 500, customer: 500 });
  for (const { steps } of Object.values(file.plan.sequences)) {
    for (const step of steps) step.notes = 'A word to say. '.repeat(266).trim();
  }
  await go();
  const took = await seconds(async () => {
    await importField(page).setInputFiles(asUpload(file));
    await button(page, 'Add this plan').click();
    await arrived(page, 'Large');
    await saved(page);
  });
  const [text] = Object.values(await committed(page));
  assert.ok(text.length > 4_000_000, `${text.length} bytes`);
  const again = await seconds(async () => {
    await reload(page);
    await heading(page, 'Large').waitFor();
  });
  t.diagnostic(`${text.length} bytes imported and saved in ${took.toFixed(1)} s, found again in ${again.toFixed(1)} s`);
  const { plan } = (await exported(page)).file;
  assert.deepEqual(plan.sequences.customer.steps.map(({ notes }) => notes.length), Array(500).fill(266 * 15 - 1));
});
