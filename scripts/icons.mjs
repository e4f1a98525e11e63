// The icons of an installed app, as pictures of assets/icons/icon.svg: as it is, filling a square that a system cuts to its
// own shape, and for the home screens that want no transparent corners.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch, root } from '../tests/browser/support.mjs';

const folder = join(root, 'assets/icons');
// Name, pixels; how large the drawing is on a ground of its own that fills the square, if it has one.
const ICONS = [
  ['192.png', 192],
  ['512.png', 512],
  // All that matters lies within a circle of four fifths of the square.
  ['maskable-512.png', 512, 0.74],
  ['apple-touch-icon.png', 180, 0.88],
];

const drawing = await readFile(join(folder, 'icon.svg'), 'utf8');
const [ground] = /<rect width="64" height="64"[^>]*>/.exec(drawing) ?? [];
if (!ground) throw new Error('The drawing has no ground of 64 by 64 where it was expected.');

function filling(scale) {
  const shift = (64 * (1 - scale)) / 2;
  return drawing
    .replace(ground, `${ground.replace(/ rx="\d+"/, '')}<g transform="translate(${shift} ${shift}) scale(${scale})">`)
    .replace('</svg>', '</g></svg>');
}

const browser = await launch();
try {
  for (const [name, size, scale] of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = scale ? filling(scale) : drawing;
    await page.setContent(`<style>body { margin: 0 } svg { display: block; height: 100vh; width: 100vw }</style>${svg}`);
    await writeFile(join(folder, name), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
