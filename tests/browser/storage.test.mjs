// What is kept, and what happens when the browser cannot keep it.

import assert from 'node:assert/strict';
import {
  announcement,
  arrived,
  button,
  downloaded,
  goTo,
  heading,
  holdTimers,
  kept,
  openExample,
  openWith,
  reload,
  saved,
  startNewPlan,
  textbox,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { alert, notSaved, rename, startNamed, storedNames } from './storing.mjs';
import { journey, open } from './support.mjs';

// --- Leaving and coming back ---

journey('what was typed just before the tab is closed is kept', async ({ page, context, url, go }) => {
  await go();
  await startNamed(page, 'Before');
  await holdTimers(page);
  await rename(page, 'At the last moment');
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  const next = await context.newPage();
  await open(next, `${url}#/workshop/fresh-start`);
  assert.equal(await textbox(next, 'Name of this plan').inputValue(), 'At the last moment');
});

journey('a page that goes to the background saves at once', async ({ page, go }) => {
  await go();
  await startNamed(page, 'Before');
  await holdTimers(page);
  await rename(page, 'In the background');
  await page.getByRole('status', { name: 'Saving', exact: true }).waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true });
    Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await saved(page);
  assert.deepEqual(await storedNames(page), ['In the background']);
});

journey('a change that is taken back at once is saved, and said to be', async ({ page, go }) => {
  await go();
  await startNamed(page, 'Spring');
  // Before the first of the two is written.
  await textbox(page, 'Name of this plan').evaluate(async (field) => {
    for (const value of ['Summer', 'Spring']) {
      field.value = value;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 30));
    }
  });
  await saved(page);
});

// --- What cannot be read ---

const ENVELOPE = {
  format: 'followthrough',
  version: 1,
  state: 'open',
  stamp: { revision: 1, tab: 'a' },
  plan: planFile({ name: 'Whole' }).plan,
};
const WHOLE = JSON.stringify(ENVELOPE);
const UNREADABLE = {
  'a text that is no JSON': ['\u0000\ufffd not a plan “✂”', 'cannot be read'],
  'a text cut short': [WHOLE.slice(0, 700), 'ends too early'],
  'a text with nothing in it': ['', 'ends too early'],
  'a plan of a newer version': [JSON.stringify({ ...ENVELOPE, version: 99 }), 'newer Followthrough (format 99)'],
  'something else that is JSON': ['{"format":"recipes","version":1}', 'not a plan of Followthrough'],
  'a plan with a part that cannot be': [WHOLE.replace('0000011', '1111111'), '“plan.workWeek” in it is wrong'],
};

for (const [name, [text, reason]] of Object.entries(UNREADABLE)) {
  journey(`${name} is set aside as it is, offered as a file and never overwritten`, async ({ page, go }) => {
    const key = 'followthrough/plan/torn';
    await openWith(page, { [key]: text, 'followthrough/current': 'torn' }, go, '#/workshop/goals');
    await heading(page, 'No plan is open').waitFor();
    await startNamed(page, 'Another');
    await reload(page);

    await page.getByRole('link', { name: 'All plans' }).click();
    await arrived(page, 'All plans');
    const item = page.getByRole('region', { name: 'Set aside' }).getByRole('listitem');
    await item.filter({ hasText: reason }).waitFor();
    assert.equal(await button(item, 'Remove it here').count(), 0, 'nobody removes it before it is in safety');
    const file = await downloaded(page, () => button(item, 'Download').click());
    assert.equal(file.text, text);
    assert.equal((await kept(page))[key], text);

    await button(item, 'Remove it here').click();
    await item.waitFor({ state: 'detached' });
    await until(async () => !(key in (await kept(page))), 'it is gone');
  });
}

journey('an unreadable text beside a plan does not keep the plan from opening', async ({ page, go }) => {
  await openWith(page, { 'followthrough/plan/a': WHOLE, 'followthrough/plan/torn': '{' }, go, '#/plans');
  await button(page, 'Open Whole').click();
  await arrived(page, 'Whole');
  assert.equal((await kept(page))['followthrough/plan/torn'], '{');
});

// --- A storage that refuses ---

/** A browser whose durable place says no. */
const withoutDurable = () =>
  Object.defineProperty(window, 'indexedDB', {
    get() {
      throw new DOMException('blocked', 'SecurityError');
    },
  });

const BLOCKED = {
  'a browser that blocks its storage': () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  'a browser that blocks all its storage': () => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  },
  'a browser without a storage': () => Object.defineProperty(window, 'localStorage', { value: null }),
  'a browser that refuses each write': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  },
  'a storage that throws what is no error': () => {
    Storage.prototype.setItem = () => {
      throw 'no';
    };
  },
};

for (const [name, block] of Object.entries(BLOCKED)) {
  journey(`${name} leaves a banner and an app that works`, async ({ page, context, go }) => {
    await context.addInitScript(withoutDurable);
    await context.addInitScript(block);
    await go();
    const banner = alert(page, 'does not let the page keep anything');
    await banner.waitFor();
    await startNewPlan(page);
    await rename(page, 'Only here');
    await notSaved(page);
    await goTo(page, 'Goals');
    await page.getByRole('checkbox', { name: 'Trust', exact: true }).check();
    await notSaved(page);
    await goTo(page, 'Fresh start');
    assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Only here');
    await banner.waitFor();
    const { text } = await downloaded(page, () => button(banner, 'Download the plan').click());
    const { plan } = JSON.parse(text);
    assert.deepEqual([plan.name, plan.goals.map((goal) => goal.text)], ['Only here', ['Trust']]);
  });
}

