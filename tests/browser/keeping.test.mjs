// Earlier versions of a plan, how safe the plans are, and the way to delete all of it.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  downloaded,
  focused,
  openExample,
  region,
  reload,
  saved,
  startNewPlan,
  storedPlans,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { rename, startNamed } from './storing.mjs';
import { axe, journey, open } from './support.mjs';

const toPlans = async (page) => {
  await page.goto(`${page.url().split('#')[0]}#/plans`);
  await arrived(page, 'All plans');
};

/** Everything in a database of the page. */
const inDatabase = (page, name) =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name, 1);
        opening.onupgradeneeded = () => opening.transaction.abort();
        opening.onerror = () => resolve({});
        opening.onsuccess = () => {
          const records = opening.result.transaction('records').objectStore('records');
          const [keys, values] = [records.getAllKeys(), records.getAll()];
          values.onerror = () => reject(values.error);
          values.onsuccess = () => {
            opening.result.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
          };
        };
      }),
    name,
  );

const copies = async (page) => Object.keys(await inDatabase(page, 'followthrough-copies'));
const versions = async (page) => (await copies(page)).filter((key) => key.startsWith('snapshot/'));

// --- Earlier versions ---

journey('versions come by themselves, say what differs, are restored and downloaded', async ({ page, context, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  await until(async () => (await versions(page)).length === 1, 'the plan is put by');
  assert.ok(!Object.keys(await page.evaluate(() => ({ ...localStorage }))).some((key) => key.includes('snapshot')));

  await context.clock.setFixedTime(new Date('2026-11-23T10:30:00+01:00'));
  await page.goto(`${page.url().split('#')[0]}#/workshop/fresh-start`);
  await rename(page, 'Summer');
  await saved(page);
  await until(async () => (await versions(page)).length === 2, 'it is put by again, an hour later');

  await toPlans(page);
  const toggle = button(page, 'Earlier versions of Summer');
  await toggle.click();
  assert.equal(await toggle.getAttribute('aria-expanded'), 'true');
  const list = page.getByRole('list', { name: 'Earlier versions of Summer' });
  const [now, before] = [list.getByRole('listitem').nth(0), list.getByRole('listitem').nth(1)];
  await now.getByText('Today 10:30').waitFor();
  await now.getByText('The same as now').waitFor();
  await before.getByText('Today 9:00').waitFor();
  await before.getByText('Since then: other changes').waitFor();
  assert.deepEqual(await axe(page), []);
  const { text } = await downloaded(page, () => button(before, 'Download Summer of Today 9:00').click());
  assert.equal(JSON.parse(text).plan.name, 'Spring');

  await button(before, 'Restore Summer of Today 9:00').click();
  await arrived(page, 'Spring');
  await announcement(page, 'The plan is as it was');
  await saved(page);
  await button(page, 'Undo').click();
  await saved(page);
  await until(async () => (await storedPlans(page))[0].plan.name === 'Summer', 'undo brings the other version back');
  await until(async () => (await versions(page)).some((key) => key.endsWith('/restore')), 'put by before');
});

journey('a version that cannot be put by fails no save', async ({ page, context, go }) => {
  await context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (String(key).startsWith('snapshot/')) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value, key);
    };
  });
  await go();
  await startNamed(page, 'Spring');
  await page.getByRole('status', { name: 'Saved', exact: true }).waitFor();
  assert.deepEqual(await versions(page), []);
});

journey('a plan that is gone for good leaves no earlier version', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  await until(async () => (await versions(page)).length > 0, 'the plan is put by');
  await until(async () => (await copies(page)).some((key) => key.startsWith('known/')), 'what came is kept');
  await toPlans(page);
  await button(page, 'Remove Spring').click();
  await button(page, 'Remove for good: Spring').click();
  await button(page, 'Remove for good').click();
  await until(async () => (await copies(page)).length === 0, 'nothing of it is left');
});

// --- How safe ---

journey('the browser is asked to keep the plans once there is something of one’s own', async ({ page, context, go }) => {
  await context.addInitScript(() => {
    window.asked = 0;
    navigator.storage.persisted = async () => window.asked > 0;
    navigator.storage.persist = async () => {
      window.asked += 1;
      return true;
    };
  });
  await go();
  await openExample(page);
  await saved(page);
  await toStart(page);
  await startNewPlan(page);
  await saved(page);
  assert.equal(await page.evaluate(() => window.asked), 0, 'neither for the example nor for a blank plan');
  await rename(page, 'Spring');
  await until(() => page.evaluate(() => window.asked === 1), 'the browser is asked');
  await toPlans(page);
  await region(page, 'Where your plans are').getByText('keeps them until you delete them').waitFor();
});

