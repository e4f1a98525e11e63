// A moving picture of the list that becomes dates, typed key by key.

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { newProfile, open } from './support.mjs';

const LINES = ['call next day', 'e-mail with prices in 3 days, Ben', 'letter after two weeks', 'if no answer: call again a week later'];
// In milliseconds.
const KEY = 90;
const END_OF_LINE = 700;
const END = 3500;

/** Writes an animated WebP. Python's imaging library puts the pictures together. */
export async function listBecomesDates(browser, url, file) {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-'));
  const context = await newProfile(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  try {
    const page = await context.newPage();
    await open(page, url);
    await page.waitForFunction(() => localStorage.getItem('followthrough-fonts'));
    // They are used from the next page on.
    for (const hash of ['#/about', '#/']) {
      await page.goto(url + hash);
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    const field = page.getByRole('textbox', { name: 'What you do after somebody gets in touch' });
    await field.click();
    const clip = await frame(page);
    const pictures = [];
    const take = async (duration) => {
      const path = join(folder, `${String(pictures.length).padStart(4, '0')}.png`);
      await page.screenshot({ path, clip });
      pictures.push(`${duration}:${path}`);
    };
    for (const [at, line] of LINES.entries()) {
      if (at > 0) await page.keyboard.press('Enter');
      for (const key of line) {
        await page.keyboard.type(key);
        await take(KEY);
      }
      // What is offered as the next words is no part of what was typed.
      await page.keyboard.press('Escape');
      await take(at + 1 < LINES.length ? END_OF_LINE : END);
    }
    await promisify(execFile)(process.env.PYTHON || 'python3', ['-c', JOIN, file, ...pictures]);
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Where the list stands, with room for all its lines. */
async function frame(page) {
  const heading = await page.getByRole('heading', { name: 'What you do after somebody gets in touch' }).boundingBox();
  const x = Math.floor(heading.x) - 16;
  return { x, y: Math.floor(heading.y) - 16, width: 1440 - 2 * 80 + 96 - x, height: 448 };
}

// Pictures that are the same stand for longer.
const JOIN = `
import sys
from PIL import Image
file, *given = sys.argv[1:]
frames, durations = [], []
for duration, path in (one.split(':', 1) for one in given):
    picture = Image.open(path).convert('RGB')
    if frames and frames[-1].tobytes() == picture.tobytes():
        durations[-1] += int(duration)
    else:
        frames.append(picture)
        durations.append(int(duration))
frames[0].save(file, save_all=True, append_images=frames[1:], duration=durations, loop=0, quality=60, method=4, minimize_size=True)
`;
