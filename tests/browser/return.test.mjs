// What was spent and what came back: the ratio, the loss, and what to do about it.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  arrived,
  button,
  focused,
  group,
  isFocused,
  region,
  reload,
  saved,
  textbox,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { axe, journey } from './support.mjs';

async function onReturn(page, go, parts = { currency: 'EUR' }) {
  await go();
  await addImported(page, planFile(parts), 'From a file');
  await page.getByRole('link', { name: 'What came back', exact: true }).click();
  await arrived(page, 'What came back');
}

const spent = (page) => textbox(page, 'What was spent');
const besides = (page) => textbox(page, 'What else came back');
const result = (page) => region(page, 'What it says');
const brought = (page, name) => textbox(group(page, name), 'Brought');
const says = (page, words) => result(page).getByText(words).waitFor();

async function addLead(page, name) {
  await textbox(page, 'Add a lead').fill(name);
  await textbox(page, 'Add a lead').press('Enter');
  await announcement(page, `Added: ${name}`);
}

journey('100 back from 500 spent is 0.2 and a loss of 400 in the plan’s currency', async ({ page, go }) => {
  await onReturn(page, go);
  await says(page, 'Write down what was spent');
  await spent(page).fill('500');
  await says(page, 'Ask sales first: nothing is written down yet');
  await besides(page).fill('100');
  await result(page).getByText('0.2', { exact: true }).waitFor();
  await result(page).getByText('A loss of €400', { exact: true }).waitFor();
  await result(page).getByText('€400 more has to come back', { exact: true }).waitFor();
  await says(page, 'invest elsewhere');
  await saved(page);
  await reload(page);
  await result(page).getByText('A loss of €400', { exact: true }).waitFor();
  await besides(page).fill('600');
  await result(page).getByText('A profit of €100', { exact: true }).waitFor();
  await says(page, 'optimise what works');
});

journey('a sample shows what there will be, until there are figures', async ({ page, go }) => {
  await onReturn(page, go);
  await result(page).getByText('A sample, until yours is here:').waitFor();
  await result(page).getByText('2.5', { exact: true }).waitFor();
  await result(page).getByText('A profit of €900', { exact: true }).waitFor();
  assert.deepEqual(await axe(page), []);
  await spent(page).fill('500');
  await result(page).getByText('A sample, until yours is here:').waitFor({ state: 'detached' });
});

journey('a lead whose outcome nobody knows changes the advice until it is known', async ({ page, go }) => {
  await onReturn(page, go);
  await spent(page).fill('500');
  await besides(page).fill('100');
  await says(page, 'invest elsewhere');
  await addLead(page, 'Ada');
  await focused(textbox(page, 'Add a lead'), 'the field for the next lead');
  await says(page, 'Ask sales first: for 1 lead');
  const ask = region(page, 'Ask sales about these leads');
  assert.match(await ask.getByRole('link').getAttribute('href'), /#\/plan\/recipes$/);
  await ask.getByRole('button', { name: 'Ada', exact: true }).click();
  await focused(brought(page, 'Ada'), 'what Ada brought');
  await brought(page, 'Ada').fill('0');
  await group(page, 'Ada').getByText('Did not buy').waitFor();
  await says(page, 'invest elsewhere');
  await ask.getByText('Nobody to ask about').waitFor();
  await brought(page, 'Ada').fill('450');
  await group(page, 'Ada').getByText('Bought for €450').waitFor();
  await result(page).getByText('A profit of €50', { exact: true }).waitFor();
});

journey('what is no amount is explained and stays as it was typed', async ({ page, go }) => {
  await onReturn(page, go);
  await spent(page).fill('500');
  await spent(page).blur();
  await spent(page).fill('about 500');
  await page.getByText('Write a plain amount, such as 1200 or 1,200.50.').waitFor();
  assert.equal(await spent(page).inputValue(), 'about 500');
  await result(page).getByText('€500', { exact: true }).first().waitFor();
  await spent(page).fill('-5');
  await page.getByText('An amount cannot be below zero.').waitFor();
});

journey('a lead is removed and brought back, and the focus goes to the next', async ({ page, go }) => {
  await onReturn(page, go);
  for (const name of ['Ada', 'Grace']) await addLead(page, name);
  await button(page, 'Remove Ada').click();
  await announcement(page, 'Removed: Ada. Undo brings it back.');
  await focused(button(page, 'Remove Grace'), 'the next lead');
  await button(page, 'Undo').click();
  await group(page, 'Ada').waitFor();
});

journey('with the keyboard alone', async ({ page, go }) => {
  await onReturn(page, go);
  const tabTo = async (target) => {
    for (let stops = 0; stops < 40 && !(await isFocused(target)); stops += 1) await page.keyboard.press('Tab');
    assert.ok(await isFocused(target), `Tab leads to ${target}`);
  };
  await tabTo(spent(page));
  await page.keyboard.type('500');
  await tabTo(textbox(page, 'Add a lead'));
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await announcement(page, 'Added: Ada');
  for (let back = 0; back < 5 && !(await isFocused(brought(page, 'Ada'))); back += 1) await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('100');
  await result(page).getByText('A loss of €400', { exact: true }).waitFor();
});

journey('step 7 leads to both pages', async ({ page, go }) => {
  await onReturn(page, go);
  await go('#/workshop/go');
  await page.getByRole('link', { name: 'Hold what came back against what was spent' }).click();
  await arrived(page, 'What came back');
  await go('#/workshop/go');
  await page.getByRole('link', { name: 'See which goal each date serves' }).click();
  await arrived(page, 'From goal to date');
});

for (const width of [360, 1440]) {
  for (const colorScheme of ['light', 'dark']) {
    const profile = { viewport: { width, height: 740 }, colorScheme, reducedMotion: 'reduce' };
    journey(`a full page is accessible and fits: ${colorScheme} at ${width} px`, { profile }, async ({ page, go }) => {
      await onReturn(page, go);
      await spent(page).fill('500');
      await addLead(page, 'Ada');
      await addLead(page, 'Donaudampfschifffahrtsgesellschaftskapitän');
      await brought(page, 'Ada').fill('what');
      assert.deepEqual(await axe(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
    });
  }
}
