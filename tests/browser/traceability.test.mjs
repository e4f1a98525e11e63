// From goal to date: the whole way on a page and on paper, and what hangs loose tied right there. It is Monday
// 23 November 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  alsoPrint,
  announcement,
  arrived,
  button,
  focused,
  group,
  isFocused,
  openExample,
  region,
  stepRow,
  textbox,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, pdfText } from './support.mjs';

const GOALS = [
  { id: 901, text: 'Trust', audience: 'prospect', benefit: 'contact', actions: [{ id: 911, text: 'a call' }] },
  { id: 902, text: 'A community', audience: 'customer', benefit: 'contact', actions: [] },
  { id: 903, text: 'A full house', benefit: 'business', actions: [] },
];
const STATEMENTS = { prospect: 'They feel welcome.', customer: '' };

/** A plan of which no step serves a goal, and much else hangs loose. */
async function onThread(page, go, { steps = 1 } = {}) {
  await go();
  await addImported(page, planFile({ goals: GOALS, statements: STATEMENTS, prospect: steps, customer: 0 }), 'From a file');
  await page.getByRole('link', { name: 'From goal to date', exact: true }).click();
  await arrived(page, 'From goal to date');
}

const action = (page, words) => page.getByRole('listitem').filter({ has: page.getByText(words, { exact: true }) }).last();
const sum = (page, words) => page.getByText(words).waitFor();

async function choose(page, step, words) {
  await group(page, step).getByRole('combobox', { name: 'Which action does it carry out?' }).selectOption({ label: words });
}

journey('a whole way leads from the destination to the dates, and nothing hangs loose in the example', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.getByRole('link', { name: 'From goal to date', exact: true }).click();
  await arrived(page, 'From goal to date');
  await sum(page, /^Nothing hangs loose/);
  const prospects = region(page, 'Prospects');
  await prospects.getByText('From the first word they feel that their piano matters').waitFor();
  await prospects.getByRole('heading', { name: 'Nobody waits for an answer' }).waitFor();
  const answering = action(page, 'by answering every enquiry with a name and a time to talk');
  await answering.getByText('Answer the enquiry and say when we will ring').waitFor();
  assert.match(await answering.innerText(), /\w{3} \d{1,2} \w{3} \d{4}/);
  assert.ok(await prospects.getByText(/^Happens on \w{3} \d/).count());
});

journey('what hangs loose at either end is told in words', async ({ page, go }) => {
  await onThread(page, go);
  await sum(page, /^6 loose ends/);
  await page.getByText('Show them all').click();
  for (const words of [
    'Customers have no destination yet',
    '“A full house” is not sorted yet',
    '“A full house” has no action yet',
    '“A community” has no action yet',
    '“by a call” has no step yet',
    'Prospect step 1 serves no goal',
  ]) {
    await button(page, words).waitFor();
  }
  await button(page, 'Prospect step 1 serves no goal').click();
  await focused(group(page, 'Prospect step 1').getByRole('combobox'), 'the choice of an action');
});

journey('a step that serves no goal is linked there, and one undo takes it back', async ({ page, go }) => {
  await onThread(page, go);
  await button(page, 'Link it: Prospect step 1').click();
  await announcement(page, 'Choose an action first.');
  await choose(page, 'Prospect step 1', 'Trust – by a call');
  await button(page, 'Link it: Prospect step 1').click();
  await announcement(page, 'Prospect step 1 now serves “Trust”. Undo takes it back.');
  await focused(action(page, 'by a call'), 'the action it carries out');
  await action(page, 'by a call').getByText('Mon 23 Nov 2026').waitFor();
  await page.getByText('Happens on Mon 23 Nov 2026', { exact: true }).waitFor();
  assert.equal(await page.getByText('Serves no goal', { exact: true }).count(), 0);
  await page.keyboard.press('Control+z');
  await page.getByText('Serves no goal', { exact: true }).waitFor();
  assert.ok(await isFocused(action(page, 'by a call')), 'the focus stays');
});

