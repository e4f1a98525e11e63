// What is said of what was just done, and where one is afterwards.

import assert from 'node:assert/strict';
import { announcement, arrived, button, date, focused, goTo, heading, openExample, startNewPlan, textbox, until } from './app.mjs';
import { journey } from './support.mjs';

const message = (page) => page.locator('.announcement');
const said = async (page) => (await message(page).innerText()).trim();

journey('a message leaves with its page', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Goals');
  await textbox(page, 'Add a goal').fill('Trust');
  await textbox(page, 'Add a goal').press('Enter');
  await announcement(page, 'Added: Trust');
  // Longer than what is said on the way to another page.
  await page.waitForFunction(() => new Promise((done) => setTimeout(() => done(true), 500)));
  await page.evaluate(() => (location.hash = '#/workshop/by'));
  await arrived(page, 'By…');
  await until(async () => (await said(page)) === '', 'nothing is said any more');
});

journey('a message makes way for the pointer, and stands where the focus is not', async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/goals');
  await heading(page, 'Goals').waitFor();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const remove = page.getByRole('button', { name: /^Remove “/ }).last();
  await remove.focus();
  const place = await remove.boundingBox();
  await page.keyboard.press('Enter');
  await announcement(page, 'Undo brings it back.');
  const box = await message(page).boundingBox();
  assert.ok(box.y + box.height < place.y || box.y > place.y + place.height, 'it does not cover what was pressed');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await until(async () => (await said(page)) === '', 'it makes way');
});

journey('Enter in a dialog does what its main button says, and the focus goes back to the row', async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/go');
  await heading(page, 'Go and measure').waitFor();
  await page.getByRole('button', { name: /^Other day or result: step 1,/ }).first().click();
  const dialog = page.getByRole('dialog');
  await date(dialog, 'On which day').focus();
  await page.keyboard.press('Enter');
  await announcement(page, 'Done.');
  await dialog.waitFor({ state: 'hidden' });
  await focused(page.getByRole('button', { name: /^Change: step 1,/ }).first(), 'what changes it again');
});

journey('Back shows a page where it was left', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.evaluate(() => (location.hash = '#/workshop/goals'));
  await arrived(page, 'Goals');
  await page.evaluate(() => scrollTo(0, 300));
  await until(() => page.evaluate(() => scrollY === 300), 'the page is scrolled');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.evaluate(() => (location.hash = '#/workshop/by'));
  await arrived(page, 'By…');
  assert.equal(await page.evaluate(() => scrollY), 0, 'a page that is new begins at its top');
  await page.goBack();
  await heading(page, 'Goals').waitFor();
  await until(() => page.evaluate(() => scrollY === 300), 'the page is where it was left');
});

journey('an action put on the route keeps the focus', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Goals');
  await textbox(page, 'Add a goal').fill('Trust');
  await textbox(page, 'Add a goal').press('Enter');
  await button(page, 'Move to prospects: “Trust”').click();
  await goTo(page, 'By…');
  await textbox(page, 'by').fill('a card');
  await textbox(page, 'by').press('Enter');
  await goTo(page, 'Map the route');
  await button(page, 'Add as a step: a card').click();
  await announcement(page, 'a card is now a step');
  await until(() => page.evaluate(() => document.activeElement !== document.body), 'the focus is somewhere');
});
