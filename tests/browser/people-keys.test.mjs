// Daily work with people by the keyboard alone: no press of a mouse, no field filled and no focus put anywhere by the test. After
// each act, and after its undo, the focus is somewhere and shows. The example has 25 people in the middle of their way. It is
// Monday 23 November 2026.

import assert from 'node:assert/strict';
import { announcement, button, checkbox, date, fold, group, holdTimers, isFocused, region, stepRow, textbox, until } from './app.mjs';
import { hands } from './hands.mjs';
import { axe, journey } from './support.mjs';

/** A date whose digits are the same whether the day or the month comes first: a Saturday. */
const FAR = { keys: '12122026', iso: '2026-12-12' };
const TEN = ['Name\tE-mail', ...Array.from({ length: 10 }, (_, at) => `Caller ${at + 1}\tc${at + 1}@example.org`)].join('\n');

const board = { profile: { permissions: ['clipboard-read', 'clipboard-write'] }, timeout: 60_000 };
const phone = { profile: { ...board.profile, viewport: { width: 360, height: 740 } }, timeout: 60_000 };

/** Where the focus is: nothing where it is nowhere, cannot be seen or does not show. */
const focusNow = (page) =>
  page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body || node === document.documentElement) return '';
    const { top, bottom, left, right, width } = node.getBoundingClientRect();
    if (!width || bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) return '';
    const said = `${node.tagName} ${node.id} ${node.textContent.slice(0, 40)}`;
    // A heading that has the focus to be read from needs no ring; nor has the button within a date field one of ours.
    if (/^H\d$/.test(node.tagName) || (node.type === 'date' && !node.matches(':focus-visible'))) return said;
    for (let at = node; at !== document.body; at = at.parentElement) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      if ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || (at === node && boxShadow !== 'none')) return said;
    }
    return '';
  });

/** Somebody at the keyboard of a page. */
function worker(page) {
  const hand = hands(page);
  /** Waits until the focus has come to rest somewhere. */
  const rests = async (after) => {
    let last = '';
    await until(async () => {
      const now = await focusNow(page);
      const is_resting = now !== '' && now === last;
      last = now;
      return is_resting;
    }, `the focus shows somewhere after ${after}`);
  };
  const self = {
    ...hand,
    rests,
    /** Tab, or Shift and Tab, to something that then shows it has the focus. */
    async to(target, key = 'Tab') {
      await hand.tabTo(target, key);
      await rests(`${key} to ${target}`);
    },
    /** Goes there and presses it. */
    async enter(target, key = 'Tab', press = 'Enter') {
      await self.to(target, key);
      await hand.press(press);
    },
    back: (target) => self.to(target, 'Shift+Tab'),
    /** To a page, or somebody, by a few letters. */
    async jump(letters, title, option = title) {
      await hand.press('Control+k');
      const find = page.getByRole('combobox', { name: 'Find', exact: true });
      await until(() => isFocused(find), 'the field of letters');
      await hand.type(letters);
      await page.getByRole('option', { selected: true }).filter({ hasText: option }).waitFor();
      await hand.press('Enter');
      const heading = page.getByRole('heading', { level: 1, name: title });
      await until(() => isFocused(heading), `the page ${title}`);
    },
    /** Waits until something was said, with the focus somewhere. */
    async told(words) {
      await announcement(page, words);
      await rests(words);
    },
    async undo() {
      await hand.press('Control+z');
      await announcement(page, 'Undone');
      await rests('an undo');
    },
    /** Chooses from the list that has the focus by the letters it begins with. */
    async choose(list, letters, meanwhile = () => {}) {
      await self.to(list);
      await hand.type(letters);
      await until(async () => {
        await meanwhile();
        return list.evaluate((node, letters) => node.selectedOptions[0]?.textContent.startsWith(letters), letters);
      }, `${letters} is chosen`);
    },
    /** Puts a day into the field for it. */
    async day(field, keys = FAR.keys, key = 'Tab') {
      await self.to(field, key);
      await hand.type(keys);
    },
  };
  return self;
}

