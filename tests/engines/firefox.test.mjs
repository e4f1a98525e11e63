// The whole way in Firefox, and what is left when it is killed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { emptyFolder, site } from '../browser/support.mjs';
import { startFirefox } from './firefox.mjs';
import { keptTexts } from './in-page.mjs';
import { beforeTheApp, oneFile, person, until, wholeWay, withoutServer } from './journey.mjs';

// More of them: KILLS=10.
const KILLS = Number(process.env.KILLS ?? 2);
const EDITS = 25;

test('the whole way in Firefox', { timeout: 300_000 }, async (t) => {
  const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
  t.after(() => server.close());
  const engine = await startFirefox(folder);
  t.after(() => engine.close());
  await wholeWay(engine, server.url);
  await withoutServer(engine, server);
});

test('a plan is begun in Firefox before the app is there', { timeout: 300_000 }, async (t) => {
  const engine = await startFirefox(await emptyFolder(t));
  t.after(() => engine.close());
  await beforeTheApp(engine, t);
});

test('the whole way in Firefox from one file on disk', { timeout: 300_000 }, async (t) => {
  const engine = await startFirefox(await emptyFolder(t));
  t.after(() => engine.close());
  await wholeWay(engine, oneFile());
});

for (let round = 1; round <= KILLS; round += 1) {
  test(`nothing shown as saved is lost when Firefox is killed (${round} of ${KILLS})`, { timeout: 180_000 }, async (t) => {
    const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
    t.after(() => server.close());

    const engine = await startFirefox(folder);
    const by = person(engine);
    await by.open(server.url);
    await by.click('button', 'Start a new plan');
    await by.heading('Fresh start');
    await by.type('Name of this plan', 'Edit 0');
    await by.saved();
    let acknowledged = 0;
    await engine.page.exposeFunction('shownAsSaved', (edits) => (acknowledged = edits));
    await engine.run(`
      const mark = document.querySelector('.save-mark');
      const field = [...document.querySelectorAll('input')].find((input) => input.value === 'Edit 0');
      field.id = 'edited';
      new MutationObserver(() => {
        if (mark.textContent === 'Saved') window.shownAsSaved(Number(field.value.split(' ').pop()) || 0);
      }).observe(document.body, { characterData: true, childList: true, subtree: true });
    `);
    for (let edit = 1; edit <= EDITS; edit += 1) {
      await engine.run(
        `const field = document.getElementById('edited');
         field.value = 'Edit ' + args[0];
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));`,
        edit,
      );
      await new Promise((resolve) => setTimeout(resolve, (edit * 97 * round) % 500));
    }
    await until(() => acknowledged > 0, 'some edits are shown as saved');
    const shown = acknowledged;
    await engine.kill();

    const again = await startFirefox(folder);
    t.after(() => again.close());
    const later = person(again);
    await later.open(`${server.url}#/plans`);
    await later.click('button', 'Open Edit…');
    await later.there('heading', 'Edit…');
    const found = Number((await again.run('return document.querySelector("main h1").innerText')).split(' ').pop());
    t.diagnostic(`${shown} edits shown as saved, ${found} found`);
    assert.ok(found >= shown, `${shown} edits were shown as saved, ${found} are there`);
    const whole = (await again.run(`return (${keptTexts})()`)).filter((text) => text.startsWith('followthrough-record 1 '));
    assert.equal(whole.length, 1, 'one record, whole');
  });
}
