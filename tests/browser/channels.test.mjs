// What is at stake decides which channel suits, and what one contact gets to feel is a cadence. It is Monday 23 November
// 2026.

import assert from 'node:assert/strict';
import {
  addImported,
  alsoPrint,
  announcement,
  arrived,
  button,
  focused,
  fold,
  group,
  heading,
  startNewPlan,
  stepRow,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, pdfText } from './support.mjs';

const table = (page, name) => page.getByRole('table', { name, exact: true });

/** A table, row by row, each cell by its column. */
const facts = (page, name) =>
  table(page, name).evaluate((node) => {
    const titles = [...node.tHead.rows[0].cells].map((cell) => cell.innerText.trim());
    return [...node.tBodies[0].rows].map((row) =>
      Object.fromEntries([...row.cells].map((cell, at) => [titles[at], cell.innerText.trim()])),
    );
  });

const RANKING = 'The six channels, the most suitable first';
const ranked = async (page) =>
  Object.fromEntries((await facts(page, RANKING)).map((row) => [row.Channel.split('\n')[0], row]));
const suits = async (page, channel) => (await ranked(page))[channel]['Suits?'].replace(/^\W+/, '');

/** Goes to a page beside the workshop and waits for it. */
async function visit(page, slug, name) {
  await page.evaluate((hash) => (location.hash = hash), `#/plan/${slug}`);
  await arrived(page, name);
}

/** Touchpoints of a prospect so many exact days after the start, each by a channel. */
const contacts = (...steps) => ({
  sequences: {
    prospect: {
      trigger: '',
      steps: steps.map(([days, channel], at) => ({
        id: at + 2,
        what: `Contact ${at + 1}`,
        delay: { count: days, unit: 'exact-days', from: 'start' },
        channel,
        who: 'myself',
        readiness: 'ready',
      })),
    },
    customer: { trigger: '', steps: [] },
  },
});

async function onCadence(page, go, parts) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await visit(page, 'cadence', 'Cadence');
}

journey('a visit suits a large deal and is too dear for a small one', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'channels', 'Channels');
  await textbox(page, 'Typical value of a deal').fill('10');
  await textbox(page, 'Of 100 contacts buy').fill('20');
  await textbox(page, 'New contacts a month').fill('20');
  await until(async () => (await suits(page, 'In person')) === 'Too dear', 'a visit is too dear');
  assert.equal(await suits(page, 'E-mail'), 'Worth it');
  assert.match((await ranked(page))['E-mail'].How, /^Automatic/);
  assert.deepEqual(await axe(page), []);

  await textbox(page, 'Typical value of a deal').fill('100000');
  await until(async () => (await suits(page, 'In person')) === 'Worth it', 'a visit suits');
  assert.equal((await facts(page, RANKING))[0].Channel.split('\n')[0], 'In person');
  assert.match((await ranked(page))['E-mail'].How, /^Personal/);
  await page.getByText(/^With each contact \S*20,000 is at stake on average/).waitFor();
});

journey('nothing is worth it before there is something to weigh, and the chance is asked for', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'channels', 'Channels');
  const all = async () => new Set(Object.values(await ranked(page)).map((row) => row['Suits?']));
  assert.deepEqual(await all(), new Set(['Not weighed yet']));
  await textbox(page, 'Typical value of a deal').fill('4800');
  await page.getByText('How many of 100 contacts buy? Write that down too').waitFor();
  assert.deepEqual(await all(), new Set(['Not weighed yet']), 'no deal is certain');
  await textbox(page, 'Of 100 contacts buy').fill('40');
  await until(async () => (await suits(page, 'Phone')) === 'Worth it', 'a call is weighed');
});

journey('on a phone the limits are folded', { profile: { viewport: { width: 360, height: 740 } } }, async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'channels', 'Channels');
  const limit = textbox(page, 'Phone: days at least');
  assert.equal(await limit.isVisible(), false);
  await unfold(page, 'Minutes, money and days of each channel');
  await limit.waitFor();
});

journey('what cannot be is said in a sentence, and the plan keeps what it had', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'channels', 'Channels');
  const wrong = async (name, value, words) => {
    await textbox(page, name).fill(value);
    await page.getByText(words).waitFor();
  };
  await wrong('Of 100 contacts buy', '120', 'a whole number from 1 to 100');
  await wrong('Typical value of a deal', 'a lot', 'Write a plain amount');
  await wrong('Phone: days at least', '30', 'above the 21 days at most');
  await wrong('Phone: attention', '7', 'up to 5 for never missed');
  assert.deepEqual(await axe(page), []);
  await page.reload();
  await heading(page, 'Channels').waitFor();
  assert.equal(await textbox(page, 'Phone: days at least').inputValue(), '7');
});

