// The browser is killed, with everything that belongs to it: nothing that was shown as saved is lost.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import test from 'node:test';
import { button, startNewPlan } from './app.mjs';
import { editFound, startBrowser, typeEdits } from './killing.mjs';
import { emptyFolder, launchWithProfile, open, site } from './support.mjs';

// More of them: KILLS=40.
const KILLS = Number(process.env.KILLS ?? 4);
const EDITS = 30;

for (let round = 1; round <= KILLS; round += 1) {
  test(`nothing shown as saved is lost when the browser is killed (${round} of ${KILLS})`, { timeout: 120_000 }, async (t) => {
    const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
    t.after(() => server.close());
    const profile = join(folder, 'profile');

    const { page, kill } = await startBrowser(profile);
    t.after(kill);
    await open(page, server.url);
    await startNewPlan(page);
    const shown = await typeEdits(page, EDITS, round);
    assert.ok(shown > 0, 'some edits were shown as saved');
    await kill();

    const context = await launchWithProfile(profile);
    t.after(() => context.close());
    const again = context.pages()[0] ?? (await context.newPage());
    await open(again, `${server.url}#/plans`);
    await button(again, /^Open Edit/).click();
    const found = await editFound(again);
    t.diagnostic(`${shown} edits shown as saved, ${found} found`);
    assert.ok(found >= shown, `${shown} edits were shown as saved, ${found} are there`);
    await context.close();
  });
}
