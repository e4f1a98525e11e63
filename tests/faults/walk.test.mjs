// Walks at random through all pages: something is pressed, typed, undone, gone back to, loaded again. Whatever the way, no error, no
// breach of the policy, and what is stored is what is shown. The same seed walks the same way, as far as the pages allow.

import assert from 'node:assert/strict';
import { button, downloaded, openExample, reload, until } from '../browser/app.mjs';
import { held } from '../browser/held.mjs';
import { PAGES, PLAN_PAGES, visit } from '../browser/pages.mjs';
import { journey } from '../browser/support.mjs';
import { STRINGS } from './hostile-strings.mjs';
import { committed } from './kept.mjs';

// WALKS=10 STEPS=2000 in the long form; SEED for one of them again.
const WALKS = Number(process.env.WALKS ?? 1);
const STEPS = Number(process.env.STEPS ?? 300);
const FIRST = Number(process.env.SEED ?? 1);
/** How long something may resist being pressed, in milliseconds: it is covered, or has just gone. */
const PATIENCE = 700;
/** How many steps the page lives before it is loaded again. */
const STRETCH = 100;
/** What plans may have taken that are no longer open, in bytes. */
const GONE = 1_000_000;
/** What the engine of scripts keeps for itself, in bytes. */
const ENGINE = 2_000_000;

/** Numbers that are the same for the same seed. */
function dice(seed) {
  let state = seed * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound) => next() % bound;
  return { below, pick: (list) => list[below(list.length)], next };
}

const KINDS = {
  press: 'button, a[href], summary, input[type=checkbox], [role=option]',
  type: 'textarea, input:not([type]), input[type=text]',
  choose: 'select',
  date: 'input[type=date]',
  drag: '[draggable=true]',
};

/** One of the things of a kind that can be seen and used: of those in an open dialog, where there is one. */
async function one(page, kind, number) {
  const handle = await page.evaluateHandle(
    ([selector, number]) => {
      const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
      const usable = [...(dialog ?? document.body).querySelectorAll(selector)].filter(
        (node) =>
          !node.disabled &&
          node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          // Nothing that leads out of the page.
          !/^(https?:)?\/\//.test(node.getAttribute('href') ?? ''),
      );
      return usable[number % usable.length] ?? null;
    },
    [KINDS[kind], number],
  );
  return handle.asElement();
}

/** What is done on a walk, as often as it stands here. */
const ACTIONS = [
  ...Array(11).fill('press'),
  ...Array(5).fill('type'),
  ...['choose', 'choose', 'date', 'undo', 'undo', 'redo', 'visit', 'visit', 'visit', 'back', 'forward', 'key', 'key', 'drag', 'wait'],
];
const KEYS = ['Tab', 'Shift+Tab', 'Escape', 'Enter', 'ArrowDown', 'ArrowUp', 'Home', 'Control+k', '?', 'Alt+ArrowUp', 'Delete', 'Control+c', 'Control+v'];
const WAITS = ['3 days', 'within a fortnight', '10 days before the renewal', '2 weeks after step 1', '1.5 weeks', '31 Feb', 'call next day, Ben\nletter in 2 weeks'];

async function act(page, by) {
  const kind = by.pick(ACTIONS);
  const number = by.next();
  const quick = { timeout: PATIENCE, noWaitAfter: true };
  switch (kind) {
    case 'press':
      await (await one(page, kind, number))?.click(quick);
      break;
    case 'type': {
      const text = by.below(3) ? by.pick(STRINGS).text : by.pick(WAITS);
      await (await one(page, kind, number))?.fill(text, quick);
      if (by.below(2)) await page.keyboard.press(by.pick(['Enter', 'Tab']));
      break;
    }
    case 'choose': {
      const field = await one(page, kind, number);
      const count = (await field?.evaluate((node) => node.options.length)) ?? 0;
      if (count) await field.selectOption({ index: by.below(count) }, quick);
      break;
    }
    case 'date': {
      const day = new Date(Date.UTC(2026, 10, 1 + by.below(900))).toISOString().slice(0, 10);
      await (await one(page, kind, number))?.fill(by.below(6) ? day : '', quick);
      break;
    }
    case 'undo':
    case 'redo':
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.press(kind === 'undo' ? 'Control+z' : 'Control+Shift+z');
      break;
    case 'visit':
      await page.evaluate((hash) => (location.hash = hash), by.pick(Object.values(PAGES)));
      break;
    case 'back':
      await page.goBack({ timeout: 5_000, waitUntil: 'commit' });
      break;
    case 'forward':
      await page.goForward({ timeout: 5_000, waitUntil: 'commit' });
      break;
    case 'key':
      await page.keyboard.press(by.pick(KEYS));
      break;
    case 'drag': {
      const [from, to] = [await one(page, kind, number), await one(page, kind, by.next())];
      const [start, end] = [await from?.boundingBox(), await to?.boundingBox()];
      if (!start || !end) break;
      await page.mouse.move(start.x + 5, start.y + 5);
      await page.mouse.down();
      await page.mouse.move(end.x + 5, end.y + 5, { steps: 4 });
      await page.mouse.up();
      break;
    }
    case 'wait':
      await page.waitForTimeout(350);
      break;
  }
  return kind;
}

