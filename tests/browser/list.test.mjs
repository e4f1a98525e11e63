// A list that is typed on the start page becomes dates, and then a plan. 23 November 2026 is a Monday.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  focused,
  group,
  isFocused,
  reload,
  saved,
  storedPlans,
  textbox,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

const NAME = 'What you do after somebody gets in touch';
const field = (page) => textbox(page, NAME);

/** What the list comes to, a line a step: `1 Tue 24 Nov Call …`. */
const told = async (page) => {
  const items = page.getByRole('list', { name: 'What it comes to' }).getByRole('listitem');
  return (await items.allInnerTexts()).map((item) => item.replace(/\s+/g, ' ').trim());
};

const comesTo = async (page, expected) => {
  await until(async () => {
    const found = await told(page);
    return found.length === expected.length && expected.every((words, at) => found[at].startsWith(words));
  }, `the list comes to ${expected.join(', ')}; it came to ${(await told(page)).join(', ')}`);
};

const caretToEnd = (page) => page.keyboard.press('Control+End');

const steps = async (page) => {
  await saved(page);
  const [plan] = (await storedPlans(page)).filter((stored) => stored.state !== 'archived');
  return plan.plan.sequences.prospect.steps;
};

/** Counts what is pressed on the keyboard, as a person at 40 words of five letters a minute takes time for it. */
function typist(page) {
  let keys = 0;
  return {
    async type(words) {
      keys += [...words].length;
      await page.keyboard.type(words);
    },
    async press(key) {
      keys += 1;
      await page.keyboard.press(key);
    },
    seconds: () => (keys * 60) / (40 * 5),
  };
}

journey('three dated steps take ten seconds of typing and three presses, on one page', async ({ page, go }) => {
  await go();
  const address = page.url();
  const hands = typist(page);
  await field(page).click();
  for (const [at, word] of ['call', 'e-mail', 'letter'].entries()) {
    if (at > 0) await hands.press('Enter');
    await hands.type(word);
    await hands.press('Tab');
  }
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov E-mail', '3 Fri 11 Dec Letter']);
  assert.ok(hands.seconds() <= 10, `it took ${hands.seconds()} s`);
  assert.equal(page.url(), address);
  assert.equal(await field(page).inputValue(), 'call next day\ne-mail in 3 days\nletter after two weeks');
  assert.deepEqual(await axe(page), []);

  await button(page, 'Make it a plan').click();
  await page.waitForURL(/#\/plan$/);
  const made = await steps(page);
  assert.deepEqual(made.map((step) => step.what), ['Call', 'E-mail', 'Letter']);
  await button(page, 'Undo').click();
  await until(async () => (await steps(page)).length === 0, 'the steps are taken back');
  await button(page, 'Redo').click();
  await until(async () => (await steps(page)).length === 3, 'the steps are back');
});

journey('what is recognised is told: channel, wait, person, condition', async ({ page, go }) => {
  await go();
  await field(page).fill(
    'call next day\ne-mail in 3 days, the assistant\nletter after two weeks\nif no answer: call again a week later',
  );
  await comesTo(page, ['1 Tue 24 Nov Call Phone', '2 Fri 27 Nov E-mail', '3 Fri 11 Dec Letter', '4 Fri 18 Dec Call again']);
  const lines = await told(page);
  assert.match(lines[1], /3 working days after step 1 An assistant$/);
  assert.match(lines[3], /Only if step 3: no answer/);
  await page.getByText('4 steps, from Tue 24 Nov to Fri 18 Dec').first().waitFor();
});

journey('all waits are counted from the start by one press, and back', async ({ page, go }) => {
  await go();
  await field(page).fill('call next day\nletter in 3 days');
  await comesTo(page, ['1 Tue 24 Nov', '2 Fri 27 Nov']);
  await button(page, 'Count all from the start').click();
  await comesTo(page, ['1 Tue 24 Nov', '2 Thu 26 Nov']);
  await page.getByText('Every wait is counted from today').waitFor();
  await button(page, 'Count each from the line before').click();
  await comesTo(page, ['1 Tue 24 Nov', '2 Fri 27 Nov']);
});

journey('what was understood can be put right', async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type('call next day\nsend the prices');
  const chips = group(page, 'Step 2, as it is understood');
  await chips.getByLabel('Channel').selectOption('E-mail');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov Send the prices E-mail']);
  await chips.getByLabel('When').selectOption('in a week');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Tue 1 Dec Send the prices E-mail']);
  await chips.getByLabel('Who').selectOption('An assistant');
  await chips.getByLabel('Only if').focus();
  await chips.getByLabel('Only if').selectOption('nobody reached');
  await until(async () => /nobody reached .* An assistant$/.test((await told(page))[1]), 'who does it, and when');
  assert.ok(await isFocused(chips.getByLabel('Only if')), 'the focus stays on the choice');
  await chips.getByLabel('Only if').selectOption('Always');
  await chips.getByLabel('Channel').selectOption('None');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Tue 1 Dec Send the prices 1 week after step 1']);
  await chips.getByLabel('When').selectOption('As usual');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov Send the prices']);
});