/** Opens the example by keyboard. */
async function begin(page, go) {
  const me = worker(page);
  await go();
  await me.enter(button(page, 'Open the example'));
  await region(page, 'Example').waitFor();
  await page.waitForURL(/#\/plan$/);
  await until(() => isFocused(page.getByRole('heading', { level: 1 })), 'the heading of the example');
  return me;
}

const toPeople = (me) => me.jump('people', 'People');
const toToday = (me) => me.jump('today', 'Monday, 23 Nov', 'Today');
const select = (page, name) => page.getByRole('combobox', { name, exact: true });
const people = (page) => region(page, 'Everybody');
const count = (page, words) => people(page).getByText(words, { exact: true }).waitFor();
const proposal = (page) => page.getByRole('dialog', { name: 'What moves' });
const lineFor = (page, who) => page.getByRole('listitem').filter({ has: page.getByRole('link', { name: who, exact: true }) }).first();
const opener = (page, who) => lineFor(page, who).getByRole('button').first();
const names = async (page, part) =>
  page.getByRole('region', { name: new RegExp(`^${part}`) }).getByRole('listitem').getByRole('link').allInnerTexts();
/** Whether something waits for somebody now, late or today. */
const isWaiting = (page, who) => async () => [...(await names(page, 'Late')), ...(await names(page, 'Today'))].includes(who);
const isDone = (page, who) => async () => !(await isWaiting(page, who)());
const sequence = (page, name) => page.getByRole('region', { name: new RegExp(`^${name} sequence`) });

/** Pastes lines into the field for them, as copied from a spreadsheet. */
async function paste(page, me, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await me.enter(button(page, 'Paste several'));
  await me.to(textbox(page, 'People, one on each line'));
  await me.press('Control+v');
}

/** Ten are pasted, looked at, taken, and taken back. */
async function enrolTen(page, me) {
  await toPeople(me);
  await count(page, '25 people');
  await paste(page, me, TEN);
  await page.getByText('This comes to 10 people.').waitFor();
  await me.enter(checkbox(page, 'Caller 10'), 'Tab', 'Space');
  await me.enter(button(page, 'Add 9 people'));
  await me.told('9 people were added.');
  assert.ok(await isFocused(page.getByRole('heading', { name: 'Everybody' })), 'the heading of the list has the focus');
  await count(page, '34 people');
  await me.undo();
  await count(page, '25 people');
}

journey('ten are enrolled by pasting them, and taken back', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await enrolTen(page, me);
  assert.deepEqual(await axe(page), []);
});

journey('those who are pasted start on days that are spread', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await toPeople(me);
  await paste(page, me, Array.from({ length: 6 }, (_, at) => `Caller ${at + 1}`).join('\n'));
  await page.getByText('This comes to 6 people.').waitFor();
  await me.to(select(page, 'They start'));
  for (let press = 0; press < 2; press += 1) await me.press('ArrowDown');
  await page.getByText(/^They start from \w{3} \d+ (Nov|Dec) 2026 to /).waitFor();
  await me.enter(button(page, 'Add 6 people'));
  await me.told('6 people were added.');
  await me.undo();
  await count(page, '25 people');
});

