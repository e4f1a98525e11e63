// Rows of a sequence go over the real clipboard: to the same plan, to another, to the list of the start page, and to a
// spreadsheet and back. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  checkbox,
  dated,
  goTo,
  saved,
  stepRow,
  storedPlans,
  textbox,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

const clipboard = { profile: { permissions: ['clipboard-read', 'clipboard-write'] } };

const wait = (count, unit, from = 'previous-step') => ({ count, unit, from });
const STEPS = [
  {
    id: 1,
    what: 'Call: what broke, and since when?',
    delay: wait(0, 'working-days', 'start'),
    attempts: { count: 3, gap: 2 },
    channel: 'phone',
    who: { person: 90 },
    tools: 'enquiry sheet',
    notes: 'Listen first.',
    readiness: 'ready',
  },
  {
    id: 2,
    what: 'Write instead, with three times to choose from',
    delay: wait(1, 'working-days'),
    onlyAfter: { step: 1, outcome: 'not-reached' },
    channel: 'e-mail',
    who: 'assistant',
    readiness: 'to-prepare',
  },
  { id: 3, what: 'Offer', delay: wait(2, 'weeks', { step: 1 }), channel: 'letter', who: 'myself', readiness: 'ready' },
];

const file = (name, steps) => ({
  ...planFile({
    name,
    sequences: { prospect: { trigger: '', steps }, customer: { trigger: '', steps: [] } },
    people: steps.length > 1 ? [{ id: 90, name: 'Ann Miller' }] : [],
    goals: [],
  }),
  version: 3,
});

const row = (page, number) => stepRow(page, `Prospect step ${number}`);
const what = (page, number) => textbox(row(page, number), 'What');
const next = (page) => textbox(page.getByRole('table', { name: 'Prospect sequence' }), 'Type the next step');
const told = async (page) =>
  (await dated(page, 'Prospect')).map(({ What, When, Due, Who, With }) => [What, When, Due, Who, With.split(':')[0]].join(' | '));
/** Days depend on the tries, which cells do not say. */
const withoutDay = (row) => row.split(' | ').filter((_, at) => at !== 2);
// Cells say nothing of further tries, so there is no last one to count from.
const asTyped = (row) => withoutDay(row).map((cell) => cell.replace('the last try of step', 'step'));

async function opened(page, name, steps) {
  await addImported(page, file(name, steps), name);
  await goTo(page, 'Map the route');
}

/** Copies all rows of a plan that has the steps. */
async function copied(page, go) {
  await go();
  await opened(page, 'One', STEPS);
  const rows = await told(page);
  await checkbox(row(page, 1), 'Select step 1').check();
  for (const _ of [2, 3]) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  await announcement(page, '3 steps copied.');
  return { rows, text: await page.evaluate(() => navigator.clipboard.readText()) };
}

/** The steps of a plan as they are stored, with what they depend on as a place among them. */
async function stepsOf(page, name) {
  await saved(page);
  const { plan } = (await storedPlans(page)).find((stored) => stored.plan.name === name);
  const { steps } = plan.sequences.prospect;
  const at = (id) => steps.findIndex((step) => step.id === id);
  return steps.map(({ id, delay, onlyAfter, who, ...rest }) => ({
    ...rest,
    delay: delay.from?.step ? { ...delay, from: at(delay.from.step) - at(id) } : delay,
    onlyAfter: onlyAfter && { ...onlyAfter, step: at(onlyAfter.step) - at(id) },
    who: who?.person ? plan.people.find((person) => person.id === who.person).name : who,
  }));
}

journey('rows come back as they were, in their own plan and in another', clipboard, async ({ page, go }) => {
  await copied(page, go);
  const before = await stepsOf(page, 'One');
  await what(page, 3).focus();
  await page.keyboard.press('Control+v');
  await announcement(page, '3 steps added.');
  assert.deepEqual(await stepsOf(page, 'One'), [...before, ...before]);

  await toStart(page);
  await opened(page, 'Two', [{ ...STEPS[2], id: 7, delay: wait(0, 'working-days', 'start') }]);
  const [own] = await stepsOf(page, 'Two');
  await what(page, 1).focus();
  await page.keyboard.press('Control+v');
  await announcement(page, '3 steps added.');
  assert.deepEqual(await stepsOf(page, 'Two'), [own, ...before]);
  await button(page, 'Undo').click();
  await until(async () => (await told(page)).length === 1, 'one undo takes them back');
});

journey('a spreadsheet gets a clean table, and gives it back in any order of its columns', clipboard, async ({ page, go }) => {
  const { rows, text } = await copied(page, go);
  assert.equal(
    text,
    [
      'Step\tWhat\tWhen\tDue\tWho\tWith\tOnly if',
      '1\tCall: what broke, and since when?\ton the start date\tMon 23 Nov 2026\tAnn Miller\tPhone: enquiry sheet\t',
      '2\tWrite instead, with three times to choose from\t1 working day after the last try of step 1\tMon 30 Nov 2026\tAn assistant\tE-mail\tnobody is reached in step 1',
      '3\tOffer\t2 weeks after step 1\tMon 7 Dec 2026\tMyself\tLetter or parcel\t',
    ].join('\n'),
  );
  const order = [3, 6, 5, 1, 4, 2, 0];
  const turned = text.split('\n').map((line) => order.map((at) => line.split('\t')[at]).join('\t'));
  await page.evaluate((text) => navigator.clipboard.writeText(text), turned.join('\n'));
  await toStart(page);
  await opened(page, 'Two', []);
  await next(page).focus();
  await page.keyboard.press('Control+v');
  await announcement(page, '3 steps added.');
  assert.deepEqual((await told(page)).map(withoutDay), rows.map(asTyped));
  await row(page, 2).getByText('only if nobody is reached in step 1').waitFor();
});

journey('rows become the lines of the start page, and a plan', clipboard, async ({ page, go }) => {
  const { rows } = await copied(page, go);
  await toStart(page);
  await textbox(page, 'What you do after somebody gets in touch').click();
  await page.keyboard.press('Control+v');
  await page.getByRole('list', { name: 'What it comes to' }).getByRole('listitem').nth(2).waitFor();
  await button(page, 'Make it a plan').click();
  await page.waitForURL(/#\/plan$/);
  await goTo(page, 'Map the route');
  assert.deepEqual((await told(page)).map(withoutDay), rows.map(asTyped));
});
