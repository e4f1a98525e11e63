// Two hundred hostile texts by kind: in a file, in every field that takes text, on every page, on paper, in a file again.
// Nothing runs, nothing breaks the layout, nothing is changed.

import assert from 'node:assert/strict';
import { arrived, button, exported, importField, openExample, saved, toPaper } from '../browser/app.mjs';
import { PLAN_PAGES, stickingOut, unfoldAll, visit } from '../browser/pages.mjs';
import { asUpload, planFile } from '../browser/plan-file.mjs';
import { journey } from '../browser/support.mjs';
import { STRINGS } from './hostile-strings.mjs';

/** As many as a plan holds events. */
const IN_A_PLAN = 41;
/** How many are typed into each field: TYPED=202 for all of them. */
const TYPED = Number(process.env.TYPED ?? 2);
const WIDTHS = [360, 1440];

/** Learns whether anything runs that must not. */
async function listen(page) {
  await page.addInitScript(() => {
    window.ran = [];
    for (const name of ['hacked', 'alert', 'confirm', 'prompt']) window[name] = () => window.ran.push(name);
  });
}

async function nothingRan(page, where) {
  assert.deepEqual(await page.evaluate(() => window.ran), [], `nothing ran ${where}`);
  const foreign = await page.evaluate(() =>
    [...document.querySelectorAll('#app script, #app iframe, #app object, #app embed, #app base, #app meta, #app link, #app style')].map(
      (node) => node.outerHTML,
    ),
  );
  assert.deepEqual(foreign, [], `nothing was made of the text ${where}`);
}

/** Goes to a page from another one, also where it is the one that is shown. */
async function comeTo(page, title, address) {
  await page.evaluate(() => (location.hash = '#/plans'));
  await page.getByRole('heading', { level: 1, name: 'All plans', exact: true }).waitFor();
  await visit(page, title, address);
}

/** A plan with these texts wherever text can stand. */
function planOf(texts) {
  let id = 1000;
  const next = () => (id += 1);
  const day = (at) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);
  const [first, second] = [texts[0], texts.at(-1)];
  const file = planFile({
    name: first,
    business: second,
    offer: texts[1],
    statements: { prospect: texts.join('\n').slice(0, 3900), customer: second },
    goals: texts.map((text, at) => ({
      id: next(),
      text,
      audience: at % 2 ? 'customer' : 'prospect',
      benefit: 'contact',
      actions: [{ id: next(), text, measure: { metric: text, target: text, result: text } }],
    })),
    holidays: texts.map((name, at) => ({ date: day(at * 3), name })),
    closures: texts.map((name, at) => ({ first: day(400 + at * 3), last: day(401 + at * 3), name })),
    events: texts.map((name, at) => ({ id: next(), name, date: day(at * 5) })),
    people: texts.map((name) => ({ id: next(), name })),
    campaign: { leads: texts.map((name) => ({ id: next(), name, brought: '10' })) },
  });
  const { plan } = file;
  const step = (text, at) => ({
    id: next(),
    what: text,
    delay: at === 0 ? { count: 0, unit: 'working-days', from: 'start' } : { count: 1, unit: 'weeks', from: { event: plan.events[at].id } },
    channel: 'e-mail',
    who: { person: plan.people[at].id },
    tools: text,
    notes: text,
    readiness: 'ready',
    action: plan.goals[at].actions[0].id,
  });
  plan.sequences = {
    prospect: { trigger: first, steps: texts.map(step) },
    customer: { trigger: second, steps: [step(texts[2], 0)] },
  };
  return { ...file, version: 3 };
}

/** The texts of a plan, in order, wherever they stand. */
const textsOf = (node) =>
  typeof node === 'string' ? [node] : typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsOf) : [];

const plans = Array.from({ length: Math.ceil(STRINGS.length / IN_A_PLAN) }, (_, at) =>
  STRINGS.slice(at * IN_A_PLAN, (at + 1) * IN_A_PLAN).map(({ text }) => text),
);