journey('a week of work: done, put off, noted, skipped, several at once, and each taken back', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await toToday(me);
  await me.to(opener(page, 'Amara Nwosu'));
  await me.press('d');
  await me.told(/^Done: “Answer the enquiry/);
  await until(isDone(page, 'Amara Nwosu'), 'it is done');
  assert.ok(await isFocused(opener(page, 'Marguerite Vance')), 'the next line has the focus');
  await me.undo();
  await until(isWaiting(page, 'Amara Nwosu'), 'it is back');
  await me.press('s');
  await me.told(/Marguerite Vance/);
  await until(isDone(page, 'Marguerite Vance'), 'it is skipped');
  await me.undo();
  await until(isWaiting(page, 'Marguerite Vance'), 'it is back');
  // Opened, noted, put off to another day.
  await me.to(opener(page, 'Florian Becker'));
  await me.press('Enter');
  await me.to(textbox(lineFor(page, 'Florian Becker'), 'Notes on this step'));
  await me.type('Has two bassoons');
  await me.press('Escape');
  await me.rests('Escape');
  assert.ok(await isFocused(opener(page, 'Florian Becker')), 'the line that was open has the focus');
  await me.press('o');
  await until(() => isFocused(date(lineFor(page, 'Florian Becker'), 'Another day')), 'the field for the day');
  await me.type(FAR.keys);
  await me.press('Enter');
  await me.told(/, for Florian Becker, is put off to Sat 12 Dec 2026\. Undo brings it back\.$/);
  await me.undo();
  await until(isWaiting(page, 'Florian Becker'), 'it is due again');
  await me.undo();
  // Several at once, by the bar that comes with them.
  await me.to(opener(page, 'Eoin Gallagher'), 'Shift+Tab');
  await me.press('x');
  await me.press('ArrowDown');
  await me.press('x');
  const bar = group(page, 'Selected lines');
  await me.to(button(bar, 'Next working day'), 'Shift+Tab');
  await me.press('Enter');
  await me.told('2 lines put off to Tue 24 Nov 2026. Undo brings them back.');
  await me.undo();
  await until(isWaiting(page, 'Eoin Gallagher'), 'they are back');
  assert.deepEqual(await axe(page), []);
});

journey('three calls in vain: then one says what becomes of them', board, async ({ page, context, go }) => {
  const me = await begin(page, go);
  await toToday(me);
  const who = 'Gareth Llewellyn';
  for (const [day, nth] of [['2026-11-23', 1], ['2026-11-26', 2], ['2026-12-01', 3]]) {
    await context.clock.setFixedTime(new Date(`${day}T09:00:00+01:00`));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
    await lineFor(page, who).getByText(new RegExp(`${nth}(st|nd|rd) of 3 tries|${nth}(st|nd|rd) try`)).first().waitFor();
    await me.to(opener(page, who));
    await me.press('t');
    await me.told(/^Tried in vain: “Ring to hear the piano’s story/);
    if (nth > 1) continue;
    await me.undo();
    await until(isWaiting(page, who), 'the try is taken back');
    await me.to(opener(page, who), 'Shift+Tab');
    await me.press('t');
    await me.told(/^Tried in vain/);
  }
  await until(isWaiting(page, who), 'what becomes of it is asked');
  await me.to(opener(page, who), 'Shift+Tab');
  await me.press('d');
  await announcement(page, 'What comes next depends on what came of it. Choose that first.');
  const outcome = select(lineFor(page, who), 'What came of it');
  await until(() => isFocused(outcome), 'what came of it has the focus');
  await me.choose(outcome, 'nobody');
  await me.enter(button(lineFor(page, who), 'Done'));
  await me.told(/^Done: .*Undo brings it back\.$/);
  await me.undo();
  await until(isWaiting(page, who), 'it is asked again');
});

journey('a purchase leads on to the customer sequence, from the list and from the page of somebody', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await toToday(me);
  await me.to(opener(page, 'Samuel Oyelaran'));
  await me.press('b');
  await me.told('Samuel Oyelaran: bought. Undo takes it back.');
  await me.undo();
  await until(isWaiting(page, 'Samuel Oyelaran'), 'it is back');
  await me.jump('amara', 'Amara Nwosu');
  await sequence(page, 'Prospect').waitFor();
  await me.enter(button(page, 'They bought'));
  await me.told('Amara Nwosu: bought. The customer sequence goes on from here.');
  await sequence(page, 'Customer').waitFor();
  await me.to(button(page, 'Done: customer step 1'));
  await me.press('Enter');
  await me.told('Customer step 1: Done.');
  await me.undo();
  await me.undo();
  await sequence(page, 'Prospect').waitFor();
  assert.equal(await sequence(page, 'Customer').count(), 0);
});

