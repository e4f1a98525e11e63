// Plans come in as files: looked at first, then put beside what is there, never over it.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  addImported,
  announcement,
  arrived,
  button,
  dates,
  exported,
  goTo,
  heading,
  importField,
  kept,
  openExample,
  reload,
  saved,
  startNewPlan,
  storedPlans,
  textbox,
  toStart,
} from './app.mjs';
import { asUpload, planFile } from './plan-file.mjs';
import { emptyFolder, journey } from './support.mjs';

const dialog = (page) => page.getByRole('dialog');

async function startOwn(page) {
  await startNewPlan(page);
  await textbox(page, 'Name of this plan').fill('My own');
  await saved(page);
}

/** Drops a file on the page, as from a folder. Says whether the page took it, rather than the browser. */
const drop = (page, text, name = 'plan.json') =>
  page.evaluate(
    ([text, name]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: 'application/json' }));
      const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      const target = document.querySelector('main');
      return [!target.dispatchEvent(event('dragover')), !target.dispatchEvent(event('drop'))];
    },
    [text, name],
  );

// --- Files that can be read ---

journey('a plan from a file is shown first and then stands beside what is there', async ({ page, go }) => {
  await go();
  await startOwn(page);
  const [own] = await storedPlans(page);
  await toStart(page);
  const before = await kept(page);

  await importField(page).setInputFiles(asUpload(planFile({ name: 'Sent by Ann' }), 'from-ann.json'));
  await dialog(page).getByRole('heading', { name: 'Import “Sent by Ann”?' }).waitFor();
  const facts = (await dialog(page).innerText()).replace(/\s+/g, ' ');
  for (const fact of ['A goal from a file', '3 steps', '2 steps', 'Mon 23 Nov 2026', 'from-ann.json']) {
    assert.ok(facts.includes(fact), `${fact} in ${facts}`);
  }
  await button(page, 'Cancel').click();
  await dialog(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await kept(page), before);

  await importField(page).setInputFiles(asUpload(planFile({ name: 'Sent by Ann' })));
  await button(page, 'Add this plan').click();
  await arrived(page, 'Sent by Ann');
  await announcement(page, 'Imported');
  const plans = await storedPlans(page);
  assert.deepEqual(plans.map(({ plan, state }) => [plan.name, state]).sort(), [
    ['My own', 'open'],
    ['Sent by Ann', 'open'],
  ]);
  assert.deepEqual(plans.find(({ plan }) => plan.name === 'My own'), own);
});

journey('a file dropped on any page is taken in', async ({ page, go }) => {
  await go();
  await startOwn(page);
  assert.deepEqual(await drop(page, JSON.stringify(planFile({ name: 'Dropped' }))), [true, true]);
  await button(page, 'Add this plan').click();
  await arrived(page, 'Dropped');
  await goTo(page, 'Go and measure');
  assert.equal((await dates(page, 'Prospect'))[0], '2026-11-23');
});

journey('a text dragged over the page is left to the browser', async ({ page, go }) => {
  await go();
  const taken = await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/plain', 'a word');
    const event = (type) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    return ['dragover', 'drop'].map((type) => !document.querySelector('main').dispatchEvent(event(type)));
  });
  assert.deepEqual(taken, [false, false]);
  assert.equal(await dialog(page).count(), 0);
});

journey('what is exported comes back the same, however often', async ({ page, go }) => {
  await go();
  await openExample(page);
  const first = await exported(page);
  await announcement(page, 'The people on the plan are not in it: the page “People” has them as a file of their own.');
  for (const round of [1, 2]) {
    await page.getByRole('link', { name: 'All plans', exact: true }).click();
    await arrived(page, 'All plans');
    await importField(page).setInputFiles(asUpload(first.text));
    await page.getByRole('heading', { name: `You have “${first.file.plan.name}” already` }).waitFor();
    await button(page, 'Add as a new plan').click();
    await arrived(page, first.file.plan.name);
    assert.equal((await exported(page)).text, first.text);
    assert.equal((await storedPlans(page)).length, 1 + round);
  }
});

