// The app breaks, or something else breaks its page: what was kept is offered as it is, and nothing is written any more.

import assert from 'node:assert/strict';
import {
  addImported,
  arrived,
  button,
  downloaded,
  heading,
  holdTimers,
  kept,
  openExample,
  reload,
  saved,
  startNewPlan,
  textbox,
  toStart,
  until,
} from '../browser/app.mjs';
import { PAGES } from '../browser/pages.mjs';
import { planFile } from '../browser/plan-file.mjs';
import { journey } from '../browser/support.mjs';
import { breakApp, stopped } from './breaking.mjs';
import { committed, records } from './kept.mjs';

/** Presses the button of the recovery page, and waits for the app. */
async function pressReload(page) {
  await Promise.all([page.waitForEvent('load'), button(page, 'Reload').click()]);
  await page.locator('#shell').waitFor({ state: 'detached' });
}

journey('after a panic: the recovery page within a second, no write in either place, every plan as last committed', async ({ t, page, go, allow }) => {
  allow(/panicked|unreachable|RuntimeError|out of/);
  await go();
  for (const name of ['One', 'Two – “é”']) {
    await addImported(page, planFile({ name, prospect: 5 }), name);
    await saved(page);
    await toStart(page);
  }
  await startNewPlan(page);
  await textbox(page, 'Name of this plan').fill('Three');
  await saved(page);
  const before = { durable: await records(page), local: await kept(page), texts: await committed(page) };
  assert.equal(Object.keys(before.texts).length, 3);

  const letGo = await holdTimers(page);
  await textbox(page, 'Name of this plan').fill('Not yet saved');
  // Timed in the page: from the press that breaks the app until the recovery page is there.
  await breakApp(page);
  const took = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const began = performance.now();
        const crash = document.getElementById('crash');
        new MutationObserver(() => !crash.hidden && resolve(performance.now() - began)).observe(crash, { attributes: true });
        document.querySelector('a[href="#/workshop/goals"]').click();
      }),
  );
  t.diagnostic(`the recovery page after ${took.toFixed(0)} ms`);
  assert.ok(took < 1000, `${took} ms`);
  await stopped(page).waitFor();
  await letGo();
  await page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    document.dispatchEvent(new Event('visibilitychange'));
  });
  // As long as a save takes, and longer.
  await page.waitForTimeout(700);
  const writes = await page.evaluate(() => {
    const tried = [];
    const attempt = (name, act) => {
      try {
        act();
        tried.push(name);
      } catch {
        // Refused, as it should be.
      }
    };
    attempt('setItem', () => localStorage.setItem('followthrough/plan/x', 'x'));
    attempt('removeItem', () => localStorage.removeItem('followthrough/current'));
    attempt('clear', () => localStorage.clear());
    return tried;
  });
  assert.deepEqual(writes, [], 'nothing in this page can write');
  assert.deepEqual(await records(page), before.durable);
  assert.deepEqual(await kept(page), before.local);

  const offered = {};
  for (const name of ['One', 'Two – “é”', 'Three']) {
    offered[name] = (await downloaded(page, () => button(page, `Download “${name}”`).click())).text;
  }
  const texts = Object.values(before.texts);
  assert.deepEqual(Object.values(offered).sort(), texts.sort(), 'byte for byte as committed');

  await pressReload(page);
  await page.evaluate(() => (location.hash = '#/plans'));
  for (const name of ['One', 'Two – “é”', 'Three']) await page.getByRole('main').getByText(name).first().waitFor();
});

const TAKEN = {
  'the place of the app': () => document.getElementById('app').remove(),
  'all that is in it': () => document.getElementById('app').replaceChildren(),
  'the page in it': () => document.getElementById('main').remove(),
  'all that is on the page': () => document.getElementById('main').replaceChildren(),
  'the whole body': () => document.body.replaceChildren(),
};