journey('not now, and opened again after one has seen what that moves', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('amara', 'Amara Nwosu');
  await me.enter(button(page, 'Not now: next month'));
  await me.told(/^Amara Nwosu: not now/);
  assert.equal(await sequence(page, 'Prospect').count(), 0);
  await me.enter(button(page, 'Open again'));
  await proposal(page).getByText(/go on, the first on /).waitFor();
  await me.rests('a question');
  await me.press('Escape');
  await until(() => isFocused(button(page, 'Open again')), 'the focus is back where it was');
  await me.press('Enter');
  await me.enter(button(proposal(page), 'Make the change'));
  await me.told('The prospect sequence goes on. Undo takes it back.');
  await sequence(page, 'Prospect').waitFor();
  await me.undo();
  await sequence(page, 'Prospect').waitFor({ state: 'detached' });
  await me.undo();
  await sequence(page, 'Prospect').waitFor();
});

journey('somebody is put on hold and goes on, after one has seen what that moves', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('amara', 'Amara Nwosu');
  await me.enter(button(page, 'Put on hold'));
  await proposal(page).getByText(/wait until you go on\.$/).waitFor();
  assert.deepEqual(await axe(page), []);
  await me.to(button(proposal(page), 'Leave it as it is'));
  await me.press('Enter');
  await until(() => isFocused(button(page, 'Put on hold')), 'the focus is back where it was');
  await me.press('Enter');
  await me.enter(button(proposal(page), 'Make the change'));
  await me.told('The prospect steps are on hold. Undo takes it back.');
  assert.ok(await isFocused(button(page, 'Go on')), 'the way on has the focus');
  await me.press('Enter');
  await proposal(page).getByText(/go on, the first on /).waitFor();
  await me.enter(button(proposal(page), 'Make the change'));
  await me.told('The prospect steps go on. Undo takes it back.');
  await me.undo();
  await button(page, 'Go on').waitFor();
  await me.undo();
  await button(page, 'Put on hold').waitFor();
});

journey('somebody is away and hands over, and is there after all', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('team', 'Team');
  const away = page.getByRole('form', { name: 'Days away of Fintan Daly' });
  const add = button(page, 'Add days away of Fintan Daly');
  await me.enter(add);
  await until(() => isFocused(date(away, 'From')), 'the first day');
  await me.day(date(away, 'To'));
  await me.choose(select(away, 'What becomes of the steps'), 'Nora Keane');
  await group(away, 'What moves').getByRole('listitem').first().waitFor();
  await me.press('Escape');
  await me.enter(button(away, 'Take it'));
  await me.told(/Fintan Daly/);
  assert.ok(await isFocused(add), 'the way to add more has the focus');
  await me.undo();
  await until(async () => (await page.getByRole('button', { name: /^Remove .* of Fintan Daly$/ }).count()) === 0, 'the undo');
  await me.press('Control+Shift+z');
  await me.told('Redone');
  const remove = page.getByRole('button', { name: /^Remove .* of Fintan Daly$/ });
  await me.to(remove, 'Shift+Tab');
  await me.press('Enter');
  if (await proposal(page).isVisible()) await me.press('Enter');
  await me.told(/Fintan Daly/);
  await me.undo();
  await remove.waitFor();
});

journey('the steps are changed under way, and what that moves is taken back from where it is told', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('route', 'Map the route');
  const wait = textbox(stepRow(page, 'Prospect step 2'), 'When');
  const before = await wait.inputValue();
  await me.to(wait);
  await me.press('Control+a');
  await me.type('9 weeks after step 1');
  await me.press('Enter');
  const told = group(page, 'Whose dates have moved');
  await told.getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
  await me.rests('Enter');
  await me.to(button(told, 'Undo the last change'), 'Shift+Tab');
  await me.press('Enter');
  await until(async () => (await wait.inputValue()) === before, 'the wait is as it was');
  await me.rests('the undo in the note');
  const row = stepRow(page, /^Prospect step [23]$/);
  await until(async () => (await row.locator(':focus').count()) === 1, 'one is back in the steps');
  // A day off asks first.
  const off = region(page, 'Other days off');
  await me.enter(fold(page, 'Working days:'), 'Shift+Tab');
  await me.day(date(off, 'Day off'));
  await me.press('Enter');
  await announcement(page, 'Sat 12 Dec 2026');
  await me.rests('a day off that moves nothing');
  await me.undo();
});