journey('a file that an editor has marked as UTF-8 can be read', async ({ page, go }) => {
  await go();
  await addImported(page, `\ufeff${JSON.stringify(planFile({ name: 'Marked' }))}`, 'Marked');
});

journey('a file can change the steps but not the dates', async ({ page, go }) => {
  const file = { ...planFile(), schedule: { prospect: [{ number: 1, what: 'x', due: '1999-01-01' }], customer: [] } };
  await go();
  await addImported(page, file, 'From a file');
  await goTo(page, 'Go and measure');
  assert.deepEqual(await dates(page, 'Prospect'), ['2026-11-23', '2026-11-25', '2026-11-27']);
});

const HOSTILE = [
  '<img src=x onerror="document.title=\'broken\'">',
  '</script><script>document.title="broken"</script>',
  '“\u202eemordnilap\u202c” \u200b\ufeff',
  '{{constructor}} ${7*7} __proto__ \\u0000 %s %n',
  '👩‍👩‍👧‍👦'.repeat(10),
  'W'.repeat(200),
];

journey('whatever a file says is shown as text and nothing more', async ({ page, go }) => {
  const plan = planFile({ name: HOSTILE[0] });
  plan.plan.goals = HOSTILE.map((text, at) => ({ id: 900 + at, text, audience: 'prospect', benefit: 'contact', actions: [] }));
  plan.plan.sequences.prospect.steps.forEach((step, at) => (step.what = HOSTILE[at]));
  await page.setViewportSize({ width: 360, height: 740 });
  await go();
  await importField(page).setInputFiles(asUpload(plan, `${HOSTILE[0].replaceAll('/', '')}.json`));
  await dialog(page).getByRole('heading', { name: HOSTILE[0] }).waitFor();
  await button(page, 'Add this plan').click();
  await arrived(page, HOSTILE[0]);
  for (const stage of ['Goals', 'Map the route', 'Go and measure']) {
    await goTo(page, stage);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 360, `${stage} is ${width} px wide`);
  }
  assert.equal(await page.getByRole('main').locator('script, img').count(), 0);
  assert.doesNotMatch(await page.title(), /broken/);
});

// --- Files that cannot ---

const good = JSON.stringify(planFile());
const changed = (change) => {
  const file = planFile();
  change(file.plan, file);
  return file;
};