for (const [what, take] of Object.entries(TAKEN)) {
  journey(`when something takes away ${what}, the next page comes or the recovery page does`, async ({ t, page, go, allow }) => {
    allow(/panicked|unreachable|RuntimeError/);
    await go();
    await startNewPlan(page);
    await textbox(page, 'Name of this plan').fill('Spring');
    await saved(page);
    await page.evaluate(take);
    await page.evaluate(() => (location.hash = '#/workshop/goals'));
    const came = await Promise.race([
      heading(page, 'Goals').waitFor().then(() => 'the next page'),
      stopped(page).waitFor().then(() => 'the recovery page'),
    ]);
    t.diagnostic(`${came} came`);
    if (came === 'the recovery page') {
      const { text } = await downloaded(page, () => button(page, 'Download “Spring”').click());
      assert.equal(JSON.parse(text).plan.name, 'Spring');
      await pressReload(page);
    } else {
      // And the pages after it.
      await page.evaluate(() => (location.hash = '#/plans'));
      await arrived(page, 'All plans');
    }
    await page.evaluate(() => (location.hash = '#/workshop/fresh-start'));
    await arrived(page, 'Fresh start');
    assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Spring');
  });
}

/** What extensions do to pages, again and again while the page is there. */
const EXTENSIONS = {
  'a translator that wraps every word': () => {
    const wrap = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        if (!text.data.trim() || ['FONT', 'SCRIPT', 'STYLE', 'TEXTAREA'].includes(text.parentElement.tagName)) continue;
        const font = document.createElement('font');
        text.replaceWith(font);
        font.append(text);
      }
    };
    setInterval(wrap, 60);
  },
  'a keeper of passwords that puts buttons beside fields': () => {
    setInterval(() => {
      for (const field of document.querySelectorAll('input:not([data-seen])')) {
        field.dataset.seen = '';
        field.setAttribute('autocomplete', 'off');
        const mark = document.createElement('div');
        mark.attachShadow({ mode: 'open' }).append('key');
        field.after(mark);
      }
    }, 60);
  },
  'a spelling helper that marks fields and follows them with layers': () => {
    setInterval(() => {
      for (const field of document.querySelectorAll('textarea, input')) field.spellcheck = false;
      if (!document.querySelector('spelling-layer')) document.documentElement.append(document.createElement('spelling-layer'));
    }, 60);
  },
  'one that darkens the page': () => {
    document.documentElement.setAttribute('data-darkened', '');
    setInterval(() => {
      for (const node of document.querySelectorAll('main *:not([data-inline])')) node.setAttribute('data-inline', '#222');
    }, 60);
  },
  'one that hides what looks like an advertisement': () => {
    setInterval(() => document.querySelectorAll('[class*=banner], aside').forEach((node) => node.remove()), 60);
  },
};

for (const [what, act] of Object.entries(EXTENSIONS)) {
  journey(`with ${what} every page comes, and what is typed is kept`, async ({ page, go, allow }) => {
    // Whatever the extension breaks, what is kept is right: the recovery page counts as an answer.
    allow(/panicked|unreachable|RuntimeError/);
    await go();
    await openExample(page);
    await page.evaluate(act);
    let pages = 0;
    for (const [title, address] of Object.entries(PAGES)) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await until(
        async () => (await page.title()).startsWith(title) && (await page.locator('main h1:not(.preview h1)').count()) === 1,
        `“${title}” is there`,
      );
      await page.waitForTimeout(150);
      pages += 1;
    }
    assert.equal(await stopped(page).isVisible(), false, `the app goes on, after ${pages} pages`);
    await page.evaluate(() => (location.hash = '#/workshop/fresh-start'));
    await arrived(page, 'Fresh start');
    await textbox(page, 'Name of this plan').fill('Typed meanwhile');
    await until(
      async () => Object.values(await committed(page)).some((text) => JSON.parse(text).plan.name === 'Typed meanwhile'),
      'it is kept',
    );
    await reload(page);
    assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Typed meanwhile');
  });
}
