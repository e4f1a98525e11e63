// The app as a person finds it: by what things are called. What is specific to one test stays in that test.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { asUpload } from './plan-file.mjs';
import { PATIENCE, layOutAll } from './support.mjs';

export const STAGES = [
  'Fresh start',
  'Destination',
  'Goals',
  'By…',
  'Map the route',
  'Prepare and build',
  'Go and measure',
];

export const ADDRESSES = ['fresh-start', 'destination', 'goals', 'by', 'route', 'prepare', 'go'].map(
  (name) => `#/workshop/${name}`,
);

export const heading = (page, name) => page.getByRole('heading', { level: 1, name, exact: true });
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const textbox = (page, name) => page.getByRole('textbox', { name, exact: true });
export const checkbox = (page, name) => page.getByRole('checkbox', { name, exact: true });
export const group = (page, name) => page.getByRole('group', { name, exact: true });
export const region = (page, name) => page.getByRole('region', { name, exact: true });
/** A row of the grids of step 5, with all that opens under it: `Prospect step 3`. */
export const stepRow = (page, name) => page.getByRole('row', { name, exact: true });
/** A date field has no role of its own. */
export const date = (page, name) => page.getByLabel(name, { exact: true });
/** The line of words that opens and closes what is under it. */
export const fold = (scope, words) => scope.locator('summary', { hasText: words });

async function open(summary) {
  const isOpen = () => summary.evaluate((node) => node.parentElement.open);
  if (await isOpen()) return;
  await summary.click();
  await until(isOpen, 'what is folded is open');
}

export const unfold = (scope, words) => open(fold(scope, words));

/** Opens what is under the rows of steps. */
export async function openParts(scope) {
  for (const more of await scope.getByRole('button', { name: /^More about/ }).all()) {
    if ((await more.getAttribute('aria-expanded')) === 'true') continue;
    await more.click();
    await more.locator('xpath=ancestor::tr').getByRole('group', { name: /^Details of/ }).waitFor();
  }
}

/** Chooses in a cell with a list: by the beginning of what it is called. */
export async function chooseIn(row, cell, words) {
  const field = row.getByRole('combobox', { name: cell, exact: true });
  await field.fill(words);
  await field.press('Enter');
}

/** Goes to the page about paper. */
export async function toPaper(page) {
  await page.evaluate(() => (location.hash = '#/plan/paper'));
  await arrived(page, 'On paper');
}

/** Has more printed than the dated steps, from the page about paper. */
export async function alsoPrint(page, ...names) {
  await toPaper(page);
  for (const name of names) await checkbox(page, name).check();
}

/** Waits until everything typed is kept, as safely as the browser can. */
export const saved = (page) => page.getByRole('status', { name: /^Saved(,|$)/ }).waitFor();

/** Waits until another page is there: the focus is on its heading. */
export async function arrived(page, name) {
  await heading(page, name).waitFor();
  await focused(heading(page, name), `the heading “${name}”`);
}

/** Waits until the window's title begins so. */
export const titled = (page, beginning) =>
  until(async () => (await page.title()).startsWith(beginning), `the title begins with “${beginning}”`);

export async function startNewPlan(page) {
  await button(page, 'Start a new plan').click();
  await arrived(page, 'Fresh start');
}

