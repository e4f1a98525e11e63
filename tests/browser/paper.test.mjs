// What is printed: the plan with nothing empty; what was chosen, on as few sheets as a person would lay it out on, seen before
// as it is printed. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import { addImported, alsoPrint, button, checkbox, openExample, toPaper, until } from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey, pdfText } from './support.mjs';

const FORMATS = ['A4', 'Letter'];

const BRIEF = 'Brief, the plan on one sheet';
const SEQUENCES = 'Sequences, with boxes to tick';
const DONE_ON = 'Done on this day, next one due on that';
const MONTHS = 'Wall calendar, a sheet a month';
const YEAR = 'Wall calendar, a year on a sheet';
const CARDS = 'Call cards, with what to say';
const HANDOUTS = 'Handouts, a sheet for each person';
const LABELS = 'Address labels';

/** The pages of what would be printed, each in one line. */
async function pages(t, page, format, order) {
  const text = await pdfText(t, await page.pdf({ format }), order);
  return text.split('\f').slice(0, -1).map((page) => page.replaceAll(/\s+/g, ' '));
}

/** Without white space: a text that breaks across lines has another one. */
const squeezed = (text) => text.replaceAll(/\s+/g, '');

/** Has these pieces printed and no other. */
async function choose(page, ...names) {
  await toPaper(page);
  for (const name of names) await checkbox(page, name).check();
  const ticked = page.getByRole('main').getByRole('checkbox', { checked: true });
  const others = await ticked.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label')));
  for (const name of others) if (!names.includes(name)) await checkbox(page, name).uncheck();
}

/** Opens a plan made of a file on the page about paper. */
async function withPlan(page, go, parts) {
  const name = parts.name ?? `With ${parts.prospect ?? 3}`;
  await go('#/');
  await addImported(page, planFile({ customer: 0, goals: [], name, ...parts }), name);
}

/** How many sheets are seen. */
const seen = async (page) => Number(/(\d+) sheets?/.exec(await page.getByText(/^\d+ sheets?$/).textContent())[1]);

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

journey('the rest is printed when it is wanted, and from other pages the plan as before', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  const plain = (await pages(t, page, 'A4')).join(' ');
  assert.doesNotMatch(plain, /As a prospect|Cadence: how often|Goal By Step Date|____/);
  await alsoPrint(page, BRIEF, 'Cadence', 'From goals to dates', 'Blank lines for real dates');
  const all = (await pages(t, page, 'A4')).join(' ');
  for (const part of [/As a prospect/, /Cadence: how often/, /Goal By Step Date/, /____/]) assert.match(all, part);
  await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await page.getByRole('heading', { name: 'When it happens' }).waitFor();
  assert.equal((await pages(t, page, 'A4')).join(' '), plain);
  await until(async () => (await page.locator('#sheet *').count()) === 0, 'nothing is left of it');
});

journey('the page leads from step 7, says how many sheets there are, and shows them as they are printed', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/go');
  await page.getByRole('link', { name: 'Choose what to print', exact: true }).click();
  for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  await checkbox(page, 'Larger type').uncheck();
  for (const [format, value] of [['A4', ''], ['Letter', 'letter']]) {
    await page.getByRole('combobox', { name: 'Sheets', exact: true }).selectOption(value);
    const printed = await pages(t, page, format);
    await until(async () => (await seen(page)) === printed.length, `${printed.length} sheets are seen on ${format}`);
    printed.slice(0, -1).forEach((text, at) => assert.match(text, new RegExp(`Page ${at + 1} of ${printed.length} $`)));
    assert.doesNotMatch(printed.join(' '), /undefined|NaN|null/);
  }
});

journey('what is printed and the button for it are seen without scrolling', { profile: { viewport: { width: 1366, height: 768 } } }, async ({ page, go }) => {
  await go();
  await openExample(page);
  await toPaper(page);
  const print = await button(page, 'Print').last().boundingBox();
  assert.ok(print.y > 0 && print.y + print.height <= 768, `${print.y}`);
  const preview = await page.getByRole('group', { name: 'The sheets before they are printed' }).boundingBox();
  assert.ok(preview.y + 300 <= 768 && preview.width > 700, JSON.stringify(preview));
});

journey('the page about paper is usable by everybody, on a phone as on a screen', async ({ page, go }) => {
  await go();
  await openExample(page);
  await toPaper(page);
  await checkbox(page, MONTHS).check();
  for (const [width, colorScheme] of [[360, 'light'], [1440, 'dark']]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await axe(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
  }
});

journey('a plan without steps has its brief printed, and offers what it has', async ({ t, page, go }) => {
  await withPlan(page, go, { prospect: 0, statements: { prospect: 'They feel welcome.', customer: '' } });
  await toPaper(page);
  assert.equal(await checkbox(page, MONTHS).count(), 0);
  assert.equal(await checkbox(page, LABELS).count(), 0);
  for (const format of FORMATS) {
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, []);
    assert.match(only, /They feel welcome\./);
  }
});