journey('an action without a step becomes one, and a goal is sorted, right there', async ({ page, go }) => {
  await onThread(page, go, { steps: 0 });
  await button(page, 'Add as a step: by a call').click();
  await announcement(page, 'Now a step: by a call. Undo takes it back.');
  await focused(action(page, 'by a call'), 'the action');
  await action(page, 'by a call').getByRole('link', { name: 'Prospect step 1' }).waitFor();
  await button(page, 'For customers: A full house').click();
  await announcement(page, 'A full house is now under customer');
  await region(page, 'Customers').getByRole('heading', { name: 'A full house' }).waitFor();
  await page.keyboard.press('Control+z');
  await region(page, 'Not sorted yet').getByRole('heading', { name: 'A full house' }).waitFor();
  await until(() => page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere');
});

journey('what is missing leads to the fields where it is filled in', async ({ page, go }) => {
  await onThread(page, go);
  await page.getByRole('link', { name: 'Say by what you reach it: A community' }).click();
  await page.getByRole('heading', { level: 1, name: 'By…' }).waitFor();
  await focused(textbox(region(page, 'A community'), 'by'), 'the field for an action');
  await go('#/plan/traceability');
  await page.getByRole('link', { name: 'Prospect step 1' }).click();
  await focused(textbox(stepRow(page, 'Prospect step 1'), 'What'), 'the step');
  await go('#/plan/traceability');
  await page.getByRole('link', { name: 'Describe it' }).click();
  await focused(textbox(page, 'As a customer'), 'the statement');
});

journey('with the keyboard alone a step is linked and the link undone', async ({ page, go }) => {
  await onThread(page, go);
  const tabTo = async (target) => {
    for (let stops = 0; stops < 60 && !(await isFocused(target)); stops += 1) await page.keyboard.press('Tab');
    assert.ok(await isFocused(target), `Tab leads to ${target}`);
  };
  await tabTo(group(page, 'Prospect step 1').getByRole('combobox'));
  await page.keyboard.type('Trust');
  await sum(page, /^6 loose ends/);
  await tabTo(button(page, 'Link it: Prospect step 1'));
  await page.keyboard.press('Enter');
  await sum(page, /^4 loose ends/);
  await page.keyboard.press('Control+z');
  await sum(page, /^6 loose ends/);
});

journey('the goals in step 4 and the steps in step 6 tell of each other', async ({ page, go }) => {
  await onThread(page, go);
  await choose(page, 'Prospect step 1', 'Trust – by a call');
  await button(page, 'Link it: Prospect step 1').click();
  await go('#/workshop/by');
  await region(page, 'Trust').getByText('Happens on Mon 23 Nov 2026', { exact: true }).waitFor();
  await go('#/workshop/prepare');
  await group(page, 'Prospect step 1').getByText('For: Trust', { exact: true }).waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  const profile = { viewport: { width: 360, height: 740 }, colorScheme, reducedMotion: 'reduce' };
  journey(`a plan with loose ends is accessible and fits a phone: ${colorScheme}`, { profile }, async ({ page, go }) => {
    await onThread(page, go);
    await page.getByText('Show them all').click();
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  });
}

journey('traceability is printed at the end, with what hangs loose', async ({ t, page, go }) => {
  await onThread(page, go);
  await go('#/plan');
  await alsoPrint(page, 'From goals to dates');
  const pages = (await pdfText(t, await page.pdf({ format: 'A4' }))).split('\f');
  const matrix = pages.filter((text) => /Goal\s+By\s+Step\s+Date/.test(text)).join(' ').replaceAll(/\s+/g, ' ');
  assert.match(matrix, /They feel welcome\./);
  assert.match(matrix, /Trust by a call No step yet/);
  assert.match(matrix, /Serves no goal 1\. prospect task 1 Mon 23 Nov 2026/);
  assert.match(matrix, /A community No action yet/);
  assert.match(matrix, /Not sorted yet A full house/);
});

journey('a long matrix repeats its header on each page', async ({ t, page, go }) => {
  await onThread(page, go, { steps: 80 });
  await go('#/plan');
  await alsoPrint(page, 'From goals to dates');
  const pages = (await pdfText(t, await page.pdf({ format: 'A4' }))).split('\f').slice(0, -1);
  const first = pages.findIndex((text) => /Goal\s+By\s+Step\s+Date/.test(text));
  assert.ok(first > 0 && pages.length - first > 1, `pages ${first} to ${pages.length}`);
  for (const text of pages.slice(first)) assert.match(text, /Goal\s+By\s+Step\s+Date/);
});
