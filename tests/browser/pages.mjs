// Every page and all that comes up over one, in one place, and what is asked of each however it is looked at.

import { ADDRESSES, STAGES, button, importField, stepRow, textbox, until } from './app.mjs';
import { asUpload, planFile } from './plan-file.mjs';

/** The pages of a plan, by the beginning of their titles. */
export const PLAN_PAGES = {
  'Your plan': '#/plan',
  Today: '#/today',
  People: '#/people',
  Team: '#/team',
  Recipes: '#/plan/recipes',
  Channels: '#/plan/channels',
  Cadence: '#/plan/cadence',
  Review: '#/plan/review',
  'From goal to date': '#/plan/traceability',
  'What came back': '#/plan/return',
  'For other programs': '#/plan/files',
  'On paper': '#/plan/paper',
  ...Object.fromEntries(ADDRESSES.map((address, at) => [`Step ${at + 1} of 7: ${STAGES[at]}`, address])),
};
/** Every page, by the beginning of its title. */
export const PAGES = { Followthrough: '#/', 'All plans': '#/plans', 'About this method': '#/about', ...PLAN_PAGES };

const ROUTE = `Step 5 of 7: ${STAGES[4]}`;
const dialog = (page) => page.getByRole('dialog').first().waitFor();

/** What comes up over a page or in it once something is pressed: the page, by its title, and how. */
export const COMES_UP = {
  'the preview of a file': {
    on: 'Followthrough',
    async open(page) {
      await importField(page).setInputFiles(asUpload(planFile({ name: 'A'.repeat(120) })));
      await button(page, 'Add this plan').waitFor();
    },
  },
  'what differs in a spreadsheet': {
    on: 'For other programs',
    async open(page) {
      const sheet = 'Sequence,Step,What,Who,Budget\nProspect sequence,1,Changed,Zoe,12\n';
      await page.getByLabel('Choose a spreadsheet').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
      await page.getByRole('dialog').getByRole('button').first().waitFor();
    },
  },
  'the refusal of a file': {
    on: 'Followthrough',
    async open(page) {
      await importField(page).setInputFiles(asUpload('no plan'));
      await button(page, 'Close').waitFor();
    },
  },
  'a list and what it comes to': {
    on: 'Followthrough',
    async open(page) {
      const list = textbox(page, 'What you do after somebody gets in touch');
      await list.fill('call next day\nletter in 30 days, Ben\nif no answer: call again a week later');
      await page.getByRole('list', { name: 'What it comes to' }).getByRole('listitem').nth(2).waitFor();
    },
  },
  'the palette': {
    on: 'Your plan',
    async open(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find', exact: true }).fill('goal');
      await page.getByRole('option', { selected: true }).waitFor();
    },
  },
  'the keys': {
    on: 'Your plan',
    async open(page) {
      await page.keyboard.press('?');
      await dialog(page);
    },
  },
  'the question what became of a step': {
    on: `Step 7 of 7: ${STAGES[6]}`,
    async open(page) {
      await page.getByRole('button', { name: /^Other day or result: step 1,/ }).first().click();
      await dialog(page);
    },
  },
  'a row with a wait that is not understood': {
    on: ROUTE,
    async open(page) {
      const row = stepRow(page, 'Prospect step 2');
      await row.getByRole('combobox', { name: 'When' }).or(row.getByRole('textbox', { name: 'When' })).first().fill('3 dyas');
      await page.keyboard.press('Enter');
      await row.getByText('“dyas” is not understood here.').waitFor();
    },
  },
  'all there is under a row': {
    on: ROUTE,
    async open(page) {
      await button(stepRow(page, 'Prospect step 2'), 'More about Prospect step 2').click();
      await page.getByRole('group', { name: /^Details of/ }).first().waitFor();
    },
  },
  'rows that are selected': {
    on: ROUTE,
    // The bar lies over whatever row is below it, which is judged where no bar is.
    part: '[role=group][aria-label="Selected steps"]',
    async open(page) {
      await page.getByRole('checkbox', { name: 'Select step 2', exact: true }).first().check();
      await page.getByRole('group', { name: 'Selected steps' }).waitFor();
    },
  },
  'the preview of a recipe': {
    on: 'Recipes',
    async open(page) {
      await page.getByRole('button', { name: /^Preview with dates/ }).first().click();
      await page.getByRole('table').first().waitFor();
    },
  },
};

/** Has it come up, on its page as somebody finds who comes from another. */
export async function bringUp(page, name) {
  const { on, open } = COMES_UP[name];
  await visit(page, 'About this method', PAGES['About this method']);
  await visit(page, on, PAGES[on]);
  await open(page);
}

/** Puts away what came up, whatever it was: nothing of it was taken. */
export async function putAway(page) {
  await page.keyboard.press('Escape');
  await page.evaluate(() => document.querySelectorAll('dialog[open]').forEach((dialog) => dialog.close()));
}

/** Goes to an address and waits for its page: the focus is on a new heading. */
export async function visit(page, title, address) {
  await page.evaluate((hash) => {
    document.activeElement.blur();
    location.hash = hash;
  }, address);
  const isThere = (beginning) =>
    document.title.startsWith(beginning) && document.activeElement === document.querySelector('main h1');
  await until(() => page.evaluate(isThere, title), `“${title}” is there`);
  await page.getByText('Fetching the recipes…').waitFor({ state: 'detached' });
}

/** Opens everything that can be opened, so that it is looked at too. */
export const unfoldAll = (page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** How far a page can be scrolled sideways, and what sticks out. */
export const stickingOut = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (node) => node.getBoundingClientRect().right > root.clientWidth + 0.5,
    );
    const names = wide.map((node) => `${node.tagName}.${node.className}`);
    return [`${root.scrollWidth} of ${root.clientWidth} px`, ...names];
  });

/** What can be pressed and is smaller than 24 px, apart from links within a line of text. */
export const smallTargets = (page) =>
  page.evaluate(() => {
    const isInText = (node) =>
      getComputedStyle(node).display === 'inline' &&
      node.parentElement.innerText.trim().length > node.innerText.trim().length;
    // A field may be touched on its label too, and one that takes a file only there.
    const target = (node) => (['checkbox', 'file'].includes(node.type) ? node.labels[0] : node);
    return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [draggable=true]')]
      .map(target)
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !isInText(node))
      .map((node) => [node, node.getBoundingClientRect()])
      .filter(([, { width, height }]) => width < 23.99 || height < 23.99)
      .map(([node, { width, height }]) => `${node.outerHTML.slice(0, 120)}: ${width} × ${height}`);
  });

/** Words that stand out of their own box, or are cut by it. */
export const cutWords = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, p, li, dt, dd, label, legend, summary, button, a, th, td, figcaption')]
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && node.clientWidth > 1)
      // The titles of columns that are laid out as cards are only heard.
      .filter((node) => !(node.closest('thead')?.offsetHeight <= 1) && !node.matches('.visually-hidden, .skip-link'))
      .filter((node) => node.scrollWidth > node.clientWidth + 1)
      .map((node) => `${node.outerHTML.slice(0, 120)}: ${node.scrollWidth} in ${node.clientWidth} px`),
  );
