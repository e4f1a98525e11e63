// Two hands on a keyboard, and the time that a person takes with them, counted and not waited for.

import assert from 'node:assert/strict';
import { isFocused } from './app.mjs';

/** 40 words a minute, of five keys each. */
const KEY = 60 / (40 * 5);
/** To look and decide before something is pressed that is no text, however often it is pressed then. */
const THOUGHT = 1.2;

export function hands(page) {
  let typed = 0;
  let pressed = 0;
  let thoughts = 0;
  let last = null;
  return {
    async type(words) {
      typed += [...words].length;
      last = null;
      await page.keyboard.type(words);
    },
    async press(key) {
      pressed += 1;
      if (key !== last) thoughts += 1;
      last = key;
      await page.keyboard.press(key);
    },
    /** Presses Tab until something has the focus. */
    async tabTo(target, key = 'Tab') {
      await target.waitFor();
      for (let stops = 0; stops < 160; stops += 1) {
        if (await isFocused(target)) return;
        await this.press(key);
      }
      assert.fail(`${key} leads to ${target}`);
    },
    /** What has been done so far: keys of text, other keys, thoughts, and the minutes they took. */
    sum: () => ({ typed, pressed, thoughts, minutes: ((typed + pressed) * KEY + thoughts * THOUGHT) / 60 }),
  };
}
