// What is printed: what was planned and nothing empty; more when it is wanted; one sequence as a poster. It is Monday
// 23 November 2026.

import assert from 'node:assert/strict';
import { addImported, alsoPrint, button, openExample, until } from './app.mjs';
import { planFile } from './plan-file.mjs';
import { journey, pdfText } from './support.mjs';

const FORMATS = ['A4', 'Letter'];

/** The pages of what would be printed, each in one line. */
async function pages(t, page, format) {
  const text = await pdfText(t, await page.pdf({ format }));
  return text.split('\f').slice(0, -1).map((page) => page.replaceAll(/\s+/g, ' '));
}

/** The pages of a poster: the press prepares it, the browser prints it. */
async function poster(t, page, format, audience) {
  await page.evaluate(() => (window.print = () => {}));
  await button(page, `Print a poster for ${audience}`).click();
  return pages(t, page, format);
}

journey('three steps are printed on one page, and nothing empty', async ({ t, page, go }) => {
  await go();
  await addImported(page, planFile({ prospect: 3, customer: 0, goals: [] }), 'From a file');
  for (const format of FORMATS) {
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(only, /prospect task 1 .*prospect task 3/);
    assert.match(only, /Done Step What When Due Who With/);
    assert.doesNotMatch(only, /Customer|No steps yet|Serves no goal|Cadence|Goals/);
  }
  assert.equal(await page.getByRole('button', { name: 'Print a poster for customers' }).count(), 0);
});

journey('columns that would be empty are left out', async ({ t, page, go }) => {
  const step = (id) => ({ id, what: `Task ${id}`, delay: { count: 1, unit: 'weeks', from: 'previous-step' }, readiness: 'to-prepare' });
  const sequences = { prospect: { trigger: '', steps: [step(2), step(3)] }, customer: { trigger: '', steps: [] } };
  await go();
  await addImported(page, planFile({ sequences, goals: [] }), 'From a file');
  const [only] = await pages(t, page, 'A4');
  assert.match(only, /Done Step What When Due 1 Task 2/);
});

journey('a step that is done is printed ticked, with its day', async ({ page, go }) => {
  await go();
  await addImported(page, planFile(), 'From a file');
  await button(page, 'Done: step 1, prospect task 1').click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const [first] = await page.locator('#sheet .sheet__sequence tbody tr').allTextContents();
  assert.match(first, /Done – Mon 23 Nov 2026/);
  assert.deepEqual(
    await page.locator('#sheet .sheet__tick').evaluateAll((ticks) => ticks.map((tick) => tick.className.includes('--done'))),
    [true, false, false, false, false],
  );
});

journey('the rest is printed when it is wanted', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  const plain = (await pages(t, page, 'A4')).join(' ');
  assert.doesNotMatch(plain, /As a prospect|Cadence: how often|Goal By Step Date|____/);
  await alsoPrint(page, 'Cover', 'Cadence', 'From goals to dates', 'Blank lines for real dates');
  const all = (await pages(t, page, 'A4')).join(' ');
  for (const part of [/As a prospect/, /Cadence: how often/, /Goal By Step Date/, /____/]) assert.match(all, part);
});

journey('a poster is one page for each sequence of the example, and then the plan is printed again', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  for (const format of FORMATS) {
    const [prospect, ...more] = await poster(t, page, format, 'prospects');
    assert.deepEqual(more, [], format);
    assert.match(prospect, /Before the first purchase .*Answer the enquiry.* They bought on/);
    assert.doesNotMatch(prospect, /Offer the care plan/);
    const [customer, ...rest] = await poster(t, page, format, 'customers');
    assert.deepEqual(rest, [], format);
    assert.match(customer, /From the first purchase on .*Offer the care plan/);
  }
  const plan = (await pages(t, page, 'A4')).join(' ');
  assert.match(plan, /Answer the.*Offer the care/);
});

journey('a poster is one page while its steps can be read on one', async ({ t, page, go }) => {
  for (const prospect of [12, 24, 45, 90]) {
    await go('#/');
    await addImported(page, planFile({ name: `With ${prospect}`, prospect }), `With ${prospect}`);
    for (const format of FORMATS) {
      const [only, ...more] = await poster(t, page, format, 'prospects');
      assert.deepEqual(more, [], `${prospect} on ${format}`);
      assert.match(only, new RegExp(`prospect task ${prospect}\\b`));
      assert.doesNotMatch(only, /1 of 2/);
    }
  }
  await until(async () => (await page.locator('#sheet *').count()) === 0, 'nothing is left of it');
});

journey('a longer poster goes on on a second page, which says so', async ({ t, page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'With 120', prospect: 120 }), 'With 120');
  for (const format of FORMATS) {
    const [first, second, ...more] = await poster(t, page, format, 'prospects');
    assert.deepEqual(more, [], format);
    assert.match(first, /Before the first purchase .*1 of 2 .*prospect task 60\b/);
    assert.match(second, /Before the first purchase .*2 of 2 .*prospect task 120\b.* They bought on/);
    assert.doesNotMatch(second, /prospect task 60\b/);
  }
});

journey('what is said on a poster is at least 9 pt', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ name: 'With 90', prospect: 90 }), 'With 90');
  await page.evaluate(() => (window.print = () => {}));
  await button(page, 'Print a poster for prospects').click();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.locator('.poster__step *').evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
  assert.ok(Math.min(...sizes) >= 12, `${Math.min(...sizes)} px`);
});