export async function openExample(page) {
  await button(page, 'Open the example').click();
  await region(page, 'Example').waitFor();
  await page.waitForURL(/#\/plan$/);
  await focused(page.getByRole('heading', { level: 1 }), 'the heading of the example');
}

export async function goOn(page, to) {
  await button(page, 'Continue').click();
  await arrived(page, to);
}

/** Goes to a stage by its link: from another stage, or from the plan's own page where that shows only its neighbours. */
export async function goTo(page, stage) {
  const stages = page.getByLabel('The seven steps', { exact: true });
  const link = stages.getByRole('link', { name: new RegExp(`^${stage}`) });
  await stages.first().waitFor();
  if (!(await link.isVisible())) await page.getByRole('link', { name: 'Your plan', exact: true }).click();
  await link.click();
  await arrived(page, stage);
}

/** Goes to the start page. */
export async function toStart(page) {
  await page.getByRole('link', { name: 'Followthrough', exact: true }).click();
  await button(page, 'Open the example').waitFor();
}

export const reload = async (page) => {
  await page.reload();
  await page.locator('#shell').waitFor({ state: 'detached' });
};

/** What a click hands out as a file: its name and its text. */
export async function downloaded(page, click) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

export async function exported(page) {
  const { name, text } = await downloaded(page, () => button(page, 'Export JSON').click());
  return { name, text, file: JSON.parse(text) };
}

/**
 * The grid or the dated table of a sequence, row by row: `{ Step, What, When, Due, Who, With }`, `Planned` and `Done` as
 * well in step 7, and `iso`, the due date itself.
 */
export async function dated(page, name) {
  await layOutAll(page);
  const table = page.getByRole('table', { name: `${name} sequence`, exact: true });
  return table.evaluate((node) => {
    const titles = [...node.tHead.querySelectorAll('th')].map((cell) => cell.textContent.trim());
    const text = (cell) => cell.querySelector('textarea, [type=text]')?.value ?? cell.innerText;
    return [...node.tBodies[0].rows].map((row) => {
      const cells = titles.map((title, at) => [title, text(row.cells[at]).trim()]);
      const iso = row.querySelector('[data-label=Due] time')?.getAttribute('datetime') ?? null;
      return { ...Object.fromEntries(cells), iso };
    });
  });
}

export const dates = async (page, name) => (await dated(page, name)).map((row) => row.iso);

/** Everything that the browser keeps for the app, apart from whether the typefaces have come meanwhile. */
export const kept = (page) =>
  page.evaluate(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key !== 'followthrough-fonts')));

/** The plans in the storage, as stored. */
export async function storedPlans(page) {
  const entries = Object.entries(await kept(page)).filter(([key]) => key.startsWith('followthrough/plan/'));
  return entries.map(([, text]) => JSON.parse(text));
}

export const isFocused = (locator) => locator.evaluate((node) => node === document.activeElement);

/** Looks again and again until something holds, for what no event tells, such as a focus that has moved. */
export async function until(holds, what) {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    assert.ok(performance.now() < end, `in vain waited until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const focused = (locator, what) => until(() => isFocused(locator), `the focus is on ${what}`);

/** What is said to those who listen. */
export const announcement = (page, words) =>
  page.locator('[aria-live=polite]').filter({ hasText: words }).first().waitFor({ state: 'attached' });

/** What every field of the page holds, by its label. */
export const fieldValues = (page) =>
  page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('input, textarea, select')].map((field) => [
      field.labels?.[0]?.textContent.trim(),
      field.type === 'checkbox' ? field.checked : field.value,
    ]),
  );

/** Lets a test choose the files from now on: `chosen(act)` is the chooser that something opens. */
export async function withFileChooser(page) {
  // Playwright tells the browser about the first listener without waiting; an answer that follows comes after it.
  page.on('filechooser', () => {});
  await page.evaluate(() => {});
  return async (act) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), act()]);
    return chooser;
  };
}

/** The field that takes a file. */
export const importField = (page) => page.getByLabel('Import a plan', { exact: true });

/** Imports a plan and goes to its page. */
export async function addImported(page, content, name) {
  await importField(page).setInputFiles(asUpload(content));
  // Of a plan that is here already it is another.
  await page.getByRole('button', { name: /^Add (this plan|as a new plan)$/ }).click();
  await arrived(page, name);
}

/** Puts texts into the storage and opens the app on them. */
export async function openWith(page, texts, go, route) {
  await go();
  await page.evaluate((entries) => entries.forEach(([key, text]) => localStorage.setItem(key, text)), Object.entries(texts));
  await go(route);
  await reload(page);
}

/** Holds back what the page would do in a while, such as saving, until it is let go. */
export async function holdTimers(page) {
  await page.evaluate(() => {
    const held = [];
    const { setTimeout } = window;
    window.setTimeout = (act) => held.push(act);
    window.letGo = () => {
      window.setTimeout = setTimeout;
      held.forEach((act) => act());
    };
  });
  return () => page.evaluate(() => window.letGo());
}