journey('the brief is one page, with everything on it', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  await choose(page, BRIEF);
  for (const larger of [false, true]) {
    await checkbox(page, 'Larger type').setChecked(larger);
    for (const format of FORMATS) {
      const [only, ...more] = await pages(t, page, format);
      assert.deepEqual(more, [], format);
      for (const part of [/As a prospect/, /As a customer/, /by answering every enquiry/, /Target: /]) assert.match(only, part);
      if (!larger) assert.match(only, /Answer the enquiry.* keep the door .*Tell them .*evening of music/);
    }
  }
  await withPlan(page, go, { prospect: 60, customer: 40 });
  await choose(page, BRIEF);
  for (const format of FORMATS) {
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(only, /prospect task 60 .*customer task 40 /);
  }
});

journey('posters are one page for each sequence of the example', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  await choose(page, 'Posters');
  for (const format of FORMATS) {
    const [prospect, customer, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(prospect, /Before the first purchase .*Answer the enquiry.* They bought on/);
    assert.doesNotMatch(prospect, /Offer the care plan/);
    assert.match(customer, /From the first purchase on .*Offer the care plan/);
  }
});

journey('a poster is one page while its steps can be read on one', async ({ t, page, go }) => {
  for (const prospect of [12, 24, 45, 90]) {
    await withPlan(page, go, { prospect });
    await choose(page, 'Posters');
    for (const format of FORMATS) {
      const [only, ...more] = await pages(t, page, format);
      assert.deepEqual(more, [], `${prospect} on ${format}`);
      assert.match(only, new RegExp(`prospect task ${prospect}\\b`));
      assert.doesNotMatch(only, /1 of 2/);
    }
  }
});

journey('a longer poster goes on on a second page, which says so', async ({ t, page, go }) => {
  await withPlan(page, go, { prospect: 120 });
  await choose(page, 'Posters');
  for (const format of FORMATS) {
    const [first, second, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(first, /Before the first purchase .*1 of 2 .*prospect task 60\b/);
    assert.match(second, /Before the first purchase .*2 of 2 .*prospect task 120\b.* They bought on/);
    assert.doesNotMatch(second, /prospect task 60\b/);
  }
});

journey('what is said on a poster is at least 9 pt', async ({ page, go }) => {
  await withPlan(page, go, { prospect: 90 });
  await choose(page, 'Posters');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.locator('#sheet .poster__step *').evaluateAll((parts) => parts.map((part) => parseFloat(getComputedStyle(part).fontSize)));
  assert.ok(Math.min(...sizes) >= 12, `${Math.min(...sizes)} px`);
});

journey('a wall calendar has a page for each month with steps, each step once on its day', async ({ t, page, go }) => {
  const holidays = [{ date: '2026-11-26', name: 'Thanksgiving' }];
  for (const [prospect, months] of [[3, ['November 2026']], [60, ['November 2026', 'December 2026', 'January 2027', 'February 2027', 'March 2027', 'April 2027', 'May 2027']]]) {
    await withPlan(page, go, { prospect, holidays });
    await choose(page, MONTHS);
    for (const format of FORMATS) {
      const printed = await pages(t, page, format, '-raw');
      // Those of the days are short.
      const names = printed.map((text) => /(?:November|December|January|February|March|April|May) \d{4}/.exec(text)?.[0]);
      assert.deepEqual(names, months, format);
      assert.match(printed[0], /Monday Tuesday .*Sunday .*Thanksgiving/);
      const all = printed.join(' ');
      for (let number = 1; number <= prospect; number += 1) {
        assert.equal(all.split(new RegExp(`prospect task ${number}(?!\\d)`)).length, 2, `task ${number} stands there once`);
      }
    }
  }
});

journey('late steps stand on today, and many of them below the days', async ({ t, page, go }) => {
  const runs = { prospect: { start: '2026-08-03', marks: [] }, customer: {} };
  await withPlan(page, go, { prospect: 12, runs });
  await choose(page, MONTHS);
  const [only, ...more] = await pages(t, page, 'A4');
  assert.deepEqual(more, [], 'only the present month');
  assert.match(only, /November 2026 .*Mon 23 Nov 1 prospect task 1 · 2 prospect task 2 .*12 prospect task 12/);
});

journey('a year of the wall calendar is one sheet', async ({ t, page, go }) => {
  for (const prospect of [3, 60]) {
    await withPlan(page, go, { prospect });
    await choose(page, YEAR);
    for (const format of FORMATS) {
      const [only, ...more] = await pages(t, page, format);
      assert.deepEqual(more, [], `${prospect} on ${format}`);
      assert.match(only, /November 2026 to October 2027 .*Nov 26 Dec 26 .*Oct 27/);
      assert.match(only, new RegExp(`prospect task ${prospect}\\b`));
    }
  }
});

journey('four cards are on a page, two where there is much to say, and none is cut', async ({ t, page, go }) => {
  for (const [prospect, count] of [[3, 1], [60, 15]]) {
    await withPlan(page, go, { prospect });
    await choose(page, CARDS);
    for (const format of FORMATS) {
      const printed = (await pages(t, page, format, '-raw')).map(squeezed);
      assert.equal(printed.length, count, `${prospect} on ${format}`);
      for (let number = 1; number <= prospect; number += 1) {
        const words = squeezed(`What to say to the prospect in task ${number}, in a few plain words.`);
        assert.equal(printed.filter((text) => text.includes(words)).length, 1, `task ${number} is whole on one page`);
      }
      const notes = printed.map((text) => text.split('Notes').length - 1);
      assert.equal(notes.reduce((sum, one) => sum + one), prospect, 'room for notes on each');
    }
  }
  const long = planFile({ prospect: 4, customer: 0, goals: [], name: 'Long' });
  for (const step of long.plan.sequences.prospect.steps) step.notes = `${'Say this slowly and wait for an answer. '.repeat(22)}End of ${step.what}.`;
  await go('#/');
  await addImported(page, long, 'Long');
  await choose(page, CARDS);
  for (const format of FORMATS) {
    const printed = await pages(t, page, format);
    assert.equal(printed.length, 2, format);
    assert.match(printed[0], /End of prospect task 1\..*End of prospect task 2\./);
    assert.match(printed[1], /End of prospect task 3\..*End of prospect task 4\./);
  }
});

journey('a handout holds the steps of one person alone', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  await choose(page, HANDOUTS);
  const printed = await pages(t, page, 'A4');
  const his = printed.find((text) => /^ ?Fintan Daly/.test(text));
  assert.match(his, /Look at the piano.*In person.*Tune it once more/);
  assert.doesNotMatch(his, /Answer the enquiry/);
  assert.ok(!printed.some((text) => /^ ?Automation/.test(text)), 'a machine reads no paper');
  await page.getByRole('combobox', { name: 'Whose handout and list', exact: true }).selectOption({ label: 'Nora Keane' });
  for (const format of FORMATS) {
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(only, /^ ?Nora Keane .*Answer the enquiry/);
  }
});