for (const [at, texts] of plans.entries()) {
  journey(`hostile texts ${at + 1} of ${plans.length}: on every page, on paper and in a file they are text`, { timeout: 300_000 }, async ({ t, page, go }) => {
    await listen(page);
    await go();
    const file = planOf(texts);
    await importField(page).setInputFiles(asUpload(file));
    await button(page, 'Add this plan').click();
    await page.waitForURL(/#\/plan$/);
    await saved(page);
    let looked = 0;
    for (const [title, address] of Object.entries(PLAN_PAGES)) {
      await comeTo(page, title, address);
      await unfoldAll(page);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        assert.deepEqual(await stickingOut(page), [], `${title} at ${width} px`);
        looked += 1;
      }
      await nothingRan(page, `on ${title}`);
    }
    await toPaper(page);
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
    const pdf = await page.pdf({ format: 'A4' });
    assert.ok(pdf.length > 10_000);
    await nothingRan(page, 'on paper');
    await page.evaluate(() => (location.hash = '#/workshop/go'));
    await arrived(page, 'Go and measure');

    const out = (await exported(page)).file.plan;
    // A tab is a space in a line.
    const squeezed = (text) => text.replaceAll('\t', ' ');
    const before = new Set(textsOf(file.plan).map(squeezed));
    const after = new Set(textsOf(out));
    const lost = [...before].filter((text) => !after.has(text));
    // A word of the older version has another name in this one.
    assert.deepEqual(lost.filter((text) => texts.map(squeezed).includes(text)), [], 'every text is in the file as it was');
    t.diagnostic(`${texts.length} texts in each kind of field, ${looked} views of pages`);
  });
}

/** Every field for text that can be seen, one of each name: those of rows are alike. */
const fieldsOf = (page) =>
  page.evaluate(() => {
    const names = new Set();
    const fields = [...document.querySelectorAll('main textarea, main input:not([type]), main input[type=text]')];
    return fields.flatMap((field, at) => {
      const name = (field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? '').replace(/\d+/g, '#').trim();
      if (names.has(name) || field.disabled || !field.checkVisibility()) return [];
      names.add(name);
      field.dataset.typed = at;
      return [{ at, name }];
    });
  });

journey('hostile texts typed into every field that takes text are text, and stay as typed', { timeout: 3_600_000 }, async ({ t, page, go }) => {
  await listen(page);
  await go();
  await openExample(page);
  let [fields, typed] = [0, 0];
  for (const [title, address] of Object.entries({ Followthrough: '#/', ...PLAN_PAGES })) {
    await comeTo(page, title, address);
    await unfoldAll(page);
    for (const { at, name } of await fieldsOf(page)) {
      fields += 1;
      const field = page.locator(`[data-typed="${at}"]`).first();
      for (let which = 0; which < TYPED; which += 1) {
        const { kind, text } = STRINGS[(fields * 37 + which * 41) % STRINGS.length];
        // A field may give way once it says what it is about.
        const isTyped = await field.fill(text, { timeout: 2_000 }).then(() => true, () => false);
        if (!isTyped) break;
        typed += 1;
        await page.keyboard.press('Tab');
        await nothingRan(page, `in “${name}” of ${title} (${kind})`);
      }
    }
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await stickingOut(page), [], `${title} at ${width} px`);
    }
  }
  t.diagnostic(`${typed} texts in ${fields} fields`);
  assert.ok(fields > 25, `${fields} fields`);
  await comeTo(page, 'Step 7 of 7', '#/workshop/go');
  await saved(page);
  const { text, file } = await exported(page);
  await page.evaluate(() => (location.hash = '#/plans'));
  await arrived(page, 'All plans');
  await importField(page).setInputFiles(asUpload(text));
  await button(page, 'Add as a new plan').click();
  await page.waitForURL(/#\/plan$/);
  await comeTo(page, 'Step 7 of 7', '#/workshop/go');
  assert.deepEqual((await exported(page)).file.plan, file.plan, 'what was exported comes in as it was');
});
