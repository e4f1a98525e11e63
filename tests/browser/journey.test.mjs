// The whole way, from an empty profile to two dated sequences in a file and on paper, and back again the next day.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { promisify } from 'node:util';
import {
  ADDRESSES,
  STAGES,
  addImported,
  alsoPrint,
  arrived,
  button,
  dated,
  dates,
  exported,
  fieldValues,
  goTo,
  openParts,
  reload,
  saved,
  titled,
  unfold,
} from './app.mjs';
import { ALL_STEPS, DUE, FILL, PLAN, STEPS, fillAll, numberInWords } from './bicycles.mjs';
import { inWords } from './calendar.mjs';
import { planFile } from './plan-file.mjs';
import { emptyFolder, journey, launchWithProfile, open, pdfText, site, stopClock } from './support.mjs';

journey('seven steps lead from an empty page to two dated tables and a file', async ({ page, go }) => {
  await go();
  await fillAll(page);
  const { name, file } = await exported(page);
  assert.equal(name, 'followthrough-spring-follow-up-2026-11-23.json');

  for (const audience of ['Prospect', 'Customer']) {
    const rows = await dated(page, audience);
    const expected = STEPS[audience].map(({ what, wait = 0, unit = 'working days', from, who, channel }, at) => ({
      Step: String(at + 1),
      What: what,
      When:
        wait === 0
          ? 'on the start date'
          : `${numberInWords(wait, unit)} ${from ?? `after step ${at}`}`,
      Due: inWords(DUE[audience][at]),
      Who: who,
      With: `${channel}: tools ${audience.toLowerCase()} ${at + 1}`,
      Planned: inWords(DUE[audience][at]),
      Done: 'DoneOther day',
      iso: DUE[audience][at],
    }));
    assert.deepEqual(rows, expected);

    const schedule = file.schedule[audience.toLowerCase()];
    assert.deepEqual(
      schedule.map(({ number, what, due }) => [String(number), what, due]),
      rows.map(({ Step, What, iso }) => [Step, What, iso]),
    );
  }
  assert.equal(file.plan.statements.prospect, PLAN.statements.prospect);
  assert.deepEqual(file.plan.goals.map((goal) => goal.text).sort(), [...PLAN.ideas, PLAN.ownGoal].sort());

  await button(page, 'Continue').click();
  await arrived(page, PLAN.name);
  await page.getByText('7 of 7 complete').waitFor();
});

journey('a reload at any step loses nothing, not even what was typed a moment ago', async ({ page, go }) => {
  await go();
  await fillAll(page, async (stage) => {
    const before = await fieldValues(page);
    await reload(page);
    await page.getByRole('heading', { level: 1, name: stage, exact: true }).waitFor();
    // What is folded has no fields yet.
    if (stage === 'Map the route') {
      await unfold(page, 'Working days:');
      await openParts(page);
    }
    assert.deepEqual(await fieldValues(page), before, stage);
  });
  assert.deepEqual(await dates(page, 'Prospect'), DUE.Prospect);
  assert.deepEqual(await dates(page, 'Customer'), DUE.Customer);
});

journey('each step has an address of its own', async ({ page, go }) => {
  await go();
  await button(page, 'Start a new plan').click();
  await arrived(page, 'Fresh start');
  await saved(page);
  for (const [at, stage] of STAGES.entries()) {
    await go(ADDRESSES[at]);
    await page.getByRole('heading', { level: 1, name: stage, exact: true }).waitFor();
    const here = page.getByLabel('The seven steps', { exact: true }).locator('[aria-current=step]');
    await here.getByText(stage).waitFor();
    await titled(page, `Step ${at + 1} of 7`);
  }
});

test('the browser is closed and opened again, and everything is there', { timeout: 180_000 }, async (t) => {
  const [folder, server] = await Promise.all([emptyFolder(t), site()]);
  t.after(server.close);
  const visit = async (body) => {
    const context = await launchWithProfile(folder);
    await stopClock(context);
    const [page] = context.pages();
    await open(page, server.url);
    await body(page);
    await context.close();
  };
  let file;
  await visit(async (page) => {
    await fillAll(page);
    ({ file } = await exported(page));
  });
  await visit(async (page) => {
    await page.getByRole('link', { name: `Go on with “${PLAN.name}”` }).click();
    await arrived(page, PLAN.name);
    await goTo(page, 'Go and measure');
    assert.deepEqual(await dates(page, 'Prospect'), DUE.Prospect);
    assert.deepEqual((await exported(page)).file, file);
  });
});

// --- Paper ---

const PAPERS = { A4: /\(A4\)$/, Letter: /\(letter\)$/ };
const HEADER = /Done\s+Step\s+What\s+When\s+Due\s+Who\s+With/;
const CONTROLS = [
  'All plans',
  'Add',
  'Back',
  'Continue',
  'Copy',
  'Export JSON',
  'Print',
  'Redo',
  'Remove',
  'Saved',
  'Skip to the content',
  'Undo',
];

