// Everything by a few letters, the keys, and light or dark.

import assert from 'node:assert/strict';
import { announcement, arrived, button, focused, heading, openExample, reload, textbox, until } from './app.mjs';
import { axe, journey } from './support.mjs';

const field = (page) => page.getByRole('combobox', { name: 'Find', exact: true });
const options = (page) => page.getByRole('listbox', { name: 'Found' }).getByRole('option');
const chosen = (page) => page.getByRole('option', { selected: true });

async function find(page, typed) {
  await page.keyboard.press('Control+k');
  await focused(field(page), 'the field');
  await field(page).fill(typed);
}

/** Types, and takes what is first. */
async function take(page, typed, name) {
  await find(page, typed);
  await chosen(page).filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await field(page).waitFor({ state: 'detached' });
}

journey('pages, steps, goals, settings and commands are found by a few letters', async ({ page, go }) => {
  await go();
  await openExample(page);
  await take(page, 'chan', 'Channels');
  await arrived(page, 'Channels');
  await take(page, 'look at the piano', 'Prospect step 5');
  await heading(page, 'Map the route').waitFor();
  await until(() => page.evaluate(() => document.activeElement.closest('#step-34, tr, li') !== null), 'the step is there');
  await take(page, 'education', 'Education on benefits');
  await heading(page, 'Goals').waitFor();
  await until(
    () => page.evaluate(() => document.activeElement.value === 'Education on benefits'),
    'the goal has the focus',
  );
  await take(page, 'review date', 'Next review date');
  await heading(page, 'Go and measure').waitFor();
  await until(() => page.evaluate(() => document.activeElement.type === 'date'), 'the date has the focus');
});

journey('the list is walked through with the arrows, and a listener hears which is meant', async ({ page, go }) => {
  await go();
  await openExample(page);
  await find(page, 'goal');
  const first = await chosen(page).innerText();
  assert.equal(await field(page).getAttribute('aria-activedescendant'), await chosen(page).getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  await until(async () => (await chosen(page).innerText()) !== first, 'the next is meant');
  assert.equal(await field(page).getAttribute('aria-activedescendant'), await chosen(page).getAttribute('id'));
  assert.deepEqual(await axe(page), []);
  await field(page).fill('zeppelin');
  await page.getByText('Nothing is called that.').waitFor();
  assert.equal(await options(page).count(), 0);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  await field(page).waitFor({ state: 'detached' });
});

journey('what is typed at once after the keys that open it is looked for, and goes nowhere else', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.evaluate(() => (location.hash = '#/workshop/fresh-start'));
  const name = textbox(page, 'Name of this plan');
  await name.click();
  const before = await name.inputValue();
  for (let time = 0; time < 20; time += 1) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('chan');
    assert.equal(await field(page).inputValue(), 'chan', `time ${time + 1}`);
    await page.keyboard.press('Escape');
    await focused(name, 'the field from which one came');
  }
  assert.equal(await name.inputValue(), before);
});

journey('a command is done from where one is', async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/fresh-start');
  await textbox(page, 'Name of this plan').fill('Another name');
  await take(page, 'undo', 'Undo');
  await announcement(page, 'Undone');
  await take(page, 'print', 'Print');
});

journey('? shows all keys, unless somebody types', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  assert.deepEqual(await axe(page), []);
  await button(page, 'Close').click();
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await go('#/workshop/goals');
  await textbox(page, 'Add a goal').press('?');
  assert.equal(await textbox(page, 'Add a goal').inputValue(), '?');
  assert.equal(await page.getByRole('dialog', { name: 'Keys' }).count(), 0);
});

const paper = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

journey('light or dark is chosen, kept, and there before the first picture', async ({ page, go }) => {
  await go('#/plans');
  const light = await paper(page);
  await page.getByRole('combobox', { name: 'Light or dark' }).selectOption('Always dark');
  await until(async () => (await paper(page)) !== light, 'the page is dark');
  const dark = await paper(page);
  // Before the app is there: its program is held back.
  let letCome;
  const held = new Promise((resolve) => (letCome = resolve));
  await page.route('**/*_bg.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload({ waitUntil: 'commit' });
  await page.locator('#shell').waitFor({ state: 'attached' });
  assert.equal(await paper(page), dark);
  letCome();
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.equal(await page.getByRole('combobox', { name: 'Light or dark' }).inputValue(), 'Always dark');
  await take(page, 'as the system', 'As the system has it');
  await until(async () => (await paper(page)) === light, 'the page is as the system has it');
});

/** The colours that the browser's own bar takes from the page. */
const barColours = (page) =>
  page.evaluate(() => {
    const bars = [...document.querySelectorAll('meta[name=theme-color]')].filter((bar) => matchMedia(bar.media).matches);
    return bars.map(({ content }) => `rgb(${content.match(/[0-9a-f]{2}/g).map((part) => parseInt(part, 16)).join(', ')})`);
  });

journey("the browser's own bar has the colour of the paper, whatever light is chosen", async ({ page, go }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await go('#/plans');
  const light = await paper(page);
  const isPaper = async (what) => {
    await until(async () => String(await barColours(page)) === (await paper(page)), what);
    return paper(page);
  };
  assert.equal(await isPaper('the bar is light'), light);
  const choice = page.getByRole('combobox', { name: 'Light or dark' });
  await choice.selectOption('Always dark');
  await until(async () => (await paper(page)) !== light, 'the page is dark');
  const dark = await isPaper('the bar is dark as well');
  await reload(page);
  assert.equal(await isPaper('the bar is dark after a reload'), dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await choice.selectOption('Always light');
  await until(async () => (await paper(page)) === light, 'the page is light');
  await isPaper('the bar is light as well');
  await choice.selectOption('As the system has it');
  await until(async () => (await paper(page)) === dark, 'the page is as the system has it');
  await isPaper('and so is the bar');
});
