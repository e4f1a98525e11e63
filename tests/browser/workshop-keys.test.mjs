// The whole workshop by the keyboard alone, at the pace of somebody who types 40 words a minute.

import assert from 'node:assert/strict';
import {
  STAGES,
  announcement,
  arrived,
  button,
  checkbox,
  date,
  dated,
  focused,
  fold,
  group,
  isFocused,
  region,
  saved,
  storedPlans,
  textbox,
  until,
} from './app.mjs';
import { hands } from './hands.mjs';
import { journey } from './support.mjs';

const GOALS = {
  prospects: ['Answers on the day', 'Trust in our work', 'Knowing the prices', 'More visits', 'Fewer lost leads', 'A quick decision'],
  customers: ['A calm first week', 'Second orders', 'Good reviews', 'More referrals', 'A community', 'Fewer worries'],
};
/** Three for each goal. */
const ACTIONS = ['a short call', 'a letter by hand', 'a visit on site'];
const LINES = {
  prospect: [
    'answer the enquiry by e-mail on the same day',
    'call to hear more next day',
    'e-mail the price list in 3 days',
    'call about the prices in 4 days',
    'letter with two stories a week later',
    'visit in two weeks, assistant',
    'e-mail the estimate in 2 days',
    'call to go through it in 3 days',
    'letter that holds the door open a month later',
    'call with the new season in 2 months',
  ],
  customer: [
    'say thanks by e-mail on the same day',
    'call to ask how it runs in a week',
    'visit in three weeks, assistant',
    'ask for a review by e-mail in 5 days',
    'letter with two cards to pass on a month later',
    'e-mail a good idea in a month',
    'call about the service in 2 months',
    'letter for the birthday in 3 months',
    'e-mail the dates of the evening in 2 weeks',
    'call with a new offer a month later',
  ],
};
const MOST_MINUTES = 25;
const MOST_KEYS_PER_STEP = 5;
/** A date whose digits are the same whether the day or the month comes first. */
const START = '02022027';
const REVIEW = '05052027';

