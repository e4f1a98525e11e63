// The page around the app: how it starts, and what is left when it breaks.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import { button, downloaded, saved, startNewPlan, storedPlans, textbox } from './app.mjs';
import { axe, journey, launch, newProfile, open, site, watch } from './support.mjs';

const PLAN = JSON.stringify({ format: 'followthrough', version: 1, plan: { name: 'Spring / fair' } });

const panic = (page) => page.evaluate(() => dispatchEvent(new CustomEvent('followthrough:panic')));

test('the site works under any path', async (t) => {
  const [server, browser] = await Promise.all([site({ under: '/some/where/' }), launch()]);
  t.after(() => Promise.all([server.close(), browser.close()]));
  const context = await newProfile(browser);
  const problems = await watch(context, server.url);
  const page = await context.newPage();
  await open(page, server.url);
  await page.getByRole('heading', { level: 1 }).waitFor();
  assert.deepEqual(problems, []);
});

journey('without scripts the page says what it needs', { profile: { javaScriptEnabled: false } }, async ({ page, url }) => {
  await page.goto(url);
  await page.locator('noscript p').waitFor();
});

test('on a first visit the welcome is drawn before the app takes its place', async (t) => {
  const [server, browser] = await Promise.all([site(), launch()]);
  t.after(() => Promise.all([server.close(), browser.close()]));
  // A profile whose clock runs, unlike the others'.
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    let isThere = false;
    new MutationObserver(() => {
      const shell = document.getElementById('shell');
      if (isThere && !shell) globalThis.taken = performance.now();
      isThere = Boolean(shell);
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page, server.url);
  const { drawn, taken } = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    taken: globalThis.taken,
  }));
  assert.ok(drawn < taken, `drawn after ${drawn} ms, taken after ${taken} ms`);
});

journey('a browser that does not tell when it draws opens the app as well', async ({ page, context, go }) => {
  await context.addInitScript(() => delete globalThis.PerformanceObserver);
  await go();
  await page.getByRole('button', { name: 'Start a new plan' }).click();
  await page.getByRole('heading', { name: 'Fresh start' }).waitFor();
});

journey('a browser without WebAssembly is told so', async ({ page, context, url }) => {
  await context.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(url);
  await page.getByRole('alert').filter({ hasText: 'too old' }).waitFor();
});