journey('what is not understood says so, and what would put it right', async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type('call in 30 days, Ben');
  await page.getByText('Is “30 days” meant in working days').waitFor();
  assert.deepEqual(await axe(page), []);
  await button(page, 'Write “30 calendar days”').click();
  await comesTo(page, ['1 Wed 23 Dec Call']);
  await focused(field(page), 'the list');
  assert.equal(await field(page).inputValue(), 'call in 30 calendar days, Ben');
});

journey('an offer is taken by Tab, put away by Escape, and left alone by Enter', async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type('call');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.ok(!(await isFocused(field(page))), 'without an offer Tab leaves the list');
  await field(page).click();
  await caretToEnd(page);
  await page.keyboard.type('\nletter');
  await page.keyboard.press('Enter');
  assert.equal(await field(page).inputValue(), 'call\nletter\n');
  await page.keyboard.type('visit');
  await page.keyboard.press('Tab');
  assert.equal(await field(page).inputValue(), 'call\nletter\nvisit a week later');
  assert.ok(await isFocused(field(page)));
  await page.keyboard.press('Control+z');
  assert.equal(await field(page).inputValue(), 'call\nletter\nvisit', 'the browser takes back what was taken');
});

const paste = async (page, text) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('Control+v');
};
const clipboard = { profile: { permissions: ['clipboard-read', 'clipboard-write'] } };

journey('a pasted list with bullets and cells of a spreadsheet are read', clipboard, async ({ page, go }) => {
  await go();
  await field(page).click();
  await paste(page, '• call next day\n• e-mail in 3 days\n• letter after two weeks');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov E-mail', '3 Fri 11 Dec Letter']);
  await page.keyboard.press('Control+a');
  await paste(page, 'Who\tWhen\tWhat\tWith\nBen\tnext day\tSay thanks\tphone\nassistant\t3 days\tSend prices\te-mail\n');
  await comesTo(page, ['1 Tue 24 Nov Say thanks Phone', '2 Fri 27 Nov Send prices E-mail']);
  assert.equal(
    await field(page).inputValue(),
    'Say thanks, phone, next day, @Ben\nSend prices, e-mail, 3 days, assistant\n',
  );
  await page.keyboard.press('Control+a');
  await paste(page, 'Step,What,Wait,Unit,With\n1,Say thanks,1,working day(s),Phone\n2,Send prices,1,week(s),E-mail');
  await comesTo(page, ['1 Tue 24 Nov Say thanks Phone', '2 Tue 1 Dec Send prices E-mail']);
  await page.keyboard.press('Control+a');
  await paste(page, 'call next day · e-mail in 3 days · letter after two weeks');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov E-mail', '3 Fri 11 Dec Letter']);
});

journey('a wait on a line of its own is joined with the step below where both are pasted, not under what one types', clipboard, async ({ page, go }) => {
  await go();
  const typed = '• call next day\n• wait 3 days\n• e-mail';
  await field(page).click();
  await page.keyboard.type(typed);
  assert.equal(await field(page).inputValue(), typed);
  await field(page).fill('');
  await paste(page, typed);
  await until(async () => /mail, wait 3 days$/.test(await field(page).inputValue()), 'the wait belongs to the letter');
});

journey('the keyboard alone makes a plan, and an empty list says what to write', async ({ page, go }) => {
  await go();
  await page.keyboard.press('Tab');
  while (!(await isFocused(field(page)))) await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Write what you do first').waitFor();
  await focused(field(page), 'the list');
  await page.keyboard.type('call tomorrow');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/#\/plan$/);
  await focused(page.getByRole('heading', { level: 1 }), 'the heading of the plan');
  assert.equal((await steps(page)).length, 1);
});

