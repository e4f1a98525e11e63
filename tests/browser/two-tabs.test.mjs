// Two tabs on one plan: nothing is overwritten unasked.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  goTo,
  heading,
  holdTimers,
  reload,
  saved,
  startNewPlan,
  storedPlans,
  textbox,
  toStart,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { alert, notSaved, rename, startNamed, storedNames } from './storing.mjs';
import { journey, open } from './support.mjs';

/** Two tabs on one plan. */
async function twoTabs(page, context, url, go) {
  await go();
  await startNamed(page, 'Spring');
  const other = await context.newPage();
  await open(other, `${url}#/workshop/fresh-start`);
  await heading(other, 'Fresh start').waitFor();
  return [page, other];
}

const name = (page) => textbox(page, 'Name of this plan');

for (const [first, second] of [
  [0, 1],
  [1, 0],
]) {
  const order = first === 0 ? 'first' : 'second';

  journey(`an idle tab takes over what the ${order} tab changed`, async ({ page, context, url, go }) => {
    const tabs = await twoTabs(page, context, url, go);
    const [writer, idle] = [tabs[first], tabs[second]];
    await rename(writer, 'Summer');
    await saved(writer);
    await announcement(idle, 'changed in another tab');
    assert.equal(await name(idle).inputValue(), 'Summer');

    await rename(idle, 'Autumn');
    await saved(idle);
    await announcement(writer, 'changed in another tab');
    assert.equal(await name(writer).inputValue(), 'Autumn');
    assert.deepEqual(await storedNames(writer), ['Autumn']);
  });

  journey(`when both change, what the ${order} tab saved first is not overwritten`, async ({ page, context, url, go }) => {
    const tabs = await twoTabs(page, context, url, go);
    const [early, late] = [tabs[first], tabs[second]];
    const letGo = await holdTimers(late);
    await rename(late, 'Late');
    await rename(early, 'Early');
    await saved(early);
    const banner = alert(late, 'also changed in another tab');
    await banner.waitFor();
    await letGo();
    await notSaved(late);
    await rename(late, 'Late, and later');
    assert.deepEqual(await storedNames(late), ['Early']);

    await button(banner, 'Keep mine as a copy').click();
    await saved(late);
    await banner.waitFor({ state: 'detached' });
    assert.deepEqual(await storedNames(late), ['Early', 'Late, and later (copy)']);
    assert.equal(await name(early).inputValue(), 'Early');
  });
}

journey('the other version can be opened, and undo brings mine back', async ({ page, context, url, go }) => {
  const [early, late] = await twoTabs(page, context, url, go);
  await holdTimers(late);
  await rename(late, 'Late');
  await rename(early, 'Early');
  await button(alert(late, 'also changed'), 'Open the other version').click();
  await saved(late);
  assert.equal(await name(late).inputValue(), 'Early');
  await button(late, 'Undo').click();
  assert.equal(await name(late).inputValue(), 'Late');
});

journey('two saves at the same moment are noticed, and neither is lost', async ({ page, context, url, go }) => {
  const tabs = await twoTabs(page, context, url, go);
  const letGo = await Promise.all(tabs.map(holdTimers));
  await Promise.all(tabs.map((tab, at) => rename(tab, `Version ${at + 1}`)));
  await Promise.all(letGo.map((release) => release()));
  const banners = tabs.map((tab) => alert(tab, 'also changed in another tab'));
  await Promise.any(banners.map((banner) => banner.waitFor()));
  // One of them, or a moment later both.
  await until(async () => {
    for (const banner of banners) {
      if (await banner.isVisible()) await button(banner, 'Keep mine as a copy').click();
    }
    const names = (await storedNames(page)).join();
    return names.includes('Version 1') && names.includes('Version 2');
  }, 'both versions are kept');
  await Promise.all(tabs.map(saved));
});

journey('a plan removed in another tab is said to be gone and can be kept', async ({ page, context, url, go }) => {
  const [one, other] = await twoTabs(page, context, url, go);
  await one.getByRole('link', { name: 'All plans' }).click();
  await button(one, 'Remove Spring').click();
  const banner = alert(other, 'removed in another tab');
  await banner.waitFor();
  await notSaved(other);
  await button(banner, 'Keep it as a copy').click();
  await saved(other);
  assert.deepEqual(await storedNames(other), ['Spring', 'Spring (copy)']);
});

