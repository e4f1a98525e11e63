// The goals: picked, added, sorted, put in order, and held against the destination.

import assert from 'node:assert/strict';
import {
  addImported,
  announcement,
  button,
  checkbox,
  focused,
  goTo,
  reload,
  saved,
  startNewPlan,
  textbox,
  until,
} from './app.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

const list = (page, name) => page.getByRole('list', { name, exact: true });
const goals = (page, name) => list(page, name).getByRole('textbox', { name: 'Goal', exact: true });
const order = (page, name) => goals(page, name).evaluateAll((fields) => fields.map((field) => field.value));
const inOrder = (page, name, expected) =>
  until(async () => String(await order(page, name)) === String(expected), `${name} are ${expected}`);
const ideas = (page) => page.getByRole('group', { name: 'Ideas', exact: true });
const card = (page, goal) =>
  page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Remove “${goal}”`, exact: true }) });

async function onGoals(page, go) {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Goals');
}

/** A plan with goals, as `{ text: audience }`, none of which serves the contact. */
async function withGoals(page, go, texts) {
  const goals = Object.entries(texts).map(([text, audience], at) => ({
    id: 100 + at,
    text,
    audience,
    benefit: 'business',
    actions: [],
  }));
  await go();
  await addImported(page, planFile({ goals }), 'From a file');
  await goTo(page, 'Goals');
}

const IN_TIME = { Early: 'prospect', Middle: 'prospect', Late: 'prospect', Afterwards: 'customer' };

// --- Collecting ---

journey('all 25 ideas can be picked, and a search leaves those that match', async ({ page, go }) => {
  await onGoals(page, go);
  assert.equal(await ideas(page).getByRole('checkbox').count(), 25);
  const search = page.getByRole('searchbox', { name: 'Search the ideas' });
  await search.fill(' EDUCATION');
  await checkbox(page, 'Trust').waitFor({ state: 'hidden' });
  assert.deepEqual(await ideas(page).getByRole('checkbox').count(), 2);
  await checkbox(page, 'Education on benefits').check();
  await search.fill('zeppelin');
  await announcement(page, 'No idea matches');
  assert.equal(await ideas(page).getByRole('checkbox').count(), 0);
  await search.fill('');
  await checkbox(page, 'Trust').waitFor();
  assert.ok(await checkbox(page, 'Education on benefits').isChecked());
  await page.getByText('Pick from these ideas (1 picked)').waitFor();
});

journey('an idea that is no longer ticked is no longer a goal, and undo brings it back', async ({ page, go }) => {
  await onGoals(page, go);
  await checkbox(page, 'Trust').check();
  await checkbox(page, 'Engagement').check();
  assert.deepEqual(await order(page, 'Not sorted yet'), ['Engagement', 'Trust'], 'the newest stands first');
  await checkbox(page, 'Trust').uncheck();
  await announcement(page, 'Removed: Trust. Undo brings it back.');
  assert.deepEqual(await order(page, 'Not sorted yet'), ['Engagement']);
  await button(page, 'Undo').click();
  await inOrder(page, 'Not sorted yet', ['Engagement', 'Trust']);
  assert.ok(await checkbox(page, 'Trust').isChecked());
});

journey('an own goal is added with Enter or the button, an empty one with a sentence instead', async ({ page, go }) => {
  await onGoals(page, go);
  const field = textbox(page, 'Add a goal');
  await button(page, 'Add').click();
  await announcement(page, 'Write something first');
  await field.fill('  A full house on Mondays ');
  await field.press('Enter');
  await announcement(page, 'Added: A full house on Mondays');
  await focused(field, 'the field for the next goal');
  assert.equal(await field.inputValue(), '');
  await field.fill('Letters from regulars');
  await button(page, 'Add').click();
  await inOrder(page, 'Not sorted yet', ['Letters from regulars', 'A full house on Mondays']);
  assert.equal(await page.getByText('Write something first').count(), 0);
});

journey('a goal can be put in other words, and removed', async ({ page, go }) => {
  await withGoals(page, go, IN_TIME);
  await goals(page, 'Prospect goals').first().fill('Earliest');
  await button(page, 'Remove “Earliest”').waitFor();
  await button(page, 'Remove “Middle”').click();
  await announcement(page, 'Removed: Middle');
  await saved(page);
  await reload(page);
  assert.deepEqual(await order(page, 'Prospect goals'), ['Earliest', 'Late']);
});

// --- Sorting and order ---

journey('picked ideas are sorted at once, own goals by hand', async ({ page, go }) => {
  await onGoals(page, go);
  for (const idea of ['More referrals', 'Trust']) await checkbox(page, idea).check();
  await textbox(page, 'Add a goal').fill('Mine');
  await textbox(page, 'Add a goal').press('Enter');
  await button(page, 'Sort the picked ideas for me').click();
  await announcement(page, 'Sorted.');
  assert.deepEqual(await order(page, 'Prospect goals'), ['Trust']);
  assert.deepEqual(await order(page, 'Customer goals'), ['More referrals']);
  assert.deepEqual(await order(page, 'Not sorted yet'), ['Mine']);
  await button(page, 'Sort the picked ideas for me').waitFor({ state: 'detached' });
  await button(page, 'Move to customers: “Mine”').click();
  await announcement(page, 'Mine is now under customer');
  await inOrder(page, 'Customer goals', ['More referrals', 'Mine']);
  await list(page, 'Not sorted yet').waitFor({ state: 'hidden' });
  await button(page, 'Move to customers: “Trust”').click();
  await inOrder(page, 'Customer goals', ['More referrals', 'Mine', 'Trust']);
});

journey('what is sorted or removed leaves the focus on the same button of the next goal', async ({ page, go }) => {
  await onGoals(page, go);
  for (const goal of ['One', 'Two', 'Three', 'Four']) {
    await textbox(page, 'Add a goal').fill(goal);
    await page.keyboard.press('Enter');
    await announcement(page, `Added: ${goal}`);
  }
  await button(page, 'Move to prospects: “Four”').focus();
  await page.keyboard.press('Enter');
  await focused(button(page, 'Move to prospects: “Three”'), 'the same button of the next goal');
  await button(page, 'Remove “Three”').focus();
  await page.keyboard.press('Enter');
  await focused(button(page, 'Remove “Two”'), 'the same button of the next goal');
});

journey('arrows move a goal in time, keep the focus, and say the place', async ({ page, go }) => {
  await withGoals(page, go, IN_TIME);
  const up = button(page, 'Move “Late” up');
  const down = button(page, 'Move “Late” down');
  assert.equal(await down.getAttribute('aria-disabled'), 'true');
  await up.focus();
  await page.keyboard.press('Enter');
  await announcement(page, 'Late: place 2 of 3');
  await inOrder(page, 'Prospect goals', ['Early', 'Late', 'Middle']);
  await focused(up, 'the arrow that was pressed');
  await page.keyboard.press('Space');
  await announcement(page, 'Late: place 1 of 3');
  await inOrder(page, 'Prospect goals', ['Late', 'Early', 'Middle']);
  await focused(up, 'the arrow, at the top too');
  assert.equal(await up.getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Enter');
  assert.deepEqual(await order(page, 'Prospect goals'), ['Late', 'Early', 'Middle']);
  await down.press('Enter');
  await inOrder(page, 'Prospect goals', ['Early', 'Late', 'Middle']);
  await focused(down, 'the other arrow');
});

/** Drags a goal by its grip with the mouse, onto something. */
async function drag(page, goal, target) {
  const grip = card(page, goal).getByTitle('Drag to move');
  await grip.hover();
  await page.mouse.down();
  // A drag begins with a move on what is dragged.
  const from = await grip.boundingBox();
  await page.mouse.move(from.x + from.width - 2, from.y + from.height - 2, { steps: 2 });
  await target.hover();
  const { x, y, width, height } = await target.boundingBox();
  await page.mouse.move(x + width / 3, y + height / 3, { steps: 2 });
  await page.mouse.up();
}

journey('a goal dragged onto another is put before it', async ({ page, go }) => {
  await withGoals(page, go, IN_TIME);
  await drag(page, 'Late', card(page, 'Early'));
  await inOrder(page, 'Prospect goals', ['Late', 'Early', 'Middle']);
  await announcement(page, 'Late: place 1 of 3');
  await button(page, 'Undo').click();
  await inOrder(page, 'Prospect goals', ['Early', 'Middle', 'Late']);
});

journey('a goal dragged into the other list changes sides and stays there', async ({ page, go }) => {
  await withGoals(page, go, IN_TIME);
  await drag(page, 'Early', page.getByRole('heading', { name: 'Customer goals' }));
  await inOrder(page, 'Customer goals', ['Afterwards', 'Early']);
  assert.deepEqual(await order(page, 'Prospect goals'), ['Middle', 'Late']);
  await drag(page, 'Middle', card(page, 'Early'));
  await inOrder(page, 'Customer goals', ['Afterwards', 'Middle', 'Early']);
  await saved(page);
  await reload(page);
  assert.deepEqual(await order(page, 'Customer goals'), ['Afterwards', 'Middle', 'Early']);
});

journey('a goal takes one line of 44 px, and what was added stands below where it was written', async ({ page, go }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await withGoals(page, go, IN_TIME);
  for (const goal of Object.keys(IN_TIME)) {
    const { height } = await card(page, goal).boundingBox();
    assert.ok(height <= 46, `${goal} takes ${height} px`);
  }
  await textbox(page, 'Add a goal').fill('One more');
  await textbox(page, 'Add a goal').press('Enter');
  const added = goals(page, 'Not sorted yet').first();
  await until(async () => (await added.inputValue()) === 'One more', 'the goal is there');
  const { y } = await added.boundingBox();
  assert.ok(y > 0 && y < 768, `it is seen at ${y} px`);
  await page.getByRole('heading', { level: 2, name: '2. Sort', exact: true }).waitFor();
  await page.getByRole('heading', { level: 2, name: '3. Put in order', exact: true }).waitFor();
});

journey('a goal that is not sorted keeps its actions, and step 5 asks where they belong', async ({ page, go }) => {
  const action = { id: 201, text: 'Send a card', measure: {} };
  const goal = { id: 200, text: 'Referrals', benefit: 'business', actions: [action] };
  await go();
  await addImported(page, planFile({ goals: [goal] }), 'From a file');
  await goTo(page, 'Map the route');
  await page.getByText('“Referrals”, with 1 action: before or after the first purchase?').waitFor();
  await button(page, 'Move to customers: “Referrals”').click();
  await announcement(page, 'Referrals is now under customer');
  await page.getByText('“Referrals”, with 1 action').waitFor({ state: 'detached' });
  await button(page, 'Add as a step: Send a card').waitFor();
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'the focus is not lost');
});

// --- The check ---

journey('the share of goals that serve the contact is counted and judged', async ({ page, go }) => {
  await withGoals(page, go, IN_TIME);
  const meter = page.getByRole('meter', { name: 'Goals that serve the contact’s experience' });
  const serves = (goal) => card(page, goal).getByRole('checkbox', { name: 'Serves the contact’s experience' });
  const expectShare = async (count, advice) => {
    await page.getByText(`${count} of 4 goals serve the contact’s experience.`).waitFor();
    await announcement(page, advice);
    assert.equal(await meter.evaluate((node) => `${node.value} of ${node.max}`), `${count} of 4`);
  };
  await expectShare(0, 'None of them is about the contact yet');
  await serves('Early').check();
  await expectShare(1, 'That is few');
  await serves('Middle').check();
  await expectShare(2, 'A good balance');
  await serves('Late').check();
  await serves('Afterwards').check();
  await expectShare(4, 'All of them are about the contact');
  await serves('Late').uncheck();
  await expectShare(3, 'A good balance');
});

// --- What is typed and not added ---

journey('a goal that was typed and not added is there when one goes on and comes back', async ({ page, go }) => {
  await onGoals(page, go);
  await textbox(page, 'Add a goal').click();
  await page.keyboard.type('More repeat sales', { delay: 20 });
  await goTo(page, 'Destination');
  await goTo(page, 'Goals');
  await page.getByRole('textbox', { name: 'Goal', exact: true }).first().waitFor();
  const all = await page.getByRole('textbox', { name: 'Goal', exact: true }).evaluateAll((fields) => fields.map((field) => field.value));
  assert.deepEqual(all, ['More repeat sales']);
});

journey('a goal added by its button is added once', async ({ page, go }) => {
  await onGoals(page, go);
  await textbox(page, 'Add a goal').click();
  await page.keyboard.type('Be thanked', { delay: 20 });
  await button(page, 'Add').click();
  await announcement(page, 'Added: Be thanked');
  assert.equal(await page.getByRole('textbox', { name: 'Goal', exact: true }).count(), 1);
  assert.equal(await page.getByText('Write something first').isVisible(), false);
});