journey('an unfinished list is there after a reload, and gone when it is a plan', async ({ page, go }) => {
  await go();
  await field(page).fill('call next day\nletter in');
  await reload(page);
  assert.equal(await field(page).inputValue(), 'call next day\nletter in');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov Letter in']);
  await button(page, 'Make it a plan').click();
  await page.waitForURL(/#\/plan$/);
  await go('#/');
  await reload(page);
  assert.equal(await field(page).inputValue(), '');
});

journey('more lines than a sequence holds are told, and nothing is made', clipboard, async ({ page, go }) => {
  await go();
  await field(page).click();
  await paste(page, 'call\n'.repeat(503));
  await page.getByText('A sequence holds 500 steps. The last 3 lines have no room').first().waitFor();
  await button(page, 'Make it a plan').click();
  await until(async () => (await page.getByText('please make the list shorter').count()) > 1, 'why nothing was made is told');
  assert.match(page.url(), /#?\/?$/);
});

journey('a recipe is a way in', async ({ page, go }) => {
  await go();
  await button(page, 'Start from a recipe').click();
  await arrived(page, 'Recipes');
});

journey('on a phone the dates stand under the list', { profile: { viewport: { width: 360, height: 740 } } }, async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type('call next day\ne-mail with prices in 3 days, Ben\nif no answer: letter in two weeks');
  await comesTo(page, ['1 Tue 24 Nov Call', '2 Fri 27 Nov E-mail with prices', '3 Fri 11 Dec Letter']);
  const [box, first] = await Promise.all([
    field(page).boundingBox(),
    page.getByRole('list', { name: 'What it comes to' }).getByRole('listitem').first().boundingBox(),
  ]);
  assert.ok(first.y >= box.y + box.height, 'the dates stand below');
  assert.ok(first.width > 250 && first.height > 20, 'and can be seen');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(overflow, 0);
  assert.deepEqual(await axe(page), []);
});

journey('what is painted lies behind what is typed', async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type(`call next day\n${'a long description that takes several lines '.repeat(4)}in 3 days, Ben\nletter`);
  const { typed, painted } = await page.evaluate(() => {
    const height = (selector) => document.querySelector(selector).getBoundingClientRect().height;
    const field = document.querySelector('textarea');
    return { typed: field.scrollHeight, painted: height('.list__rows') };
  });
  assert.ok(Math.abs(typed - painted) <= 1, `${typed} px are typed, ${painted} px painted`);
});

journey('before anything is written one sees what lines become, and it is no plan', async ({ page, go }) => {
  await go();
  await page.getByText('An example. Write your own over it.').waitFor();
  const sample = page.locator('.list__row', { hasText: 'call next day' });
  assert.match((await sample.innerText()).replace(/\s+/g, ' '), /1 Tue 24 Nov Call 1 working day/);
  assert.deepEqual(await told(page), [], 'nobody is read a list that is not theirs');
  await button(page, 'Make it a plan').click();
  await page.getByText('Write what you do first').waitFor();
  await page.keyboard.type('ring on Friday');
  await comesTo(page, ['1 Fri 27 Nov']);
  assert.equal(await page.getByText('An example.').isVisible(), false);
  assert.equal(await page.locator('.list__row').count(), 1);
});

journey('it is said what a line came to once the typing rests', async ({ page, go }) => {
  await go();
  await field(page).click();
  await page.keyboard.type('call next day');
  await announcement(page, 'Call: Tue 24 Nov 2026. 1 step, on Tue 24 Nov');
});

journey('before a list becomes a plan it is said where the open one goes, and afterwards', async ({ page, go }) => {
  const gone = '“Autumn” then goes to your plans, into the archive.';
  await go();
  await addImported(page, planFile({ name: 'Autumn' }), 'Autumn');
  await toStart(page);
  assert.equal(await page.getByText(gone, { exact: true }).count(), 0, 'nothing is said of it while nothing is written');
  await field(page).fill('call next day');
  await page.getByText(gone, { exact: true }).waitFor();
  await button(page, 'Make it a plan').click();
  await announcement(page, 'Your plan has 1 step now. “Autumn” is among your plans, in the archive.');
  await saved(page);
  const archived = (await storedPlans(page)).filter((stored) => stored.state === 'archived');
  assert.deepEqual(archived.map((stored) => stored.plan.name), ['Autumn']);

  await page.getByRole('link', { name: 'All plans', exact: true }).click();
  await button(page, 'Reopen Autumn').waitFor();
});