journey('where plans are, how large and when copied is said plainly', async ({ page, context, go }) => {
  await context.addInitScript(() => {
    navigator.storage.persisted = async () => window.asked > 1;
    navigator.storage.persist = async () => (window.asked = (window.asked ?? 0) + 1) > 1;
    navigator.storage.estimate = async () => ({ usage: 1_350_000, quota: 6e10 });
    Object.defineProperty(Navigator.prototype, 'vendor', { get: () => 'Apple Computer, Inc.' });
  });
  await go();
  await startNamed(page, 'Spring');
  await toPlans(page);
  const where = region(page, 'Where your plans are');
  await where.getByText('1.3 MB, the app included').waitFor();
  await where.getByText('Spring: Never').waitFor();
  await where.getByText('for 7 days').waitFor();
  await where.getByText('may clear them when the disk runs full').waitFor();
  await button(where, 'Ask the browser to keep them').click();
  await where.getByText('keeps them until you delete them').waitFor();
  await downloaded(page, () => button(page, 'Export Spring').click());
  await where.getByText('Spring: Mon 23 Nov 2026').waitFor();
});

journey('a reminder to make a copy comes after a week, can be put off, and goes with a copy', async ({ page, context, go }) => {
  await go();
  await startNamed(page, 'Spring');
  const reminder = region(page, 'A copy of your own');
  assert.equal(await reminder.count(), 0);
  const later = async (day, name) => {
    await context.clock.setFixedTime(new Date(`${day}T09:00:00+01:00`));
    await reload(page);
    await rename(page, name);
    await saved(page);
  };
  await later('2026-11-30', 'A week later');
  await reminder.getByText('has never been copied to a file').waitFor();
  await button(reminder, 'In a week').click();
  await reminder.waitFor({ state: 'detached' });
  await later('2026-12-06', 'Put off');
  assert.equal(await reminder.count(), 0);
  await later('2026-12-07', 'Again');
  await downloaded(page, () => button(reminder, 'Download a copy').click());
  await reminder.waitFor({ state: 'detached' });
});

// --- Deleting everything ---

/** Every place in which the browser keeps something for the page, as one text. */
const everything = async (page) => {
  const rest = await page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) cached.push(name, request.url, await (await cache.match(request)).text());
    }
    const workers = (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`);
    return { databases, text: [...stores, ...databases, ...cached, ...workers].join('\n') };
  });
  const records = [];
  for (const name of rest.databases) records.push(JSON.stringify(await inDatabase(page, name)));
  return [rest.text, ...records].join('\n');
};

journey('everything is deleted, wherever it was, in every tab', async ({ page, context, url, go }) => {
  const NAME = 'Quixotology';
  await go();
  await startNamed(page, NAME);
  await toPlans(page);
  await button(page, `Archive ${NAME}`).click();
  await toStart(page);
  await startNamed(page, `${NAME} binned`);
  await toPlans(page);
  await button(page, `Remove ${NAME} binned`).click();
  await toStart(page);
  await startNamed(page, `${NAME} open`);
  await until(async () => (await versions(page)).length > 2, 'versions are put by');
  await page.evaluate((name) => {
    localStorage.setItem('followthrough/unsaved/plan/tab', name);
    localStorage.setItem('followthrough/plan/plan/damaged-00000000', name);
    sessionStorage.setItem('followthrough/list', name);
    localStorage.setItem('followthrough-light', name);
    localStorage.setItem('another-app', 'stays');
  }, NAME);
  await page.evaluate(async (name) => {
    const cache = await caches.open('followthrough-1');
    await cache.put('/page', new Response(name));
    const other = await caches.open('another-app');
    await other.put('/page', new Response('stays'));
  }, NAME);
  const other = await context.newPage();
  await open(other, `${url}#/workshop/fresh-start`);
  assert.match(await everything(page), /Quixotology/);

  await toPlans(page);
  await button(page, 'Delete everything…').click();
  await focused(button(page, 'Delete everything'), 'the question');
  assert.deepEqual(await axe(page), []);
  await button(page, 'Keep everything').click();
  await focused(button(page, 'Delete everything…'), 'the button that asks');
  await button(page, 'Delete everything…').click();
  await button(page, 'Delete everything').click();
  await button(page, 'Open the example').waitFor();
  await until(async () => (await other.getByRole('heading', { level: 1 }).innerText()) === 'No plan is open', 'the other tab begins anew');

  for (const tab of [page, other]) {
    const left = await everything(tab);
    // The app itself, and its worker, may be there again by now.
    assert.doesNotMatch(left, /Quixotology|followthrough-1/);
    assert.match(left, /another-app/, 'what is not ours stays');
  }
  await toPlans(page);
  await region(page, 'In use').getByText('No plan is in use.').waitFor();
  assert.deepEqual(await storedPlans(page), []);
});

