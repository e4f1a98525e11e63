// Our own typefaces come after the app, and nothing that is read changes under one's eyes.

import assert from 'node:assert/strict';
import { heading, openExample, reload, until } from './app.mjs';
import { journey } from './support.mjs';

/** The typefaces that the first heading and its page are drawn with, as the browser tells. */
async function drawnWith(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'main h1' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName).join();
}

/** Adds up what moves on the page without being asked to, from its very beginning. */
const watchShifts = (page) =>
  page.addInitScript(() => {
    window.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shifted += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });

const haveCome = (page) =>
  until(() => page.evaluate(() => localStorage.getItem('followthrough-fonts') !== null), 'the typefaces have come');

const nextFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

journey('on a first visit the typefaces come after the app, and are used from the next page on', async ({ page, go }) => {
  const asked = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await watchShifts(page);
  await go();
  await haveCome(page);
  const fonts = asked.filter((path) => path.endsWith('.woff2'));
  assert.equal(fonts.length, 2);
  assert.ok(asked.indexOf(fonts[0]) > asked.findIndex((path) => path.endsWith('_bg.wasm')), 'the app comes first');
  await nextFrames(page);
  assert.doesNotMatch(await drawnWith(page), /Followthrough/, 'what is read stays as it was drawn');
  assert.equal(await page.evaluate(() => window.shifted), 0);
  await openExample(page);
  await until(async () => /^Followthrough Serif/.test(await drawnWith(page)), 'the next page is drawn with them');
});

journey('on a later visit the typefaces are there from the beginning, and nothing moves', async ({ page, go }) => {
  await go('#/about');
  await haveCome(page);
  await watchShifts(page);
  await reload(page);
  await heading(page, 'About this method').waitFor();
  await until(async () => /^Followthrough Serif/.test(await drawnWith(page)), 'the page is drawn with them');
  await nextFrames(page);
  assert.equal(await page.evaluate(() => window.shifted), 0);
});

journey('who wishes to save data keeps the typefaces of the system', async ({ page, go }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await go();
  await openExample(page);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  assert.deepEqual(asked.filter((address) => address.endsWith('.woff2')), []);
  assert.doesNotMatch(await drawnWith(page), /Followthrough/);
});