journey('after a panic the stored plans can be downloaded', async ({ page, go }) => {
  await go();
  await page.evaluate((plan) => {
    localStorage.setItem('followthrough/plan/a', plan);
    localStorage.setItem('followthrough/plan/torn', '{"plan":{"na');
    localStorage.setItem('followthrough/current', 'a');
    localStorage.setItem('other', 'not ours');
  }, PLAN);
  await panic(page);

  const heading = page.getByRole('heading', { name: 'Something went wrong' });
  await heading.waitFor();
  assert.ok(await heading.evaluate((node) => node === document.activeElement), 'the heading has the focus');
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
  assert.match(await page.title(), /Something went wrong/);
  assert.deepEqual(await axe(page), []);

  const names = await page.getByRole('button', { name: /^Download/ }).allTextContents();
  assert.deepEqual(names, ['Download “Spring / fair”', 'Download “plan/torn”']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download “Spring / fair”' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'Spring - fair.json');
  assert.equal(await readFile(await download.path(), 'utf8'), PLAN);

  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Reload' }).click()]);
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.ok(await page.locator('#crash').isHidden());
});

journey('the words of a report name build, place and browser, and can be copied', { profile: { permissions: ['clipboard-read', 'clipboard-write'] } }, async ({ page, go }) => {
  await go('#/plans');
  await page.evaluate(() =>
    dispatchEvent(new CustomEvent('followthrough:panic', { detail: 'What: out of bounds\nWhere: src/plan/mod.rs:1:2' })),
  );
  await page.getByRole('button', { name: 'Copy details' }).click();
  await page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n');
  assert.match(lines[0], /^Followthrough \d+\.\d+\.\d+, compiled by rustc \d+\.\d+\.\d+/);
  assert.deepEqual(lines.slice(1, 4), ['What: out of bounds', 'Where: src/plan/mod.rs:1:2', 'Page: #/plans']);
  assert.match(lines[4], /^Browser: .*Chrome/);
  assert.equal(lines.length, 5);
});

journey('a browser that does not copy marks the words of a report', async ({ page, go }) => {
  await go();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
  await panic(page);
  await page.getByRole('button', { name: 'Copy details' }).click();
  await page.getByRole('status').filter({ hasText: 'please copy them yourself' }).waitFor();
  assert.match(await page.evaluate(() => String(getSelection())), /^Followthrough/);
});

journey('the page about the method says which compiler made it', async ({ page, go }) => {
  await go('#/about');
  await page.getByText(/^Version \d+\.\d+\.\d+ \([0-9a-f]{8}\)\.$/).waitFor();
});

journey('after a panic nothing can be written or removed', async ({ page, go }) => {
  await go();
  await page.evaluate(() => localStorage.setItem('followthrough/plan/a', 'before'));
  await panic(page);
  const refused = await page.evaluate(() => {
    const tries = [
      () => localStorage.setItem('followthrough/plan/a', 'after'),
      () => localStorage.removeItem('followthrough/plan/a'),
      () => localStorage.clear(),
    ];
    return tries.filter((write) => {
      try {
        write();
        return false;
      } catch {
        return true;
      }
    }).length;
  });
  assert.equal(refused, 3);
  assert.equal(await page.evaluate(() => localStorage.getItem('followthrough/plan/a')), 'before');
});

journey('after a panic a blocked storage is said', async ({ page, go }) => {
  await go();
  await page.evaluate(() => {
    for (const place of ['localStorage', 'indexedDB']) {
      Object.defineProperty(window, place, {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    }
  });
  await panic(page);
  await page.getByText('does not let the page read its storage').waitFor();
});

journey('after a panic what the durable place holds is offered, and nothing is written there', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await textbox(page, 'Name of this plan').fill('Kept whole');
  await saved(page);
  const text = (await storedPlans(page))[0];
  await page.evaluate(() => localStorage.clear());
  await panic(page);
  const file = await downloaded(page, () => button(page, 'Download “Kept whole”').click());
  assert.deepEqual(JSON.parse(file.text), text);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open('followthrough').onsuccess = ({ target }) => {
          try {
            target.result.transaction('records', 'readwrite').objectStore('records').clear();
            resolve(false);
          } catch {
            resolve(true);
          }
        };
      }),
  );
  assert.ok(refused, 'nothing is written after a panic');
});

// Runs a script as the page's own scripts run: errors of what a debugger evaluates are kept from the page.
async function run(page, script) {
  // By a name that the page lets through, and does not use in this profile.
  await page.route('**/offline.js', (route) => route.fulfill({ contentType: 'text/javascript', body: script }));
  await page.addScriptTag({ url: 'offline.js' });
}

journey('an error of the program stops it as a panic does', async ({ page, go, allow }) => {
  allow(/unreachable/);
  await go();
  await run(page, `throw new WebAssembly.RuntimeError('unreachable');`);
  await page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
});

journey('of an error of the program a report keeps the place, and nothing that is quoted', async ({ page, go, allow }) => {
  allow(/typed by somebody/);
  await go();
  await run(
    page,
    `const error = new SyntaxError('Unexpected token in “typed by somebody”');
     error.stack = error.stack + '\\n    at somewhere (' + document.getElementById('app-script').href + ':1:2)';
     throw error;`,
  );
  await page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
  const details = await page.locator('#crash-details').innerText();
  assert.match(details, /^What: SyntaxError Unexpected token in$/m);
  assert.match(details, /^ *followthrough-app-\w+\.js:1:2\)$/m);
  assert.doesNotMatch(details, /somebody/);
});

journey('a promise of the program that breaks stops it too', async ({ page, go, allow }) => {
  allow(/torn/);
  await go();
  await run(
    page,
    `const error = new Error('torn');
     error.stack += '\\n    at somewhere (' + document.getElementById('app-script').href + ':1:2)';
     Promise.reject(error);`,
  );
  await page.getByRole('heading', { name: 'Something went wrong' }).waitFor();
});

journey("a browser extension's error leaves the app alone", async ({ page, go, allow }) => {
  allow(/of an extension/);
  await go();
  await run(
    page,
    `setTimeout(() => document.documentElement.classList.add('has-run'), 100);
     Promise.reject(new Error('of an extension'));
     Promise.reject(new DOMException('of an extension', 'NotAllowedError'));
     Promise.reject('of an extension');
     throw new Error('of an extension');`,
  );
  await page.locator('.has-run').waitFor();
  assert.ok(await page.locator('#crash').isHidden());
});