// --- A file of one's own ---

/** In place of the browser's own dialog: files of the site's private folder, which work the same way. */
const withPicker = (context) =>
  context.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(window.chosen ?? suggestedName, { create: true });
    };
  });

const inFile = (page, name) =>
  page.evaluate(async (name) => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, name);

const writeFile = (page, name, text) =>
  page.evaluate(
    async ([name, text]) => {
      const folder = await navigator.storage.getDirectory();
      const stream = await (await folder.getFileHandle(name)).createWritable();
      await stream.write(text);
      await stream.close();
    },
    [name, text],
  );

/** A plan with a step, whose copy is kept in `copy.json`. */
async function withCopy(page, context, go) {
  await withPicker(context);
  await context.addInitScript(() => (window.chosen = 'copy.json'));
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  await button(page, 'Keep a copy in a file').click();
  await page.getByText('A copy is kept in “copy.json”.').waitFor();
}

/** None while it is being written. */
const nameInFile = async (page) => {
  const text = await inFile(page, 'copy.json').catch(() => '');
  return text && JSON.parse(text).plan.name;
};

async function renamePlan(page, name) {
  await page.goto(`${page.url().split('#')[0]}#/workshop/fresh-start`);
  await rename(page, name);
  await saved(page);
}

journey('a copy in a file follows the plan, over a reload, until it is stopped', async ({ page, context, go }) => {
  await withCopy(page, context, go);
  assert.equal(await nameInFile(page), 'Spring');
  await renamePlan(page, 'Summer');
  await until(async () => (await nameInFile(page)) === 'Summer', 'the file follows');
  await reload(page);
  await renamePlan(page, 'Autumn');
  await until(async () => (await nameInFile(page)) === 'Autumn', 'the file follows after a reload');
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await button(page, 'Stop keeping the copy').click();
  await button(page, 'Keep a copy in a file').waitFor();
  await renamePlan(page, 'Winter');
  await reload(page);
  assert.equal(await nameInFile(page), 'Autumn');
});

journey('a file that somebody else has changed is compared, and written over only when asked', async ({ page, context, go }) => {
  await withCopy(page, context, go);
  const theirs = (await inFile(page, 'copy.json')).replace('"Spring"', '"Theirs"');
  await writeFile(page, 'copy.json', theirs);
  await renamePlan(page, 'Mine');
  const banner = region(page, 'The copy in a file');
  await banner.getByText('“copy.json” was changed by somebody else, so it is not written over. There: other changes.').waitFor();
  assert.equal(await inFile(page, 'copy.json'), theirs);
  assert.deepEqual(await axe(page), []);
  await button(banner, 'Import it as a plan').click();
  await until(async () => (await storedPlans(page)).some(({ plan }) => plan.name === 'Theirs'), 'it is a plan of its own');
  await toPlans(page);
  await button(page, 'Open Mine').click();
  await button(banner, 'Overwrite the file').click();
  await until(async () => (await nameInFile(page)) === 'Mine', 'now it is written over');
  await banner.waitFor({ state: 'detached' });
});

journey('after a reload the browser’s question is put in words, and a file that is gone is said to be', async ({ page, context, go }) => {
  await context.addInitScript(() => {
    FileSystemHandle.prototype.queryPermission = async () => (window.isGranted ? 'granted' : 'prompt');
    FileSystemHandle.prototype.requestPermission = async () => {
      window.isGranted = true;
      return 'granted';
    };
  });
  await withPicker(context);
  await context.addInitScript(() => {
    window.chosen = 'copy.json';
    window.isGranted = location.hash === '';
  });
  await go();
  await addImported(page, planFile({ name: 'Spring' }), 'Spring');
  await saved(page);
  await button(page, 'Keep a copy in a file').click();
  await page.getByText('A copy is kept in “copy.json”.').waitFor();
  await reload(page);
  const banner = region(page, 'The copy in a file');
  await banner.getByText('The browser wants your word').waitFor();
  await button(banner, 'Go on').click();
  await page.getByText('A copy is kept in “copy.json”.').waitFor();

  await page.evaluate(async () => (await navigator.storage.getDirectory()).removeEntry('copy.json'));
  await renamePlan(page, 'Summer');
  await banner.getByText('“copy.json” cannot be written').waitFor();
  await button(banner, 'Choose another file').click();
  await until(async () => (await nameInFile(page)) === 'Summer', 'the new file follows');
});
