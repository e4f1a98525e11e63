// What somebody who has no plan yet can do before the app is there, and that the app goes on with all of it.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import {
  arrived,
  button,
  checkbox,
  focused,
  heading,
  saved,
  storedPlans,
  textbox,
  titled,
  unfold,
  until,
} from './app.mjs';
import { asUpload, planFile } from './plan-file.mjs';
import { axe, launch, newProfile, site, watch } from './support.mjs';

const LINES = 'call next day\ne-mail with prices in 3 days, Ben\nif no answer: call again a week later';

/** A first visit on which the program comes when it is let. */
async function slowVisit(t, profile) {
  const [server, browser] = await Promise.all([site(), launch()]);
  t.after(() => Promise.all([server.close(), browser.close()]));
  const context = await newProfile(browser, profile);
  const problems = await watch(context, server.url);
  const page = await context.newPage();
  let letCome;
  const held = new Promise((resolve) => (letCome = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await held;
    // The page that asked may have gone meanwhile.
    await route.continue().catch(() => {});
  });
  await page.goto(server.url);
  const come = async () => {
    letCome();
    await page.locator('#shell').waitFor({ state: 'detached' });
  };
  return { page, problems, letCome, come };
}

/** A file in a folder, as somebody drags it from there. */
async function onDisk(t, { name, buffer }) {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, buffer);
  return path;
}

test('a letter that is being put together when the app comes is in the list once', async (t) => {
  const { page, problems, letCome } = await slowVisit(t);
  const list = textbox(page, 'What you do after somebody gets in touch');
  await list.click();
  await page.keyboard.type('e-mail ');
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  letCome();
  await page.waitForTimeout(1500);
  await keys.send('Input.imeSetComposition', { text: '書', selectionStart: 1, selectionEnd: 1 });
  assert.ok(await page.locator('#shell').isVisible(), 'the app waits');
  await keys.send('Input.insertText', { text: '書' });
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.equal(await list.inputValue(), 'e-mail 書');
  assert.deepEqual(problems, []);
});

test('whoever is at a link before the app is there is at the same link when it comes', async (t) => {
  const { page, letCome } = await slowVisit(t);
  const link = page.getByRole('link', { name: 'The method' });
  await link.focus();
  letCome();
  await page.locator('#shell').waitFor({ state: 'detached' });
  await until(() => link.evaluate((it) => it === document.activeElement), 'it has the focus');
});

test('one begins to write before the app is there, and loses no key when it comes', async (t) => {
  const { page, problems, letCome } = await slowVisit(t);
  const list = textbox(page, 'What you do after somebody gets in touch');
  await list.click();
  const half = LINES.length / 2;
  await page.keyboard.type(LINES.slice(0, half), { delay: 10 });
  assert.ok(await page.locator('#shell').isVisible());
  assert.deepEqual(await axe(page), []);
  letCome();
  await page.keyboard.type(LINES.slice(half), { delay: 40 });
  await page.locator('#shell').waitFor({ state: 'detached' });
  // One corrects what one has just typed, wherever it stands by now.
  await page.keyboard.type('s');
  await page.keyboard.press('Backspace');
  assert.equal(await list.inputValue(), LINES);
  await page.getByText('Fri 4 Dec', { exact: false }).first().waitFor();
  await button(page, 'Make it a plan').click();
  await page.getByText('Your plan has 3 steps now.', { exact: false }).waitFor();
  assert.deepEqual(problems, []);
});

test('what was written before the app came outlives a reload, and is taken as it would be in the app', async (t) => {
  const { page, letCome } = await slowVisit(t);
  const list = textbox(page, 'What you do after somebody gets in touch');
  await list.fill('call next day · letter after two weeks');
  await page.reload();
  assert.equal(await list.inputValue(), 'call next day · letter after two weeks');
  letCome();
  await page.locator('#shell').waitFor({ state: 'detached' });
  await page.waitForFunction(() => !document.querySelector('textarea').value.includes('·'));
  assert.equal(await list.inputValue(), 'call next day\nletter after two weeks');
});

test('one goes on writing where the app does not come, and has it all once it does', async (t) => {
  const { page, letCome } = await slowVisit(t);
  await page.route('**/*_bg.wasm', (route) => route.abort());
  await page.reload();
  const list = textbox(page, 'What you do after somebody gets in touch');
  await list.click();
  await page.getByRole('alert').filter({ hasText: 'The connection broke' }).waitFor();
  await page.keyboard.type('call next day');
  assert.ok(!(await page.getByText('the dates follow').isVisible()));
  await page.unroute('**/*_bg.wasm');
  letCome();
  await button(page, 'Try again').click();
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.equal(await list.inputValue(), 'call next day');
});

// --- A plan that is begun before the app is there ---

