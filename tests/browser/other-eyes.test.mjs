// Every page, and what comes up over it, for those who look in another way: magnified, on a very narrow screen, in the
// colours of their system, without motion.

import assert from 'node:assert/strict';
import { openExample } from './app.mjs';
import { COMES_UP, PAGES, bringUp, cutWords, putAway, smallTargets, stickingOut, unfoldAll, visit } from './pages.mjs';
import { journey, layOutAll } from './support.mjs';

/** Does something on every page of a full plan, and with all that comes up. */
async function everywhere({ page, go }, look) {
  await go();
  await openExample(page);
  for (const [title, address] of Object.entries(PAGES)) {
    await visit(page, title, address);
    await unfoldAll(page);
    await layOutAll(page);
    await look(title);
  }
  for (const name of Object.keys(COMES_UP)) {
    await bringUp(page, name);
    await layOutAll(page);
    await look(name);
    await putAway(page);
  }
}

const SMALL = {
  // 1280 × 800 at 200 %.
  'magnified twice': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  // 1280 × 1024 at 400 %.
  'on 320 pixels': { viewport: { width: 320, height: 256 } },
};

for (const [how, profile] of Object.entries(SMALL)) {
  journey(`every page and what comes up over it fits ${how}`, { profile: { ...profile, reducedMotion: 'reduce' } }, async (given) => {
    const wrong = [];
    await everywhere(given, async (what) => {
      for (const found of await stickingOut(given.page)) wrong.push(`${what} sticks out: ${found}`);
      for (const found of await cutWords(given.page)) wrong.push(`${what} is cut: ${found}`);
      for (const found of await smallTargets(given.page)) wrong.push(`${what} is small: ${found}`);
      const outside = await given.page.evaluate(() =>
        [...document.querySelectorAll('dialog[open]')]
          .map((dialog) => dialog.getBoundingClientRect())
          .filter(({ left, right, top, bottom }) => left < 0 || right > innerWidth || top < 0 || bottom > innerHeight)
          .map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round).join()),
      );
      for (const found of outside) wrong.push(`${what} is not wholly on the screen: ${found}`);
    });
    assert.deepEqual(wrong, []);
  });
}

/** What can have the focus and does not show that it has, what can be pressed and has no edge. */
const unseen = (page) =>
  page.evaluate(() => {
    const within = document.querySelector('dialog[open]') ?? document;
    const can = [...within.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
      (node) => node.checkVisibility({ visibilityProperty: true }) && !node.disabled,
    );
    const shows = (node) => {
      if (node instanceof SVGElement) {
        const drawn = [...node.querySelectorAll('*')].map((shape) => getComputedStyle(shape));
        return drawn.some(({ stroke, strokeWidth }) => stroke !== 'none' && parseFloat(strokeWidth) >= 3);
      }
      // A field that is part of a box has its ring around the box; one that takes a file, around its label.
      const candidates = [node.labels?.[0]];
      for (let at = node; at && at !== document.body; at = at.parentElement) candidates.push(at);
      return candidates.filter(Boolean).some((at) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      });
    };
    const had = document.activeElement;
    const wrong = [];
    for (const node of can) {
      // What got the focus by a press shows it once it is reached by a key.
      if (node === had) node.blur();
      node.focus({ preventScroll: true, focusVisible: true });
      if (document.activeElement === node && !shows(node)) wrong.push(`no ring: ${node.outerHTML.slice(0, 120)}`);
      const { borderTopWidth, borderTopStyle } = getComputedStyle(node);
      const isBox = node.matches('.button:not(.button--quiet), .field__input');
      if (isBox && (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1)) {
        wrong.push(`no edge: ${node.outerHTML.slice(0, 120)}`);
      }
    }
    had?.focus?.({ preventScroll: true });
    return wrong;
  });

for (const colorScheme of ['light', 'dark']) {
  const profile = { forcedColors: 'active', colorScheme, viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' };
  journey(`in the ${colorScheme} colours of the system the focus and the edges show everywhere`, { profile }, async (given) => {
    const wrong = [];
    await everywhere(given, async (what) => {
      for (const found of await unseen(given.page)) wrong.push(`${what}: ${found}`);
    });
    assert.deepEqual(wrong, []);
  });
}

journey('who wants no motion gets none', { profile: { reducedMotion: 'reduce' } }, async (given) => {
  const wrong = [];
  await everywhere(given, async (what) => {
    const moving = await given.page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((node) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(node);
          return animationName !== 'none' || /[1-9]/.test(transitionDuration) || scrollBehavior === 'smooth';
        })
        .map((node) => node.outerHTML.slice(0, 100)),
    );
    for (const found of moving) wrong.push(`${what}: ${found}`);
  });
  assert.deepEqual(wrong, []);
});
