// Many people to measure with.

import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { button, downloaded, openExample, saved, unfold } from './app.mjs';
import { open } from './support.mjs';

/** The exported people of the example over and over, under other names: so many. */
function crowd(text, count) {
  const file = JSON.parse(text);
  const known = file.roster.contacts.filter((contact) => contact.enrolments?.length);
  file.roster.contacts = Array.from({ length: count }, (_, at) => {
    const contact = structuredClone(known[at % known.length]);
    return { ...contact, id: at + 1, name: `${contact.name} ${at + 1}` };
  });
  file.roster.lastContact = count;
  return JSON.stringify(file);
}

/** Opens the example with so many people on it; how long it took to take them in and save them for good, in milliseconds. */
export async function openWithCrowd(page, url, count) {
  await open(page, url);
  await openExample(page);
  await page.evaluate(() => (location.hash = '#/people'));
  await unfold(page, 'People as a file');
  const { text } = await downloaded(page, () => button(page, 'Export people').click());
  const path = join(tmpdir(), `crowd-${process.pid}.json`);
  await writeFile(path, crowd(text, count));
  await page.getByLabel('Import people').setInputFiles(path);
  await button(page, 'Take these people').click();
  const began = Date.now();
  await saved(page);
  await rm(path);
  return Date.now() - began;
}
