// Presses with a mouse that takes its time: what was being typed is taken as the button goes down, and whatever that
// changes on the page, the click reaches what was pressed. It is Monday 23 November 2026.

import assert from 'node:assert/strict';
import { addImported, announcement, arrived, button, fold, goTo, group, stepRow, textbox, until } from './app.mjs';
import { planFile } from './plan-file.mjs';
import { journey } from './support.mjs';

/** How long a slow press lasts, in milliseconds: longer than the page waits before it suggests something. */
const SLOW = 500;

/** Presses with the mouse, slowly; what the click reached. */
async function press(page, target) {
  // As it is now: the page may be another one by then.
  const pressed = await target.elementHandle();
  await pressed.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pressed.boundingBox();
  await page.evaluate(() => {
    window.clicked = [];
    addEventListener('click', (event) => window.clicked.push(event.target), { capture: true });
  });
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate((pause) => new Promise((resolve) => setTimeout(resolve, pause)), SLOW);
  const moved = (await pressed.boundingBox()).y - y;
  await page.mouse.up();
  const isReached = await pressed.evaluate((node) => window.clicked.some((clicked) => node.contains(clicked)));
  return { moved: Math.round(moved), isReached };
}

const reached = async (page, target, what) =>
  assert.deepEqual(await press(page, target), { moved: 0, isReached: true }, what);

async function onRoute(page, go, parts) {
  await go();
  await addImported(page, planFile({ prospect: 6, ...parts }), 'From a file');
  await goTo(page, 'Map the route');
}

const row = (page, number) => stepRow(page, `Prospect step ${number}`);
const cell = (page, number, name) => row(page, number).locator(`[aria-label="${name}"]:not(ul)`);
const more = (page, number) => button(row(page, number), `More about Prospect step ${number}`);

const DRAFTS = [
  ['When', 'exactly 5 days', 'a day that is not worked, which is told under it'],
  ['When', '3 moons', 'a sentence that means nothing'],
  ['Who', 'Nobody of that name', 'a name that is added'],
  ['With', 'pigeon', 'a channel that is none'],
  ['What', 'Call', 'a word'],
];

for (const [name, words, what] of DRAFTS) {
  journey(`with ${what} typed, a press opens another row`, async ({ page, go }) => {
    await onRoute(page, go);
    await cell(page, 2, name).fill(words);
    await reached(page, more(page, 4), 'the row below');
    await group(page, 'Details of prospect step 4').waitFor();
    await cell(page, 2, name).fill(words);
    await reached(page, more(page, 2), 'the same row');
    await group(page, 'Details of prospect step 2').waitFor();
  });
}

journey('a suggestion that comes in moves nothing away from under a press', async ({ page, go }) => {
  const call = (id, channel, from) => ({
    id,
    what: `Ask them, step ${id}`,
    delay: { count: from === 'start' ? 0 : 2, unit: 'working-days', from },
    channel,
    who: 'myself',
    tools: 'Telephone',
    notes: '',
    readiness: 'ready',
  });
  const steps = [call(11, 'phone', 'start'), call(12, 'e-mail', 'previous-step'), call(13, 'e-mail', 'previous-step')];
  await onRoute(page, go, { sequences: { prospect: { trigger: '', steps }, customer: { trigger: '', steps: [] } } });
  await more(page, 2).click();
  const details = group(page, 'Details of prospect step 2');
  await details.waitFor();
  await cell(page, 2, 'With').fill('Phone');
  await reached(page, more(page, 3), 'the row below');
  await group(page, 'Details of prospect step 3').waitFor();
  // Two calls within two days.
  await fold(details, 'on this step').waitFor();
});

journey('a press takes back what was typed in the moment before', async ({ page, go }) => {
  await onRoute(page, go);
  await cell(page, 2, 'What').fill('Ask how they are');
  await cell(page, 3, 'When').fill('exactly 5 days');
  await cell(page, 3, 'When').press('Enter');
  await cell(page, 3, 'When').fill('2 weeks');
  await reached(page, button(page, 'Undo'), 'Undo');
  await until(async () => (await cell(page, 3, 'When').inputValue()) === '5 exact days after step 2', 'the wait is back');
});

journey('with a wait typed, presses move a step, copy it and lead on', async ({ page, go }) => {
  await onRoute(page, go);
  await more(page, 2).click();
  const details = group(page, 'Details of prospect step 2');
  await cell(page, 1, 'When').fill('exactly 5 days');
  await reached(page, button(details, 'Duplicate Prospect step 2'), 'Duplicate');
  await announcement(page, 'Prospect step 2 duplicated.');
  await row(page, 7).waitFor();
  await cell(page, 1, 'When').fill('exactly 6 days');
  await reached(page, button(details, 'Move Prospect step 2 down'), 'Move down');
  await announcement(page, 'Now step 3 of 7.');
  await cell(page, 1, 'When').fill('exactly 5 days');
  await reached(page, button(page, 'Continue'), 'Continue');
  await arrived(page, 'Prepare and build');
});

journey('with a line typed that is not understood, a press says which, and the next makes a plan of the list', async ({ page, go }) => {
  await go();
  const field = textbox(page, 'What you do after somebody gets in touch');
  await field.fill('call next day\nletter in 30 days');
  await field.press('End');
  await reached(page, button(page, 'Make it a plan'), 'Make it a plan');
  await page.getByText('Line 2 is not quite understood').waitFor();
  await button(page, 'Make it a plan').click();
  await page.waitForURL(/#\/plan$/);
});

journey('in the review, a reason that is being typed moves no press away', async ({ page, go }) => {
  await go();
  await addImported(page, planFile({ prospect: 6 }), 'From a file');
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await arrived(page, 'Review');
  const groups = page.locator('.review__group');
  await groups.first().waitFor();
  const toggles = page.locator('.review__toggle');
  await toggles.nth(0).click();
  const dismiss = groups.nth(0).locator('summary', { hasText: 'Dismiss' }).first();
  await dismiss.click();
  await groups.nth(0).getByRole('textbox').first().fill('It is wanted so');
  await reached(page, toggles.nth(1), 'the next group');
  await until(async () => (await toggles.nth(1).getAttribute('aria-expanded')) === 'true', 'it is open');
});