const beginEarly = async (page) => {
  await button(page, 'Start a new plan').click();
  await arrived(page, 'Fresh start');
  assert.ok(await page.locator('#shell').isVisible(), 'the app is still on its way');
};

/** What stands in the stored plan. */
const stored = async (page) => (await storedPlans(page)).map(({ plan }) => plan);

test('a plan is begun before the app is there, and goes on where one was', async (t) => {
  const { page, problems, come } = await slowVisit(t);
  await beginEarly(page);
  await titled(page, 'Step 1 of 7: Fresh start');
  assert.deepEqual(await axe(page), []);
  await textbox(page, 'Name of your business').click();
  await page.keyboard.type('Bikes & Co', { delay: 10 });
  await page.keyboard.press('Tab');
  await page.keyboard.type('Spring', { delay: 10 });
  await page.getByLabel('Currency').selectOption('EUR');
  await textbox(page, 'Typical value of a deal').fill('1.250,50');
  await checkbox(page, 'What we sell has changed').check();
  await unfold(page, 'Is it worth the hours?');
  await textbox(page, 'Name of this plan').focus();
  await page.keyboard.press('Home');
  await come();
  await page.keyboard.type('Our ', { delay: 10 });
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Our Spring');
  assert.ok(await page.getByText('You build a follow-up once', { exact: false }).isVisible());
  await saved(page);
  const [plan] = await stored(page);
  assert.deepEqual(
    [plan.business, plan.name, plan.currency, plan.dealValue, plan.reasons],
    ['Bikes & Co', 'Our Spring', 'EUR', '1250.50', ['new-products']],
  );
  // It is one plan, also after a reload.
  await page.reload();
  await page.locator('#shell').waitFor({ state: 'detached' });
  await until(async () => (await textbox(page, 'Name of this plan').inputValue()) === 'Our Spring', 'the plan is open');
  assert.equal((await stored(page)).length, 1);
  assert.deepEqual(problems, []);
});

for (const [width, height] of [[360, 740], [1440, 900]]) {
  test(`nothing moves or is called otherwise when the app comes, ${width} wide`, async (t) => {
    const { page, problems, come } = await slowVisit(t, { viewport: { width, height } });
    const drawn = () =>
      page.evaluate(() => {
        const all = document.querySelectorAll('#app main :is(h1, h2, p, label, legend, summary, input, select, textarea, button)');
        const told = [...all].map((it) => {
          const { x, y } = it.getBoundingClientRect();
          const { name, label, text } = { name: it.getAttribute('aria-label'), label: it.labels?.[0]?.textContent, text: it.textContent };
          return [it.localName, it.matches('textarea') ? '' : (name ?? label ?? text), Math.round(x), Math.round(y)];
        });
        return told.filter(([, name, x, y]) => name !== '' && (x !== 0 || y !== 0));
      });
    await beginEarly(page);
    const page1 = await drawn();
    const written = () =>
      page.locator('#app main *').evaluateAll((all) =>
        all.filter((it) => !it.firstElementChild && it.localName !== 'option' && !it.closest('#shell-state')).map((it) => it.textContent.trim()).filter(Boolean));
    const words = await written();
    assert.ok(page1.length > 40, `${page1.length} things are there`);
    await come();
    await heading(page, 'Fresh start').waitFor();
    const page2 = await drawn();
    // What is folded has no place, and is told in the same words.
    const texts = (all) => all.filter((text) => !/suggestion/.test(text));
    assert.deepEqual(texts(await written()), texts(words));
    assert.deepEqual(page2.slice(0, page1.length - 2), page1.slice(0, -2));
    assert.deepEqual(page2.slice(-2).map(([kind, name]) => [kind, name]), page1.slice(-2).map(([kind, name]) => [kind, name]));
    assert.deepEqual(problems, []);
  });

  test(`the ways in stay where they are when the app comes, ${width} wide`, async (t) => {
    const { page, come } = await slowVisit(t, { viewport: { width, height } });
    const ways = () => page.locator('main :is(h1, h2, p, button, label)').evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility() && !it.closest('.list__box') && it.textContent.trim() !== '')
        .map((it) => [it.textContent, Math.round(it.getBoundingClientRect().y)]));
    const before = await ways();
    await come();
    await button(page, 'Start from a recipe').waitFor();
    await until(async () => JSON.stringify(await ways()) === JSON.stringify(before), 'all is where it was').catch(async () =>
      assert.deepEqual(await ways(), before));
  });
}

test('what is filled in outlives a reload before the app comes', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'What you sell').fill('Bicycles');
  await checkbox(page, 'We have new tools').check();
  await page.reload();
  await heading(page, 'Fresh start').waitFor();
  assert.equal(await textbox(page, 'What you sell').inputValue(), 'Bicycles');
  assert.ok(await checkbox(page, 'We have new tools').isChecked());
  await come();
  await saved(page);
  const [plan] = await stored(page);
  assert.deepEqual([plan.offer, plan.reasons], ['Bicycles', ['new-tools']]);
});