/** The open plan as a file, from whatever page. */
async function exportedByName(page) {
  const { text } = await downloaded(page, async () => {
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find', exact: true }).fill('Export JSON');
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Export JSON' }).waitFor();
    await page.keyboard.press('Enter');
  });
  return JSON.parse(text).plan;
}

/** The open plan as it is stored, once all that was done is. */
async function storedIsShown(page, url) {
  await page.evaluate(() => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close()));
  if (!page.url().startsWith(url)) await page.goto(url);
  await page.evaluate(() => (location.hash = '#/workshop/go'));
  await until(() => page.evaluate(() => /^(Go and measure|No plan is open)$/.test(document.querySelector('main h1')?.textContent)), 'the page is there');
  if (await page.getByRole('heading', { level: 1, name: 'No plan is open' }).isVisible()) return null;
  await page.getByRole('status', { name: 'Saved', exact: true }).waitFor();
  const id = await page.evaluate(() => sessionStorage.getItem('followthrough/tab'));
  const shown = await exportedByName(page);
  const stored = JSON.parse((await committed(page))[`followthrough/plan/${id}`]).plan;
  assert.deepEqual(stored, shown, 'what is stored is what is shown');
  return shown;
}

for (let seed = FIRST; seed < FIRST + WALKS; seed += 1) {
  journey(`a walk of ${STEPS} steps (seed ${seed})`, { timeout: 60_000 + STEPS * 1_500 }, async ({ t, page, context, url, go }) => {
    await page.addInitScript(() => {
      window.print = () => {};
    });
    page.on('filechooser', () => {});
    page.on('dialog', (dialog) => dialog.accept());
    await go();
    await openExample(page);
    await button(page, 'Make it mine').click({ timeout: 1_000 }).catch(() => {});
    const by = dice(seed);
    const session = await context.newCDPSession(page);
    const counts = {};
    let [resisted, checked] = [0, 0];
    const done = [];
    const stretches = [];
    // What every page and a file take has been taken by then, whichever of them the walk has come by: what is more later is kept.
    const measured = async () => {
      if ((await storedIsShown(page, url)) !== null) {
        for (const [title, address] of Object.entries(PLAN_PAGES)) await visit(page, title, address);
      }
      await visit(page, 'About this method', PAGES['About this method']);
      return held(session);
    };
    try {
      for (let step = 1; step <= STEPS; step += 1) {
        const before = done.length;
        try {
          done.push(await act(page, by));
          counts[done.at(-1)] = (counts[done.at(-1)] ?? 0) + 1;
        } catch (error) {
          // It was covered, or went as it was pressed.
          if (!/Timeout|not attached|detached|navigat|destroyed|not visible|outside of the viewport|intercepts|Malformed|not an <input>/i.test(error.message)) throw error;
          resisted += 1;
          if (done.length === before) done.push('resisted');
        }
        if (step % 100 === 0) {
          await storedIsShown(page, url);
          checked += 1;
        }
        if (step % STRETCH === 0) {
          const old = await measured();
          await reload(page);
          const fresh = await measured();
          const told = `step ${step}: ${JSON.stringify({ old, fresh })}`;
          assert.ok(old.wasm <= fresh.wasm * 1.1 + GONE, `the program's memory has grown, ${told}`);
          assert.ok(old.heap <= fresh.heap * 1.1 + ENGINE, `the heap of scripts has grown, ${told}`);
          stretches.push(told);
        }
        assert.equal(await page.locator('#crash').isVisible(), false, `the app goes on after step ${step}`);
      }
      const shown = await storedIsShown(page, url);
      await reload(page);
      assert.deepEqual(await storedIsShown(page, url), shown, 'and is found so again');
      t.diagnostic(`${JSON.stringify(counts)}, ${resisted} resisted, ${checked} times compared`);
      stretches.forEach((told) => t.diagnostic(told));
      assert.ok(resisted < STEPS / 2, `${resisted} of ${STEPS} resisted`);
    } catch (error) {
      if (process.env.PICTURE) await page.screenshot({ path: process.env.PICTURE, timeout: 5_000 }).catch(() => {});
      t.diagnostic(`seed ${seed}, step ${done.length}: ${done.slice(-12).join(', ')} on ${page.url()}`);
      throw error;
    }
  });
}