for (const [name, block] of Object.entries(BLOCKED).filter(([name]) => !name.includes('all its'))) {
  journey(`${name} but has a durable place keeps the plan there`, async ({ page, context, go }) => {
    await context.addInitScript(block);
    await go();
    await startNamed(page, 'Kept all the same');
    await page.reload();
    await page.getByRole('link', { name: 'All plans' }).click();
    await button(page, 'Open Kept all the same').click();
    await arrived(page, 'Kept all the same');
  });
}

/** Leaves no room for anything in the storage. */
const fillUp = (page) =>
  page.evaluate(() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (;;) localStorage.setItem(`filler-${Object.keys(localStorage).length}`, 'x'.repeat(size));
      } catch {
        // Fill up with smaller pieces.
      }
    }
  });

const clearUp = (page) =>
  page.evaluate(() => {
    Object.keys(localStorage)
      .filter((key) => key.startsWith('filler-'))
      .forEach((key) => localStorage.removeItem(key));
  });

journey('a full storage is said, keeps the last version, and saves once there is room', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await startNamed(page, 'Before');
  await fillUp(page);
  await rename(page, 'A name that is too long for what little room there is');
  await notSaved(page);
  const banner = alert(page, 'is full');
  assert.deepEqual(await storedNames(page), ['Before']);
  await button(banner, 'Try again').click();
  await notSaved(page);
  const { text } = await downloaded(page, () => button(banner, 'Download the plan').click());
  assert.match(JSON.parse(text).plan.name, /^A name/);

  await clearUp(page);
  await button(banner, 'Try again').click();
  await saved(page);
  await banner.waitFor({ state: 'detached' });
  assert.match((await storedNames(page))[0], /^A name/);
});

journey('a full local storage is no trouble where there is a durable place', async ({ page, go }) => {
  await go();
  await startNamed(page, 'Before');
  await fillUp(page);
  await rename(page, 'A name that is too long for what little room there is');
  await saved(page);
  await reload(page);
  assert.match(await textbox(page, 'Name of this plan').inputValue(), /^A name that is too long/);
});

journey('in a full storage no other plan is opened over unsaved changes', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await openExample(page);
  await saved(page);
  await toStart(page);
  await startNamed(page, 'Mine');
  await fillUp(page);
  await rename(page, 'Mine, with changes that must not be lost');
  await notSaved(page);
  await toStart(page);
  await button(page, 'Open the example').click();
  await announcement(page, 'stays open');
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await arrived(page, 'Mine, with changes that must not be lost');
  await goTo(page, 'Fresh start');
  assert.match(await textbox(page, 'Name of this plan').inputValue(), /^Mine, with changes/);
});

journey('a plan can be looked at and exported when the storage is full from the start', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await fillUp(page);
  await reload(page);
  await openExample(page);
  await notSaved(page);
  await alert(page, 'is full').waitFor();
  const { text } = await downloaded(page, () => button(page, 'Export JSON').click());
  assert.equal(JSON.parse(text).plan.origin, 'example');
});

// --- When the app breaks ---

/** The browser refuses the app an element once, in the middle of a change of page. */
const breakOnce = (page) =>
  page.evaluate(() => {
    const { cloneNode } = Node.prototype;
    const { createElement } = Document.prototype;
    const refuse = (restore) =>
      function () {
        Node.prototype.cloneNode = cloneNode;
        Document.prototype.createElement = createElement;
        throw new Error(`out of ${restore}`);
      };
    Node.prototype.cloneNode = refuse('nodes');
    Document.prototype.createElement = refuse('elements');
  });

journey('after a real panic the plans are offered as files and nothing more is written', async ({ page, go, allow }) => {
  allow(/panicked|unreachable|RuntimeError|out of/);
  await go();
  await startNamed(page, 'Spring');
  const before = await kept(page);
  await holdTimers(page);
  await rename(page, 'Not yet saved');
  await breakOnce(page);
  await page.getByRole('link', { name: /^Goals/ }).click();

  await heading(page, 'Something went wrong').waitFor();
  await page.evaluate(() => {
    window.letGo();
    dispatchEvent(new PageTransitionEvent('pagehide'));
  });
  assert.deepEqual(await kept(page), before);
  const details = await page.locator('#crash-details').innerText();
  assert.match(details, /^What: ./m);
  assert.match(details, /^Where: .+\.rs:\d+:\d+$/m, 'the place in the code');
  assert.doesNotMatch(details, /Spring|Not yet saved/);
  const { text } = await downloaded(page, () => button(page, 'Download “Spring”').click());
  assert.equal(text, Object.entries(before).find(([key]) => key.startsWith('followthrough/plan/'))[1]);

  await button(page, 'Reload').click();
  await heading(page, 'Goals').waitFor();
  assert.deepEqual(await storedNames(page), ['Spring']);
});
