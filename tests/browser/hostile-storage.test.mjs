// Storages that do not do what they say, and what is told of them.

import assert from 'node:assert/strict';
import {
  announcement,
  arrived,
  button,
  kept,
  openWith,
  reload,
  saved,
  startNewPlan,
  textbox,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { alert, fullOnDemand, notSaved, rename, startNamed, storedNames } from './storing.mjs';
import { journey } from './support.mjs';

/** A browser whose durable place says no. */
const withoutDurable = () => {
  window.unblock = Object.getOwnPropertyDescriptor(window, 'indexedDB');
  Object.defineProperty(window, 'indexedDB', {
    configurable: true,
    get() {
      throw new DOMException('blocked', 'SecurityError');
    },
  });
};

const PRETENDING = {
  'a storage that does nothing': () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      if (this !== localStorage) setItem.call(this, key, text);
    };
  },
  'a storage that cuts what is long': () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, text) {
      setItem.call(this, key, this === localStorage ? text.slice(0, 200) : text);
    };
  },
};

for (const [name, pretend] of Object.entries(PRETENDING)) {
  journey(`${name} is told as what it is`, async ({ page, context, go }) => {
    await context.addInitScript(withoutDurable);
    await context.addInitScript(pretend);
    await go();
    await startNewPlan(page);
    await rename(page, 'Only here');
    await alert(page, 'does not keep what is written').waitFor();
    await notSaved(page);
    assert.equal(await alert(page, 'another tab').count(), 0);
  });

  journey(`${name} is no trouble where there is a durable place`, async ({ page, context, go }) => {
    await context.addInitScript(pretend);
    await go();
    await startNamed(page, 'Kept');
    await page.goto('about:blank');
    await go('#/plans');
    await button(page, 'Open Kept').click();
    await arrived(page, 'Kept');
  });
}

journey('where only local storage is there, “Saved” says what that means', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await startNamed(page, 'Spring');
  await page
    .getByRole('status', { name: 'Saved, but a crash of the browser may lose the last minute', exact: true })
    .waitFor();
});

const envelope = (name) =>
  JSON.stringify({
    format: 'followthrough',
    version: 4,
    state: 'open',
    revision: { number: 1, tab: 'a' },
    plan: planFile({ name }).plan,
  });

journey('a plan whose reading throws does not hide the others', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await context.addInitScript(() => {
    const { getItem } = Storage.prototype;
    Storage.prototype.getItem = function (key) {
      if (key === 'followthrough/plan/a') throw new DOMException('corrupt', 'NS_ERROR_FILE_CORRUPTED');
      return getItem.call(this, key);
    };
  });
  const texts = { 'followthrough/plan/a': envelope('Hidden'), 'followthrough/plan/b': envelope('Shown') };
  await openWith(page, texts, go, '#/plans');
  await button(page, 'Open Shown').waitFor();
  await page.getByText('The browser does not hand out 1 plan at the moment').waitFor();
  assert.equal(await button(page, 'Open Hidden').count(), 0);
});

journey('a full storage saves by itself once there is room', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await context.addInitScript(fullOnDemand);
  await go();
  await startNamed(page, 'Before');
  await page.evaluate(() => (window.isFull = true));
  await rename(page, 'After');
  await notSaved(page);
  await page.evaluate(() => (window.isFull = false));
  await saved(page);
  assert.deepEqual(await storedNames(page), ['After']);
});

journey('a durable place that failed is used again when it works', async ({ page, context, go }) => {
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      if (window.refuses) throw new DOMException('disk', 'UnknownError');
      return put.apply(this, values);
    };
  });
  await go();
  await startNamed(page, 'Before');
  await page.evaluate(() => (window.refuses = true));
  await rename(page, 'Meanwhile');
  await page.getByRole('status', { name: /a crash of the browser/ }).waitFor();
  assert.deepEqual(await storedNames(page), ['Meanwhile'], 'in local storage');
  await page.evaluate(() => (window.refuses = false));
  await page.getByRole('status', { name: 'Saved', exact: true }).waitFor();
  await page.evaluate(() => localStorage.clear());
  await reload(page);
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Meanwhile');
});

journey('a durable place that is blocked at first is found when somebody comes back to the page', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await startNamed(page, 'Spring');
  await page.getByRole('status', { name: /a crash of the browser/ }).waitFor();
  await page.evaluate(() => {
    Object.defineProperty(window, 'indexedDB', window.unblock);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await page.getByRole('status', { name: 'Saved', exact: true }).waitFor();
});

// --- Cleared while open ---

async function clearAll(page, url) {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin: new URL(url).origin, storageTypes: 'all' });
}

journey('data cleared while the page is open are written again, and it is said', async ({ page, url, go }) => {
  await go();
  await startNamed(page, 'First');
  await startNamed2(page, 'Second');
  await clearAll(page, url);
  await announcement(page, 'were cleared while it was open');
  await until(async () => (await storedNames(page)).join() === 'First,Second', 'both plans are there again');
  assert.equal(await page.getByRole('alert').count(), 0);
  await reload(page);
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Second');
});

async function startNamed2(page, name) {
  await page.getByRole('link', { name: 'Followthrough', exact: true }).click();
  await startNamed(page, name);
}

journey('data cleared where there is only local storage: the open plan is written again', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await go();
  await startNamed(page, 'Spring');
  await page.evaluate(() => localStorage.clear());
  await rename(page, 'Summer');
  await announcement(page, 'were cleared while it was open');
  await saved(page);
  assert.deepEqual(await storedNames(page), ['Summer']);
});

// --- Leaving ---

journey('leaving asks only where something would be lost', async ({ page, context, go }) => {
  await context.addInitScript(withoutDurable);
  await context.addInitScript(fullOnDemand);
  await go();
  await startNamed(page, 'Before');
  const asks = () =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));
  assert.equal(await asks(), false);
  await page.evaluate(() => (window.isFull = true));
  await rename(page, 'After');
  await notSaved(page);
  assert.equal(await asks(), true);
  await page.evaluate(() => (window.isFull = false));
  await saved(page);
  assert.equal(await asks(), false);
  assert.ok(Object.keys(await kept(page)).length > 0);
});