const BAD = {
  'a file with nothing in it': ['', 'This file is empty'],
  'a file of blanks': [' \n\t\r\n ', 'This file is empty'],
  'a file that is no JSON': ['{ name: "no quotes" }', 'line 1 cannot be read'],
  'a file that has been cut short': [good.slice(0, good.length / 2), 'ends too early'],
  'a file that lost its last character': [good.slice(0, -1), 'ends too early'],
  'a file with something after its end': [`${good} x`, 'cannot be read'],
  'some other JSON': ['{"name":"left-pad","version":"1.3.0"}', 'not a plan of Followthrough'],
  'a list': ['[1, 2, 3]', 'not a plan of Followthrough'],
  'a number': ['42', 'not a plan of Followthrough'],
  'a plan from a newer version': [{ ...planFile(), version: 99 }, 'newer Followthrough (format 99)'],
  'a plan of version 0': [{ ...planFile(), version: 0 }, '“version” in it is wrong'],
  'a picture': [Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), 'not text'],
  'a text in another encoding': [Buffer.from(`\ufeff${good}`, 'utf16le'), 'not text'],
  'JSON nested without end': ['['.repeat(100_000), 'cannot be read'],
  'a plan nested beyond measure': [
    `${good.slice(0, -2)},"deep":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    'cannot be read',
  ],
  'a plan without goals': [changed((plan) => delete plan.goals), 'missing field `goals`'],
  'a plan with a part nobody knows': [changed((plan) => (plan['<b>\u202e'] = 1)), 'unknown field'],
  'a plan with two things of one number': [changed((plan) => (plan.goals[0].id = plan.sequences.customer.steps[0].id)), 'is wrong'],
  'a plan with numbers beyond measure': [changed((plan) => (plan.goals[0].id = 4e9)), 'is wrong'],
  'a plan with too long a name': [changed((plan) => (plan.name = 'x'.repeat(201))), '“plan.name” in it is wrong'],
  'a plan with a week without work': [changed((plan) => (plan.workWeek = '1111111')), '“plan.workWeek” in it is wrong'],
  'a plan with a day that never was': [changed((plan) => (plan.review = '2027-02-29')), '“plan.review” in it is wrong'],
  'a plan with too many steps': [planFile({ prospect: 501 }), 'is wrong'],
  'a plan with a huge text': [changed((plan) => (plan.statements.prospect = '🥐'.repeat(400_000))), 'is wrong'],
};

/** The one sentence that says why, once the dialog is open. */
async function refusal(page) {
  await dialog(page).getByRole('heading', { name: 'This file was not imported' }).waitFor();
  const [why, nothing, ...more] = await dialog(page).getByRole('paragraph').allInnerTexts();
  assert.equal(nothing, 'Nothing was changed.');
  assert.deepEqual(more, []);
  assert.match(why, /^This file .*[.]$/);
  assert.ok(why.length < 400, why);
  assert.doesNotMatch(why, /[\u0000-\u001f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/, 'nothing is hidden in it');
  return why;
}

async function assertRefused(page, act, sentence) {
  const before = await kept(page);
  await act();
  const why = await refusal(page);
  assert.ok(why.includes(sentence), `“${sentence}” in “${why}”`);
  await button(page, 'Close').click();
  await dialog(page).waitFor({ state: 'hidden' });
  assert.deepEqual(await kept(page), before);
}

journey('every file that is no plan is refused in a sentence, and nothing changes', async ({ page, go }) => {
  await go();
  await startOwn(page);
  await page.getByRole('link', { name: 'All plans', exact: true }).click();
  await arrived(page, 'All plans');
  for (const [name, [content, sentence]] of Object.entries(BAD)) {
    const choose = () => importField(page).setInputFiles(asUpload(content));
    await assertRefused(page, choose, sentence).catch((cause) => assert.fail(`${name}: ${cause.message}`));
  }
  await button(page, 'Open My own').waitFor();
  await reload(page);
  await button(page, 'Open My own').waitFor();
});

journey('a file of 50 MB is refused without being read', async ({ t, page, go }) => {
  const file = join(await emptyFolder(t), 'large.json');
  await writeFile(file, `"${'x'.repeat(50 * 1024 * 1024)}"`);
  await go();
  await startOwn(page);
  await toStart(page);
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => assert.fail('it is read');
  });
  await assertRefused(page, () => importField(page).setInputFiles(file), 'larger than 5 MB');
});

journey('a file that cannot be read any more is refused', async ({ page, go }) => {
  await go();
  await page.evaluate(() => {
    File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  });
  await importField(page).setInputFiles(asUpload(good));
  await dialog(page).getByText('could not read this file').waitFor();
});

journey('a bad file dropped on a page leaves what is typed there alone', async ({ page, go }) => {
  await go();
  await startOwn(page);
  await assertRefused(page, () => drop(page, '{'), 'ends too early');
  assert.equal(await textbox(page, 'Name of this plan').inputValue(), 'My own');
  await heading(page, 'Fresh start').waitFor();
});

journey('the same bad file can be chosen again once it is mended', async ({ page, go }) => {
  await go();
  await importField(page).setInputFiles(asUpload('{', 'same.json'));
  await refusal(page);
  await button(page, 'Close').click();
  await importField(page).setInputFiles(asUpload(good, 'same.json'));
  await button(page, 'Add this plan').click();
  await arrived(page, 'From a file');
});
