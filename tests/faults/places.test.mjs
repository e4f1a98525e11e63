// The durable place is held by another version, full, slow or gone: what is typed is kept where it can be, and the mark says
// what is true. More of local storage stands in tests/browser/storage.test.mjs.

import assert from 'node:assert/strict';
import { arrived, button, kept, reload, saved, startNewPlan, textbox, until } from '../browser/app.mjs';
import { journey, open } from '../browser/support.mjs';
import { committed } from './kept.mjs';

const name = (page) => textbox(page, 'Name of this plan');
const namesInLocal = async (page) =>
  Object.entries(await kept(page))
    .filter(([key]) => key.startsWith('followthrough/plan/') || key.startsWith('followthrough/unsaved/'))
    .map(([, text]) => JSON.parse(text).plan.name);

/** A later version of the app in another tab: it takes the durable place as its own, in a form of its own. */
const laterVersion = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('followthrough', 99);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => resolve((window.held = opening.result) && true);
      }),
  );

journey('a durable place that a later version has taken leaves local storage, which keeps everything', async ({ page, context, url, go, allow }) => {
  allow(/404/);
  const other = await context.newPage();
  await other.goto(`${url}example.json`);
  await laterVersion(other);
  await go();
  await startNewPlan(page);
  await name(page).fill('Beside a later version');
  await saved(page);
  assert.deepEqual(await namesInLocal(page), ['Beside a later version']);
  await reload(page);
  assert.equal(await name(page).inputValue(), 'Beside a later version');
});

journey('a later version that opens meanwhile does not wait for this one, and nothing is lost', async ({ page, context, url, go, allow }) => {
  allow(/404/);
  await go();
  await startNewPlan(page);
  await name(page).fill('Before');
  await saved(page);
  const other = await context.newPage();
  await other.goto(`${url}example.json`);
  assert.equal(await laterVersion(other), true, 'the later version has the place');
  await name(page).fill('After');
  await saved(page);
  await until(async () => (await namesInLocal(page)).includes('After'), 'it is in local storage');
  await reload(page);
  assert.equal(await name(page).inputValue(), 'After');
});

const REFUSALS = {
  'a put that finds no room': () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  },
  'a commit that finds no room at its very end': () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...args) {
      const request = put.apply(this, args);
      const { transaction } = this;
      request.addEventListener('success', () => {
        Object.defineProperty(transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') });
        transaction.abort();
      });
      return request;
    };
  },
  'a transaction that throws at once': () => {
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('something', 'UnknownError');
    };
  },
  'a put that throws what is no error': () => {
    IDBObjectStore.prototype.put = () => {
      throw 'no';
    };
  },
};

for (const [what, refuse] of Object.entries(REFUSALS)) {
  journey(`${what} in the durable place: what is typed is kept in local storage, and said to be saved only then`, async ({ page, go }) => {
    await go();
    await startNewPlan(page);
    await name(page).fill('Before');
    await saved(page);
    await page.evaluate(refuse);
    await page.evaluate(() => {
      window.early = [];
      const mark = document.querySelector('.save-mark');
      new MutationObserver(() => {
        const isKept = Object.values(localStorage).some((text) => text.includes('"name":"After"'));
        if (mark.textContent === 'Saved' && document.querySelector('input').value === 'After' && !isKept) window.early.push(1);
      }).observe(mark, { characterData: true, childList: true, subtree: true });
    });
    await name(page).fill('After');
    await until(async () => (await namesInLocal(page)).includes('After'), 'it is in local storage');
    await saved(page);
    assert.deepEqual(await page.evaluate(() => window.early), []);
    await reload(page);
    assert.equal(await name(page).inputValue(), 'After');
  });
}

journey('a durable place that says it has written and has not: local storage holds, and the place is mended', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await name(page).fill('Before');
  await saved(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = function () {
      return this.count();
    };
  });
  await name(page).fill('After');
  await saved(page);
  const names = async () => Object.values(await committed(page)).map((text) => JSON.parse(text).plan.name);
  assert.deepEqual(await names(), ['Before'], 'it has not');
  await reload(page);
  assert.equal(await name(page).inputValue(), 'After');
  await until(async () => String(await names()) === 'After', 'the durable place has it too');
});

journey('where neither place has room nothing is said to be saved, and the plan can be downloaded', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await name(page).fill('Before');
  await saved(page);
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Storage.prototype.setItem = refuse;
    IDBObjectStore.prototype.put = refuse;
  });
  await name(page).fill('Nowhere');
  await page.getByRole('status', { name: 'Not saved', exact: true }).waitFor();
  await button(page.getByRole('alert').filter({ hasText: /is full|could not save/ }), 'Download the plan').waitFor();
});

journey('a durable place that answers nobody is given up, and the app opens all the same', async ({ t, page, context, url }) => {
  await context.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      Object.defineProperty(request, 'onsuccess', { set() {} });
      return request;
    };
  });
  const began = performance.now();
  await open(page, url);
  const took = performance.now() - began;
  t.diagnostic(`opened after ${(took / 1000).toFixed(1)} s`);
  assert.ok(took < 15_000);
  await startNewPlan(page);
  await name(page).fill('Kept');
  await saved(page);
  assert.deepEqual(await namesInLocal(page), ['Kept']);
});

/** Another program holds the copies of plans, until `window.release` is called there. */
const holdCopies = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('followthrough-copies', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('records', 'readwrite').objectStore('records');
          let isHeld = true;
          window.release = () => (isHeld = false);
          // A transaction lasts as long as it is asked something.
          const ask = () => {
            if (isHeld) store.count().onsuccess = ask;
            else database.close();
          };
          ask();
          resolve();
        };
      }),
  );

const committedNames = async (page) => Object.values(await committed(page)).map((text) => JSON.parse(text).plan.name);

async function restoredWhileHeld({ page, context, url, go, allow }) {
  allow(/404/);
  await go();
  await startNewPlan(page);
  await name(page).fill('First');
  await saved(page);
  await until(async () => (await committedNames(page)).includes('First'), 'it is kept for good');
  await reload(page);
  await name(page).fill('Second');
  await saved(page);
  await page.evaluate(() => (location.hash = '#/plans'));
  await button(page, 'Earlier versions of Second').click();
  const restore = button(page, /^Restore Second of Today/).last();
  await restore.waitFor();
  const other = await context.newPage();
  await other.goto(`${url}example.json`);
  await holdCopies(other);
  await restore.click();
  await arrived(page, 'First');
  return other;
}

journey('an earlier version takes the place of the later one only once that one is put by', async (app) => {
  const { page } = app;
  const other = await restoredWhileHeld(app);
  await page.waitForTimeout(1_000);
  assert.deepEqual(await committedNames(page), ['Second'], 'a browser that is killed now has it yet');
  assert.equal(await page.getByRole('status', { name: /^Saved(,|$)/ }).count(), 0, 'nor is it called saved');
  await other.evaluate(() => window.release());
  await saved(page);
  assert.deepEqual(await committedNames(page), ['First']);
  await page.evaluate(() => (location.hash = '#/plans'));
  await button(page, 'Earlier versions of First').click();
  await page.getByText('before another version was restored').waitFor();
});

journey('where earlier versions cannot be put by, an earlier one is saved all the same', async (app) => {
  await restoredWhileHeld(app);
  await until(async () => (await committedNames(app.page)).includes('First'), 'it is kept for good', 15_000);
  await saved(app.page);
});