journey('labels are for those to whom letters go, never for whoever opted out', async ({ t, page, go }) => {
  await go();
  await openExample(page);
  await choose(page, LABELS);
  const opted = await page.evaluate(() => fetch('example.json').then((it) => it.text()));
  for (const format of FORMATS) {
    await page.getByRole('combobox', { name: 'Sheets', exact: true }).selectOption({ label: format === 'A4' ? 'A4' : 'US Letter' });
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    assert.match(only, /Marguerite Vance .*Old Harbour/);
    const { roster } = JSON.parse(opted);
    for (const { name, optedOut } of roster?.contacts ?? []) if (optedOut) assert.ok(!only.includes(name), name);
  }
});

journey('for each day on which a step may be done it is said when the next one is due', async ({ t, page, go }) => {
  await withPlan(page, go, { prospect: 3, holidays: [{ date: '2026-11-26', name: 'Thanksgiving' }] });
  await choose(page, DONE_ON);
  for (const format of FORMATS) {
    const [only, ...more] = await pages(t, page, format);
    assert.deepEqual(more, [], format);
    const days = only.replace(/^.*?Prospect step 1: prospect task 1/, '');
    // Two working days later, but not on Thanksgiving.
    assert.match(days, /^ Done on Mon 23 Nov Tue 24 Nov Wed 25 Nov Fri 27 Nov Mon 30 Nov/);
    assert.match(days, /Step 2 is due Wed 25 Nov Fri 27 Nov Mon 30 Nov Tue 1 Dec Wed 2 Dec/);
    assert.doesNotMatch(days, /Step 4/);
  }
  await withPlan(page, go, { prospect: 60 });
  await choose(page, DONE_ON);
  const printed = await pages(t, page, 'A4');
  assert.ok(printed.length <= 3, `${printed.length} pages`);
});

journey('sequences take as few pages as they need, in larger type some more', async ({ t, page, go }) => {
  await withPlan(page, go, { prospect: 60 });
  await choose(page, SEQUENCES);
  const usual = await pages(t, page, 'A4');
  await checkbox(page, 'Larger type').check();
  const larger = await pages(t, page, 'A4');
  assert.ok(usual.length <= 5 && larger.length > usual.length && larger.length <= 8, `${usual.length}, ${larger.length} pages`);
  for (const all of [usual, larger]) {
    for (let number = 1; number <= 60; number += 1) {
      const words = squeezed(`What to say to the prospect in task ${number}, in a few plain words.`);
      assert.equal(all.filter((text) => squeezed(text).includes(words)).length, 1, `task ${number} is whole on one page`);
    }
  }
});