/** A PDF: its size, its text as laid out and in reading order, page by page. */
async function read(t, bytes) {
  const file = join(await emptyFolder(t), 'print.pdf');
  await writeFile(file, bytes);
  const run = async (...command) => (await promisify(execFile)(command[0], command.slice(1))).stdout;
  const pages = (text) => text.split('\f').slice(0, -1);
  return {
    size: /Page size:\s+(.*)/.exec(await run('pdfinfo', file))[1].trim(),
    pages: pages(await pdfText(t, bytes)),
    inOrder: pages(await run('pdftotext', '-raw', file, '-')).map(squeezed),
  };
}

/** Without white space, as a text that breaks across lines has another one. */
const squeezed = (text) => text.replace(/\s+/g, '');

function assertPaper({ pages, size, inOrder }, format, first = 0) {
  assert.match(size, PAPERS[format]);
  pages.forEach((page, at) => assert.match(page, new RegExp(`Page ${at + 1} of ${pages.length}\\s*$`)));
  const text = pages.join('\n');
  for (const word of CONTROLS) assert.doesNotMatch(text, new RegExp(`(?<!\\w)${word}(?!\\w)`), word);
  const cadence = pages.findIndex((page) => page.includes('Cadence: how often one contact hears from you'));
  const sequences = pages.slice(first, cadence < 0 ? undefined : cadence);
  sequences.forEach((page, at) => assert.match(page, HEADER, `the header row on page ${at + first + 1}`));
  assert.doesNotMatch(inOrder.join(''), /undefined|NaN|null/);
}

journey('the printed plan holds every step with its date, on A4 and on Letter', async ({ t, page, go }) => {
  await go();
  await fillAll(page);
  await alsoPrint(page, 'Brief, the plan on one sheet', 'Cadence');
  for (const format of Object.keys(PAPERS)) {
    const print = await read(t, await page.pdf({ format }));
    assertPaper(print, format, 1);
    const all = print.inOrder.join('');
    const last = squeezed(ALL_STEPS.at(-1).what);
    assert.ok(all.indexOf('Cadence:howoften') > all.indexOf(last), 'the cadence follows the sequences');
    const [cover] = print.inOrder;
    const { metric, target, by, result } = PLAN.measure;
    const facts = [
      PLAN.name,
      PLAN.business,
      ...Object.values(PLAN.statements),
      ...PLAN.ideas,
      PLAN.ownGoal,
      ...Object.values(PLAN.actions).flat().map((action) => `by ${action}`),
      `Measure: ${metric}. Target: ${target}. By ${inWords(by)}. Result: ${result}.`,
    ];
    for (const fact of facts) assert.ok(cover.includes(squeezed(fact)), `${fact} on the cover in ${cover}`);
    for (const { what, due, who, channel, audience, number } of ALL_STEPS) {
      const row = squeezed(what);
      const parts = [inWords(due), who, `${channel}: tools ${audience.toLowerCase()} ${number}`].map(squeezed);
      const isWhole = (text) => text.includes(row) && parts.every((part) => text.includes(part));
      assert.ok(print.inOrder.some(isWhole), `${what} with ${parts} on one page`);
    }
  }
});

journey('a long sequence repeats its header on each page and never splits a row', async ({ t, page, go }) => {
  await go();
  await addImported(page, planFile({ prospect: 60, customer: 40 }), 'From a file');
  await goTo(page, 'Go and measure');
  for (const format of Object.keys(PAPERS)) {
    const print = await read(t, await page.pdf({ format }));
    assertPaper(print, format);
    assert.ok(print.pages.length > 5, `${print.pages.length} pages`);
    const due = { prospect: await dates(page, 'Prospect'), customer: await dates(page, 'Customer') };
    for (const [audience, list] of Object.entries(due)) {
      list.forEach((day, at) => {
        const note = squeezed(`What to say to the ${audience} in task ${at + 1}, in a few plain words.`);
        const on = print.inOrder.filter((text) => text.includes(note));
        assert.equal(on.length, 1, `the words of ${audience} task ${at + 1} are whole on one page`);
        const row = on[0].slice(0, on[0].indexOf(note)).split(squeezed('in a few plain words.')).at(-1);
        assert.ok(row.includes(squeezed(`${audience} task ${at + 1}`)), `${audience} task ${at + 1} stands above them`);
        assert.ok(on[0].includes(squeezed(inWords(day))), `${audience} task ${at + 1} with ${day}`);
      });
    }
  }
});

journey('printing prints the plan whatever page is shown, and leaves nothing behind', async ({ t, page, go }) => {
  await go();
  await addImported(page, planFile(), 'From a file');
  const { inOrder } = await read(t, await page.pdf({ format: 'A4' }));
  assert.ok(inOrder[0].includes('prospecttask1'));
  assert.equal(await page.getByRole('columnheader', { name: 'Done' }).count(), 0);
});