journey('12 goals, 36 actions and 20 steps take 25 minutes at the keyboard at most', { timeout: 400_000 }, async ({ t, page, go }) => {
  const hand = hands(page);
  const sums = [];
  const part = async (name, work) => {
    const before = hand.sum();
    await work();
    const after = hand.sum();
    const used = Object.fromEntries(Object.keys(after).map((key) => [key, after[key] - before[key]]));
    sums.push({ name, ...used });
    return used;
  };
  const enter = async (target) => {
    await hand.tabTo(target);
    await hand.press('Enter');
  };
  const fill = async (field, words) => {
    await hand.tabTo(field);
    await hand.type(words);
  };
  /** To another page by a few of its letters. */
  const jump = async (letters, stage) => {
    await hand.press('Control+k');
    const find = page.getByRole('combobox', { name: 'Find', exact: true });
    await focused(find, 'the field');
    await hand.type(letters);
    await page.getByRole('option', { selected: true }).filter({ hasText: stage }).waitFor();
    await hand.press('Enter');
    await arrived(page, stage);
  };

  await go();
  await part(STAGES[0], async () => {
    await enter(button(page, 'Start a new plan'));
    await arrived(page, STAGES[0]);
    await fill(textbox(page, 'Name of your business'), 'Miller Ovens');
    await fill(textbox(page, 'Name of this plan'), 'Autumn');
    await fill(textbox(page, 'What you sell'), 'Ovens and their repair');
    await fill(textbox(page, 'What starts the prospect sequence'), 'Asks for a price');
    await fill(textbox(page, 'What starts the customer sequence'), 'The oven is in');
    await hand.tabTo(checkbox(page, 'We have new tools'));
    await hand.press('Space');
  });
  await part(STAGES[1], async () => {
    await enter(button(page, 'Continue'));
    await arrived(page, STAGES[1]);
    await fill(textbox(page, 'As a prospect'), 'They feel that somebody listens to them, and that nobody hurries them.');
    await fill(textbox(page, 'As a customer'), 'They know whom to call, and are glad that they came to us.');
  });
  await part(STAGES[2], async () => {
    await enter(button(page, 'Continue'));
    await arrived(page, STAGES[2]);
    for (const goal of Object.values(GOALS).flat()) {
      await fill(textbox(page, 'Add a goal'), goal);
      await hand.press('Enter');
      await announcement(page, `Added: ${goal}`);
    }
    // What was added last stands first, and the same press is at hand for the next.
    for (const [side, key] of [['customers', 'Tab'], ['prospects', 'Shift+Tab']]) {
      const move = (goal) => button(page, `Move to ${side}: “${goal}”`);
      const goals = GOALS[side].toReversed();
      await hand.tabTo(move(goals[0]), key);
      for (const [at, goal] of goals.entries()) {
        await focused(move(goal), `the same button for ${goal}`);
        await hand.press('Enter');
        await move(goal).waitFor({ state: 'detached' });
        if (at + 1 === goals.length) await until(async () => !(await isFocused(page.locator('body'))), 'the focus is somewhere');
      }
    }
  });
  await part(STAGES[3], async () => {
    await jump('by…', STAGES[3]);
    // In the order in which they were sorted.
    const inOrder = Object.values(GOALS).flatMap((goals) => goals.toReversed());
    for (const goal of inOrder) {
      const field = textbox(region(page, goal), 'by');
      for (const action of ACTIONS) {
        await fill(field, action);
        await hand.press('Enter');
        await until(async () => (await field.inputValue()) === '', 'the action is taken');
      }
    }
    const measured = region(page, inOrder.at(-1));
    await hand.tabTo(fold(measured, 'Add a measure').last(), 'Shift+Tab');
    await hand.press('Enter');
    await fill(textbox(measured, 'What is counted'), 'calls about faults');
  });
  const route = await part(STAGES[4], async () => {
    await jump('map the', STAGES[4]);
    await fill(date(page, 'Start date'), START);
    for (const [audience, lines] of Object.entries(LINES)) {
      const name = `${audience[0].toUpperCase()}${audience.slice(1)} sequence`;
      const next = textbox(page.getByRole('table', { name, exact: true }), 'Type the next step');
      for (const [at, line] of lines.entries()) {
        await fill(next, line);
        await hand.press('Enter');
        await page.getByRole('row', { name: `${name.split(' ')[0]} step ${at + 1}`, exact: true }).waitFor();
      }
    }
  });
  await part(STAGES[5], async () => {
    await jump('prepare', STAGES[5]);
    for (const audience of ['Prospect', 'Customer']) {
      for (let number = 1; number <= 10; number += 1) {
        const step = group(page, `${audience} step ${number}`);
        const who = step.getByRole('combobox', { name: 'Who does it', exact: true });
        if ((await who.evaluate((node) => node.selectedOptions[0].textContent)) !== 'An assistant') {
          await fill(who, 'Myself');
        }
        await fill(textbox(step, 'Tools and resources'), 'desk, price list');
        await fill(textbox(step, 'The message, or notes for the call'), 'Ask first, listen, then say what comes next.');
        await hand.tabTo(checkbox(step, 'Ready to go'));
        await hand.press('Space');
      }
    }
  });
  await part(STAGES[6], async () => {
    await enter(button(page, 'Continue'));
    await arrived(page, STAGES[6]);
    await fill(textbox(page, 'Result so far'), 'two');
    await fill(date(page, 'Next review date'), REVIEW);
  });

  await saved(page);
  const [{ plan }] = await storedPlans(page);
  assert.equal(plan.goals.length, 12);
  assert.equal(plan.goals.flatMap((goal) => goal.actions).length, 36);
  for (const audience of ['Prospect', 'Customer']) {
    const rows = await dated(page, audience);
    assert.equal(rows.length, 10);
    assert.deepEqual(rows.filter((row) => !row.iso || !row.With), [], `every ${audience} step has a day and a channel`);
  }

  const all = hand.sum();
  const keysPerStep = route.pressed / 20;
  for (const { name, typed, pressed, minutes } of [...sums, { name: 'in all', ...all }]) {
    t.diagnostic(`${name.padEnd(18)} ${String(typed).padStart(5)} keys of text, ${String(pressed).padStart(4)} others, ${minutes.toFixed(1)} minutes`);
  }
  t.diagnostic(`${keysPerStep.toFixed(2)} keys a step beside its text, of at most ${MOST_KEYS_PER_STEP}`);
  assert.ok(keysPerStep <= MOST_KEYS_PER_STEP, `${keysPerStep} keys a step`);
  assert.ok(all.minutes <= MOST_MINUTES, `${all.minutes} minutes`);
});
