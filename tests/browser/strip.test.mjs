// Where one is among the seven steps, and the one measure of all pages.

import assert from 'node:assert/strict';
import { ADDRESSES, STAGES, arrived, heading, openExample, startNewPlan } from './app.mjs';
import { axe, journey } from './support.mjs';

const strip = (page) => page.getByRole('navigation', { name: 'The seven steps', exact: true });
const box = (locator) => locator.boundingBox();
const LAPTOP = { profile: { viewport: { width: 1366, height: 768 } } };
const WIDE = { profile: { viewport: { width: 1440, height: 900 } } };
const PHONE = { profile: { viewport: { width: 360, height: 740 } } };

journey('after the first step the steps are the bar itself, 56 px high', WIDE, async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/fresh-start');
  await page.getByText('Step 1 of 7', { exact: true }).waitFor();
  for (const [at, stage] of STAGES.entries()) {
    if (at === 0) continue;
    await go(ADDRESSES[at]);
    await heading(page, stage).waitFor();
    const { height } = await box(page.getByRole('banner'));
    assert.ok(height <= 58, `${stage}: the bar is ${height} px`);
    assert.equal(await strip(page).getByRole('link').count(), 7);
    assert.match((await strip(page).locator('[aria-current=step]').innerText()).replace(/\s+/g, ' '), new RegExp(stage));
    assert.equal(await page.getByText(`Step ${at + 1} of 7`, { exact: true }).count(), 0);
  }
  await strip(page).getByRole('link', { name: /^Goals/ }).click();
  await arrived(page, 'Goals');
  assert.deepEqual(await axe(page), []);
});

journey('steps 1 to 4 show their first field without scrolling on a laptop', LAPTOP, async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  for (const at of [0, 1, 2]) {
    await go(ADDRESSES[at]);
    await heading(page, STAGES[at]).waitFor();
    const { y, height } = await box(page.getByRole('main').getByRole('textbox').first());
    assert.ok(y + height <= 768, `${STAGES[at]}: its first field ends at ${y + height} px`);
  }
  await page.getByRole('textbox', { name: 'Add a goal' }).fill('Trust');
  await page.getByRole('textbox', { name: 'Add a goal' }).press('Enter');
  await go(ADDRESSES[3]);
  await heading(page, STAGES[3]).waitFor();
  const { y, height } = await box(page.getByRole('main').getByRole('textbox').first());
  assert.ok(y + height <= 768, `${STAGES[3]}: its first field ends at ${y + height} px`);
});

journey('a phone shows the step between its neighbours', PHONE, async ({ page, go }) => {
  await go();
  await openExample(page);
  await go('#/workshop/route');
  await heading(page, 'Map the route').waitFor();
  const links = strip(page).getByRole('link');
  assert.deepEqual(
    (await links.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').replace(/, .*/, '').trim()),
    ['By…', '5 Map the route', 'Prepare and build'],
  );
  await links.last().click();
  await arrived(page, 'Prepare and build');
  await links.first().click();
  await arrived(page, 'Map the route');
});

journey('all pages begin at one left edge', WIDE, async ({ page, go }) => {
  await go();
  await openExample(page);
  const edges = {};
  for (const address of [...ADDRESSES, '#/plans', '#/about', '#/plan', '#/plan/review', '#/plan/channels', '#/plan/return']) {
    await go(address);
    const title = page.getByRole('heading', { level: 1 });
    await title.waitFor();
    edges[address] = Math.round((await box(title)).x);
  }
  assert.deepEqual(new Set(Object.values(edges)), new Set([80]), JSON.stringify(edges));
});