journey('a plan removed in another tab is kept when another one is begun here', async ({ page, context, url, go }) => {
  const [one, other] = await twoTabs(page, context, url, go);
  await one.getByRole('link', { name: 'All plans' }).click();
  await button(one, 'Remove Spring').click();
  await alert(other, 'removed in another tab').waitFor();
  await rename(other, 'Only here');
  await toStart(other);
  await startNewPlan(other);
  await until(async () => (await storedNames(other)).includes('Only here (copy)'), 'it is kept');
});

journey('a plan archived in another tab is shown as archived, and put back in use here', async ({ page, context, url, go }) => {
  const [one, other] = await twoTabs(page, context, url, go);
  await one.getByRole('link', { name: 'All plans' }).click();
  await button(one, 'Archive Spring').click();
  await announcement(other, 'put into the archive in another tab');
  const banner = other.getByRole('region', { name: 'Archived', exact: true });
  await button(banner, 'Put it back in use').click();
  await banner.waitFor({ state: 'detached' });
  await one.getByRole('region', { name: 'In use' }).getByText('Spring').waitFor();
});

journey('what two tabs add at the same moment is there twice, unasked', async ({ page, context, url, go }) => {
  const tabs = await twoTabs(page, context, url, go);
  for (const tab of tabs) await goTo(tab, 'Goals');
  const letGo = await Promise.all(tabs.map(holdTimers));
  await Promise.all(
    tabs.map(async (tab, at) => {
      await textbox(tab, 'Add a goal').fill(`Goal of tab ${at}`);
      await textbox(tab, 'Add a goal').press('Enter');
    }),
  );
  await Promise.all(letGo.map((release) => release()));
  const goals = async () => (await storedPlans(page))[0].plan.goals.map(({ text }) => text).sort();
  await until(async () => (await goals()).join() === 'Goal of tab 0,Goal of tab 1', 'both goals are there');
  for (const tab of tabs) {
    await saved(tab);
    assert.equal(await tab.getByRole('alert').count(), 0);
  }
});

journey('what was typed against another tab’s version is there after a reload', async ({ page, context, url, go }) => {
  const [early, late] = await twoTabs(page, context, url, go);
  await holdTimers(late);
  await rename(late, 'Late');
  await rename(early, 'Early');
  await alert(late, 'also changed').waitFor();
  await reload(late);
  await until(async () => (await storedNames(late)).join() === 'Early,Late (copy)', 'both versions are kept');
});

journey('two tabs that change different parts at any pace end with both', async ({ page, context, url, go }) => {
  const [one, other] = await twoTabs(page, context, url, go);
  const type = async (tab, field, word) => {
    const place = textbox(tab, field);
    for (let edit = 1; edit <= 30; edit += 1) {
      await place.fill(`${word} ${edit}`);
      await tab.waitForTimeout((edit * 53) % 400);
    }
  };
  await Promise.all([type(one, 'Name of this plan', 'Name'), type(other, 'Name of your business', 'Business')]);
  const shown = (tab) =>
    Promise.all(['Name of this plan', 'Name of your business'].map((field) => textbox(tab, field).inputValue()));
  for (const tab of [one, other]) {
    await until(async () => (await shown(tab)).join() === 'Name 30,Business 30', 'both changes are there');
    await saved(tab);
  }
  const [{ plan }] = await storedPlans(one);
  assert.deepEqual([plan.name, plan.business], ['Name 30', 'Business 30']);
});

journey('two tabs show two plans side by side, each over its reloads', async ({ page, context, url, go }) => {
  await go();
  await addImported(page, planFile({ name: 'Left' }), 'Left');
  const other = await context.newPage();
  await open(other, url);
  await addImported(other, planFile({ name: 'Right' }), 'Right');
  await Promise.all([reload(page), reload(other)]);
  await heading(page, 'Left').waitFor();
  await heading(other, 'Right').waitFor();
});
