// The workshop page by page: what one types, moves and takes back, and what the pages say to it.

import assert from 'node:assert/strict';
import { arrived, fold, goTo, saved, startNewPlan, textbox, unfold } from './app.mjs';
import { journey } from './support.mjs';

// --- From page to page ---

journey('going back in the browser while typing keeps what was typed', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Destination');
  await textbox(page, 'As a prospect').fill('Welcome');
  await page.goBack();
  await arrived(page, 'Fresh start');
  await saved(page);
  await page.goForward();
  await arrived(page, 'Destination');
  assert.equal(await textbox(page, 'As a prospect').inputValue(), 'Welcome');
});

journey('a page begins folded, whatever was unfolded on the page before', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
  await goTo(page, 'Prepare and build');
  const isOpen = await fold(page, 'Name the people who help').evaluate((node) => node.parentElement.open);
  assert.equal(isOpen, false);
});