journey('the channels of a kind of business come by one press and go by one undo', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'channels', 'Channels');
  const mail = textbox(page, 'E-mail: days at least');
  const is = (value) => until(async () => (await mail.inputValue()) === value, `e-mail may come after ${value} days`);
  await is('2');
  const kind = group(page, 'Starting points').getByRole('button', { name: 'Everyday products', exact: true });
  await kind.focus();
  await page.keyboard.press('Enter');
  await announcement(page, 'Channels set as for “Everyday products”');
  await is('1');
  assert.equal(await kind.getAttribute('aria-pressed'), 'true');
  await page.keyboard.press('Control+z');
  await is('2');
  await mail.fill('5');
  await page.getByText('In use: numbers of your own.').waitFor();
  await button(page, 'Back to usual: E-mail').press('Enter');
  await is('2');
});

journey('the chart has a name, and tables tell the same', async ({ page, go }) => {
  await onCadence(page, go, contacts([0, 'phone'], [4, 'phone'], [42, 'phone']));
  const name = /^One prospect: 3 touchpoints from 23 Nov 2026 to 4 Jan 2027\. 1 time too much, 1 gap too long\.$/;
  await page.getByRole('img', { name }).waitFor();
  await unfold(page, 'The same as tables');
  const weeks = await facts(page, 'One prospect: touchpoints in order of time');
  assert.deepEqual(
    weeks.map((week) => [week.When, week.Touchpoints, week.By, week['To consider']]),
    [
      ['Week 1', '2', 'Phone 2', 'Too much'],
      ['Weeks 2 to 6', '0', 'None', 'A gap too long'],
      ['Week 7', '1', 'Phone 1', ''],
    ],
  );
  const bands = await facts(page, 'One prospect: each channel within its limits');
  assert.deepEqual(
    bands.map((band) => [band.Channel, band['Days at least between two']]),
    [['Phone', '7 days; nearest 4 days: too soon']],
  );
  assert.equal(bands[0]['Days at most until the next of any kind'], '21 days; longest 38 days: too long');
  assert.deepEqual(await axe(page), []);
});

journey('by keyboard alone from what is too much to the step that is meant', async ({ page, go }) => {
  await onCadence(page, go, contacts([0, 'phone'], [4, 'phone'], [42, 'phone']));
  await page.getByText('Call again after 4 days. Leave at least 7 days between two.').waitFor();
  const link = page.getByRole('link', { name: 'Prospect step 2', exact: true });
  await until(async () => {
    await page.keyboard.press('Tab');
    return link.evaluate((node) => node === document.activeElement);
  }, 'the focus is on the link');
  await page.keyboard.press('Enter');
  await heading(page, 'Map the route').waitFor();
  const what = stepRow(page, 'Prospect step 2').getByRole('textbox', { name: 'What', exact: true });
  await focused(what, 'what happens in step 2');
});

journey('a plan of years stays legible', async ({ page, go }) => {
  const monthly = Array.from({ length: 33 }, (_, at) => [at * 30, 'e-mail']);
  await onCadence(page, go, contacts(...monthly));
  await unfold(page, 'The same as tables');
  const rows = await facts(page, 'One prospect: touchpoints in order of time');
  assert.ok(rows.length <= 26, `${rows.length} rows`);
  assert.equal(rows.reduce((sum, row) => sum + Number(row.Touchpoints), 0), 33);
  const { width, clientWidth } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
  }));
  assert.equal(width, clientWidth);
});

journey('without steps the way leads to the route', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await visit(page, 'cadence', 'Cadence');
  await page.getByText('There are no steps yet.').waitFor();
  assert.equal(await fold(page, 'The same as tables').count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.getByRole('main').getByRole('link', { name: 'Map the route', exact: true }).click();
  await arrived(page, 'Map the route');
});

journey('the printed plan holds the cadence', async ({ t, page, go }) => {
  await onCadence(page, go, contacts([0, 'phone'], [4, 'phone'], [42, 'phone']));
  await go('#/plan');
  await alsoPrint(page, 'Cadence');
  const text = (await pdfText(t, await page.pdf({ format: 'A4' }))).replace(/\s+/g, ' ');
  assert.match(text, /Cadence: how often one contact hears from you/);
  assert.match(text, /One prospect 3 touchpoints from 23 Nov 2026 to 4 Jan 2027/);
  assert.match(text, /Prospect step 2\. Fri 27 Nov 2026: Call again after 4 days/);
  assert.match(text, /Prospect step 3\. Nothing is heard for 38 days/);
});