journey('two waits typed in one go are told together, and taken back together', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('route', 'Map the route');
  const waits = [2, 3].map((step) => textbox(stepRow(page, `Prospect step ${step}`), 'When'));
  const before = await Promise.all(waits.map((wait) => wait.inputValue()));
  const letGo = await holdTimers(page);
  for (const wait of waits) {
    await me.to(wait);
    await me.press('Control+a');
    await me.type('9 weeks after step 1');
    await me.press('Tab');
  }
  await letGo();
  const told = group(page, 'Whose dates have moved');
  await told.getByText(/^Dates of \d+ (people|person) (have|has) moved\.$/).waitFor();
  await me.enter(button(told, 'Undo the last 2 changes'), 'Shift+Tab');
  await me.told('Undone');
  const now = () => Promise.all(waits.map((wait) => wait.inputValue()));
  await until(async () => String(await now()) === String(before), 'both waits are as they were');
  await until(async () => (await told.getByRole('listitem').count()) === 0, 'nothing is told any more');
});

journey('a country is chosen for somebody and taken away again, and both are told', board, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('team', 'Team');
  await me.enter(fold(page, 'Holidays of other countries: none'));
  await me.to(textbox(page, 'Country or region'));
  await me.type('Austria');
  await me.enter(button(page, 'Use the holidays of Austria'));
  await me.told('Austria can be chosen for whoever lives there now. Undo takes it back.');
  await me.jump('aoife', 'Aoife Delaney');
  const lives = select(page, 'Holidays where they live');
  const taken = (value) => async () => {
    if (await proposal(page).isVisible()) await me.press('Enter');
    return (await lives.inputValue()) === value;
  };
  await me.to(lives);
  await me.press('End');
  await until(taken('AT'), 'Austria is chosen');
  await me.told('The holidays of Austria count for Aoife Delaney now. Undo takes it back.');
  await me.press('Home');
  await until(taken(''), 'no country is chosen');
  await me.told('Only the holidays of the business count for Aoife Delaney now. Undo takes it back.');
  await me.undo();
  await until(async () => (await lives.inputValue()) === 'AT', 'the undo');
});

journey('on a phone: ten are enrolled, something is done and taken back', phone, async ({ page, go }) => {
  const me = await begin(page, go);
  await enrolTen(page, me);
  await toToday(me);
  await me.to(opener(page, 'Amara Nwosu'));
  await me.press('Enter');
  await me.enter(button(lineFor(page, 'Amara Nwosu'), 'Done'));
  await me.told(/^Done: “Answer the enquiry/);
  await until(isDone(page, 'Amara Nwosu'), 'it is done');
  assert.deepEqual(await axe(page), []);
  await me.undo();
  await until(isWaiting(page, 'Amara Nwosu'), 'it is back');
});

journey('on a phone: somebody is put on hold, buys, and both are taken back', phone, async ({ page, go }) => {
  const me = await begin(page, go);
  await me.jump('amara', 'Amara Nwosu');
  await me.enter(button(page, 'Put on hold'));
  await me.rests('a question');
  assert.deepEqual(await axe(page), []);
  await me.enter(button(proposal(page), 'Make the change'));
  await me.told('The prospect steps are on hold. Undo takes it back.');
  await me.enter(button(page, 'They bought'));
  await me.told('Amara Nwosu: bought. The customer sequence goes on from here.');
  await sequence(page, 'Customer').waitFor();
  await me.undo();
  await me.undo();
  await button(page, 'Put on hold').waitFor();
});