test('a number that is none is said beside it when the app comes, and stays', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'Typical value of a deal').fill('1,2,3');
  await come();
  await page.getByText('do not stand where thousands or cents begin', { exact: false }).waitFor();
  assert.equal(await textbox(page, 'Typical value of a deal').inputValue(), '1,2,3');
});

test('whoever has gone elsewhere meanwhile is there, and what was filled in is in the plan', async (t) => {
  for (const [leave, name] of [
    [(page) => page.goBack(), 'From a new contact to a loyal customer, with dates'],
    [(page) => page.getByRole('link', { name: 'All plans' }).click(), 'All plans'],
    [(page) => page.getByRole('link', { name: /Goals/ }).click(), 'Goals'],
  ]) {
    const { page, problems, come } = await slowVisit(t);
    await beginEarly(page);
    await textbox(page, 'Name of this plan').fill('Spring');
    await leave(page);
    await come();
    await heading(page, name).waitFor();
    await saved(page);
    assert.equal((await stored(page))[0].name, 'Spring');
    assert.deepEqual(problems, []);
  }
});

test('what needs the app is done once it is there, and said until then', async (t) => {
  for (const [name, then] of [
    ['Start from a recipe', (page) => arrived(page, 'Recipes')],
    ['Open the example', (page) => page.waitForURL(/#\/plan$/)],
    ['Make it a plan', (page) => page.locator('#list-problem:not(:empty)').waitFor()],
    ['Find', (page) => page.getByRole('dialog', { name: /^Find/ }).waitFor()],
  ]) {
    const { page, problems, come } = await slowVisit(t);
    await button(page, name).click();
    await page.getByText('One moment: the planner is on its way.').waitFor();
    await come();
    await then(page);
    assert.deepEqual(problems, []);
  }
});

test('Continue on a page that was filled in before the app came leads on', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'Name of this plan').fill('Spring');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await come();
  await arrived(page, 'Destination');
  await saved(page);
  assert.equal((await stored(page))[0].name, 'Spring');
});

test('a file that is chosen before the app is there is shown when it comes', async (t) => {
  const { page, problems, come } = await slowVisit(t);
  await page.getByLabel('Import a plan').setInputFiles(asUpload(planFile({ name: 'Spring fair' })));
  await come();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Spring fair', { exact: false }).first().waitFor();
  assert.deepEqual(problems, []);
});

for (const isBegun of [false, true]) {
  test(`a file that is dropped ${isBegun ? 'on a begun plan ' : ''}before the app is there is shown when it comes`, async (t) => {
    const { page, problems, come } = await slowVisit(t);
    if (isBegun) {
      await beginEarly(page);
      await textbox(page, 'Name of this plan').fill('Autumn');
    }
    const file = await onDisk(t, asUpload(planFile({ name: 'Spring fair' })));
    const hand = await page.context().newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop']) {
      const data = { items: [], files: [file], dragOperationsMask: 1 };
      await hand.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    }
    await page.getByText('One moment: the planner is on its way.').waitFor();
    await come();
    await page.getByRole('dialog').getByText('Spring fair', { exact: false }).first().waitFor();
    if (isBegun) assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Autumn');
    assert.deepEqual(problems, []);
  });
}

test('where the app does not come, the page that was begun says so and keeps what is filled in', async (t) => {
  const { page, letCome } = await slowVisit(t);
  await page.route('**/*_bg.wasm', (route) => route.abort());
  await page.reload();
  await beginEarly(page);
  await textbox(page, 'Name of this plan').fill('Spring');
  await page.getByRole('alert').filter({ hasText: 'The connection broke' }).waitFor();
  assert.ok(!(await page.getByText('Opening…', { exact: true }).isVisible()), 'nothing opens any more');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await page.getByText('That does not work until the planner has loaded.').waitFor();
  assert.deepEqual(await axe(page), []);
  await page.unroute('**/*_bg.wasm');
  letCome();
  await button(page, 'Try again').click();
  await page.locator('#shell').waitFor({ state: 'detached' });
  // What was in vain is not done at a moment when nobody expects it any more.
  await heading(page, 'Fresh start').waitFor();
  await saved(page);
  assert.equal((await stored(page))[0].name, 'Spring');
});

test('a press that is not over when the app comes is one in the app', async (t) => {
  const { page, letCome } = await slowVisit(t);
  const start = await button(page, 'Start a new plan').boundingBox();
  await page.mouse.move(start.x + 5, start.y + 5);
  await page.mouse.down();
  letCome();
  await page.waitForTimeout(400);
  await page.mouse.up();
  await arrived(page, 'Fresh start');
});

test('by keyboard alone a plan is begun and filled in while the app is on its way', async (t) => {
  const { page, come } = await slowVisit(t);
  while (!(await button(page, 'Start a new plan').evaluate((it) => it === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await focused(heading(page, 'Fresh start'), 'its heading');
  while (!(await textbox(page, 'What you sell').evaluate((it) => it === document.activeElement))) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('Bicycles');
  await come();
  await page.keyboard.type(' and more');
  assert.equal(await textbox(page, 'What you sell').inputValue(), 'Bicycles and more');
});

test('what is typed in the list after a plan was begun is all there when the app comes', async (t) => {
  const { page, problems, letCome } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'Name of this plan').fill('Spring');
  await page.goBack();
  const list = textbox(page, 'What you do after somebody gets in touch');
  await list.click();
  letCome();
  await page.keyboard.type(LINES, { delay: 25 });
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.equal(await list.inputValue(), LINES);
  await saved(page);
  assert.equal((await stored(page))[0].name, 'Spring');
  assert.deepEqual(problems, []);
});

test('what the app refuses of what was filled in is said before anything else is done', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'New contacts a month').fill('forty');
  await page.getByRole('button', { name: /^Continue/ }).click();
  await come();
  await heading(page, 'Fresh start').waitFor();
  assert.equal(await textbox(page, 'New contacts a month').inputValue(), 'forty');
  await focused(textbox(page, 'New contacts a month'), 'what is refused');
  // It is one plan, also after a reload.
  await saved(page);
  await page.waitForFunction(() => !sessionStorage.getItem('followthrough/begun'));
  await page.reload();
  await page.locator('#shell').waitFor({ state: 'detached' });
  await saved(page);
  assert.equal((await stored(page)).length, 1);
});

test('an amount is read by the currency that was chosen', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await page.getByLabel('Currency').selectOption('EUR');
  await textbox(page, 'Typical value of a deal').fill('1.250');
  await come();
  await saved(page);
  assert.equal((await stored(page))[0].dealValue, '1250');
});

test('two presses are both done, in their order; one who types on has gone on', async (t) => {
  const { page, come } = await slowVisit(t);
  await textbox(page, 'What you do after somebody gets in touch').fill('call next day\nletter after two weeks');
  await button(page, 'Count all from the start').click();
  await button(page, 'Make it a plan').click();
  await come();
  await saved(page);
  const [plan] = await stored(page);
  assert.deepEqual(plan.sequences.prospect.steps.map(({ delay }) => delay.from), ['start', 'start']);

  const other = await slowVisit(t);
  await textbox(other.page, 'What you do after somebody gets in touch').fill('call next day');
  await button(other.page, 'Make it a plan').click();
  await textbox(other.page, 'What you do after somebody gets in touch').fill('call next day, Ben');
  await other.come();
  await button(other.page, 'Make it a plan').waitFor();
  await other.page.waitForTimeout(500);
  assert.equal((await storedPlans(other.page)).length, 0);
});

test('a plan that another tab has made takes nothing from the one that was begun here', async (t) => {
  const { page, come } = await slowVisit(t);
  await beginEarly(page);
  await textbox(page, 'Name of this plan').fill('Begun here');
  await page.evaluate(() => localStorage.setItem('followthrough/current', 'elsewhere'));
  await page.reload();
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'Begun here');
  await come();
  await saved(page);
  assert.ok((await stored(page)).some(({ name }) => name === 'Begun here'));
});

test('what others have written into the memory of the tab breaks nothing', async (t) => {
  for (const kept of ['"abc"', '[1,2]', '{"bad!kind x":"y","input Name of this plan":"Kept"}', '5', '{', '{"__proto__":"x"}']) {
    const { page, problems, come } = await slowVisit(t);
    await page.evaluate((text) => sessionStorage.setItem('followthrough/begun', text), kept);
    await page.reload();
    await come();
    await page.locator('main h1').waitFor();
    assert.ok(await page.locator('#crash').isHidden());
    assert.deepEqual(problems, []);
  }
});

test('after “Try again” what is pressed is done once the app comes', async (t) => {
  const { page } = await slowVisit(t);
  await page.route('**/*_bg.wasm', (route) => route.abort());
  await page.reload();
  await page.getByRole('alert').filter({ hasText: 'The connection broke' }).waitFor();
  await page.unroute('**/*_bg.wasm');
  let letCome;
  const held = new Promise((resolve) => (letCome = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await button(page, 'Try again').click();
  await button(page, 'Start from a recipe').click();
  await page.getByText('One moment: the planner is on its way.').waitFor();
  letCome();
  await arrived(page, 'Recipes');
});
