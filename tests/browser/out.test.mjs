// The plan leaves for other programs, and for other people, and comes to them as it was.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { announcement, arrived, button, heading, openExample, saved, storedPlans, toStart, unfold } from './app.mjs';
import { emptyFolder, journey, launch } from './support.mjs';

const dialog = (page) => page.getByRole('dialog');

async function toFiles(page) {
  await page.getByRole('link', { name: 'For other programs' }).first().click();
  await arrived(page, 'For other programs');
}

async function openExampleFiles(page) {
  await openExample(page);
  await saved(page);
  await toFiles(page);
}

/** What a press on a button hands out: `{ name, bytes }`. */
async function handedOut(page, name) {
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The link to a plan, as it is copied. */
async function copiedLink(page) {
  await button(page, 'Copy the link').click();
  const field = page.getByLabel('The link', { exact: true });
  await field.waitFor();
  return field.inputValue();
}

journey('the dated steps leave as a table that says what the screen says', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const { name, bytes } = await handedOut(page, 'Download Table');
  assert.match(name, /^followthrough-[a-z-]+-2026-11-23\.csv$/);
  const [titles, first] = bytes.toString('utf8').split('\r\n');
  assert.ok(titles.startsWith('\ufeffSequence,Step,What,When,Planned,Due'), titles);
  assert.ok(first.startsWith('Prospect sequence,1,Answer the enquiry'), first);
  await announcement(page, `Exported as ${name}`);
});

journey('everybody’s steps leave when they are wanted', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  await page.getByLabel('Whose steps').selectOption({ label: 'Everybody on the plan (25 people)' });
  const { bytes } = await handedOut(page, 'Download Table');
  const rows = bytes.toString('utf8').split('\r\n');
  assert.ok(rows[0].startsWith('\ufeffContact,Sequence,Step'), rows[0]);
  assert.ok(rows.length > 100, `${rows.length} rows`);
});

journey('a plan in a link is looked at, added beside what is there, and out of the address', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const link = await copiedLink(page);
  assert.ok(link.includes('#/link/1.') && link.length < 8_000, `${link.length} letters`);
  await toStart(page);
  const before = await storedPlans(page);

  await page.goto(link);
  await dialog(page).getByRole('heading', { name: /^You have “.+” already$/ }).waitFor();
  assert.equal(await page.evaluate(() => location.hash), '#/');
  assert.deepEqual(await storedPlans(page), before);
  const facts = await dialog(page).innerText();
  assert.match(facts, /From\s+A link/);
  assert.doesNotMatch(facts, /On it/);

  await button(dialog(page), 'Add as a new plan').click();
  await announcement(page, 'Imported. It stands beside your other plans.');
  await saved(page);
  assert.equal((await storedPlans(page)).length, before.length + 1);
});

journey('the people are in a link only when they are wanted', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  await page.getByLabel('With the people you follow up, and all you know of them').check();
  const link = await copiedLink(page);
  await toStart(page);
  await page.goto(link);
  await dialog(page).getByText('25 people').waitFor();
  await button(dialog(page), 'Add as a new plan').click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await arrived(page, 'People');
  await page.getByText('25 people').first().waitFor();
});

journey('a table has the columns that are chosen, in their order, under their names, and the choice is remembered', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const table = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Table', exact: true }) });
  await unfold(table, 'Choose the columns');
  const columns = page.getByRole('list', { name: 'Columns in their order' });
  for (const column of ['Sequence', 'Step', 'When', 'Planned', 'State', 'Remark', 'Who', 'With', 'Goal', 'Action']) {
    await columns.getByRole('checkbox', { name: column, exact: true }).uncheck();
  }
  await columns.getByLabel('What “Due” is called').fill('Deadline');
  for (let place = 6; place > 2; place -= 1) await button(columns, 'Move Due up').click();
  await announcement(page, '“Due” is column 3 now.');
  assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Move Due up$/);
  const rows = async () => (await handedOut(page, 'Download Table')).bytes.toString('utf8').split('\r\n');
  const chosen = await rows();
  assert.equal(chosen[0], '\ufeffDeadline,What');
  assert.match(chosen[1], /^\d{4}-\d\d-\d\d,"?Answer the enquiry/);

  // One column stays.
  await columns.getByRole('checkbox', { name: 'What', exact: true }).uncheck();
  await columns.getByRole('checkbox', { name: 'Due', exact: true }).click();
  await columns.getByText('A table has one column at least.').waitFor();
  assert.ok(await columns.getByRole('checkbox', { name: 'Due', exact: true }).isChecked());

  await page.reload();
  await heading(page, 'For other programs').waitFor();
  assert.equal((await rows())[0], '\ufeffDeadline');
  await unfold(table, 'Choose the columns');
  await button(page, 'As they were at first').click();
  assert.ok((await rows())[0].startsWith('\ufeffSequence,Step,What,When,Planned,Due'));
});

journey('a link that was cut, or is no link of ours, is refused in a sentence and changes nothing', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const link = await copiedLink(page);
  const [address] = link.split('#');
  await toStart(page);
  const before = await storedPlans(page);
  for (const [bad, why] of [
    [link.slice(0, -40), 'This link is not whole'],
    [`${address}#/link/1.%%%`, 'This link is not whole'],
    [`${address}#/link/1.`, 'This link is not whole'],
    [`${address}#/link/2.abc`, 'This link was made by a newer version'],
    [`${address}#/link/1.${'A'.repeat(70_000)}`, 'This is more than a link can carry'],
  ]) {
    await page.goto(bad);
    await dialog(page).getByRole('heading', { name: 'This link was not opened' }).waitFor();
    await dialog(page).getByText(why).waitFor();
    await button(dialog(page), 'Close').click();
    await dialog(page).waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => location.hash), '#/');
  }
  assert.deepEqual(await storedPlans(page), before);
});

journey('a link that mail put something behind, broke into lines or wrote in capitals carries its plan', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const link = await copiedLink(page);
  const [address, hash] = link.split('#');
  await toStart(page);
  for (const sent of [
    `${link}&utm_source=letter`,
    `${link}).`,
    `${link}%0A`,
    `${address}#${hash.replace('/link/', '/LINK/')}`,
    `${address}#${hash.slice(0, 90)}%0A${hash.slice(90)}`,
  ]) {
    await page.goto(sent);
    await dialog(page).getByRole('heading', { name: /^(Import|A copy of|You have) “/ }).waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
  }
});

journey('a link whose inside would be very large is not unpacked to its end', async ({ page, go }) => {
  await go();
  const bomb = await page.evaluate(async () => {
    const zeros = new Blob([new Uint8Array(40_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
    let letters = '';
    for (const byte of bytes) letters += String.fromCharCode(byte);
    return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  });
  assert.ok(bomb.length < 60_000, `${bomb.length} letters`);
  await page.evaluate((hash) => (location.hash = hash), `/link/1.${bomb}`);
  await dialog(page).getByText('This is more than a link can carry').waitFor();
});

journey('the planner and the plan leave as one file that opens from disk, and asks nobody for anything', async ({ t, page, go }) => {
  await go();
  await openExampleFiles(page);
  const { name, bytes } = await handedOut(page, 'Download planner and plan as one file');
  assert.match(name, /^followthrough-[a-z-]+-2026-11-23\.html$/);
  const folder = await emptyFolder(t);
  await writeFile(join(folder, name), bytes);
  const browser = await launch();
  t.after(() => browser.close());
  const sent = await browser.newPage();
  const asked = [];
  sent.on('request', (request) => asked.push(request.url()));
  await sent.goto(pathToFileURL(join(folder, name)).href);

  await dialog(sent).getByText('From').first().waitFor();
  await button(dialog(sent), 'Add this plan').click();
  await sent.getByRole('heading', { name: 'From a silent piano to a played one' }).waitFor();
  await toFiles(sent);
  const table = await handedOut(sent, 'Download Table');
  assert.match(table.bytes.toString('utf8'), /Answer the enquiry/);
  // It is kept there, and not asked about once more.
  await saved(sent);
  await sent.goto('about:blank');
  await sent.goto(pathToFileURL(join(folder, name)).href);
  await sent.getByRole('link', { name: /^Go on with/ }).waitFor();
  assert.equal(await dialog(sent).count(), 0);
  const outside = asked.filter((address) => !/^(file|blob|data|about):/.test(address));
  assert.deepEqual(outside, []);
});

journey('a calendar holds the open steps, and sent again it knows what changed', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  await page.getByLabel('Remind me').selectOption({ label: 'On the day, at 8:00' });
  const first = (await handedOut(page, 'Download Calendar')).bytes.toString('utf8');
  assert.match(first, /^BEGIN:VCALENDAR\r\n/);
  const events = (text) => text.match(/BEGIN:VEVENT/g)?.length ?? 0;
  assert.ok(events(first) > 5, `${events(first)} events`);
  assert.equal(first.match(/BEGIN:VALARM/g).length, events(first));
  assert.doesNotMatch(first, /ATTENDEE|ORGANIZER/);
  await page.getByText(/^1 step is left out/).waitFor();

  await page.getByLabel('Only what changed since the last time').check();
  let handed = 0;
  page.on('download', () => (handed += 1));
  await button(page, 'Download Calendar').click();
  await announcement(page, /^Nothing has changed since the last time, so nothing was exported/);
  assert.equal(handed, 0);
});

journey('tables and text are copied, to be pasted as cells or read', async ({ page, context, go }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await go();
  await openExampleFiles(page);
  await button(page, 'Copy Cells').click();
  await announcement(page, 'Copied.');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType('text/html')).text();
  });
  assert.match(html, /<td>Answer the enquiry/);
  await button(page, 'Copy Text').click();
  await page.getByRole('listitem').filter({ hasText: 'to be read in a mail' }).getByText('Copied.').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Answer the enquiry and say when we will ring/);
});

// --- And back ---

/** Chooses a table that came back. */
const chooseSheet = (page, name, text) =>
  page.getByLabel('Choose a spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

journey('a changed table is shown cell by cell, and what is ticked is taken as one change', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const [before] = await storedPlans(page);
  const table = (await handedOut(page, 'Download Table')).bytes.toString('utf8');
  const changed = table
    .replace('Answer the enquiry and say when we will ring', 'Answer within the hour')
    .replace('Nora Keane', 'Zoe');
  await chooseSheet(page, 'changed.csv', changed);
  await dialog(page).getByRole('heading', { name: '2 things are different in “changed.csv”' }).waitFor();
  assert.deepEqual(await storedPlans(page), [before]);
  await dialog(page).getByLabel('Prospect sequence, step 1: Who').uncheck();
  await button(dialog(page), 'Take what is ticked').click();
  await announcement(page, 'One change was taken. Undo takes it back.');
  await saved(page);
  const [first] = (await storedPlans(page))[0].plan.sequences.prospect.steps;
  assert.equal(first.what, 'Answer within the hour');
  await button(page, 'Undo').click();
  await saved(page);
  assert.deepEqual((await storedPlans(page))[0].plan, before.plan);
});

journey('a table that nobody changed has nothing to take', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const table = (await handedOut(page, 'Download Table')).bytes.toString('utf8');
  await chooseSheet(page, 'same.csv', table);
  await dialog(page).getByRole('heading', { name: 'Nothing is different in “same.csv”' }).waitFor();
  await button(dialog(page), 'Close').click();
});

journey('a table of something else is read as a list of steps', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  await chooseSheet(page, 'list.csv', 'Task;When\nCall them;2 days after\nWrite a letter;1 week later\n');
  await button(dialog(page), 'Read it as a list').click();
  const list = page.getByRole('textbox', { name: 'What you do after somebody gets in touch' });
  await list.waitFor();
  assert.match(await list.inputValue(), /Call them.*\n.*Write a letter/);
});

journey('what is no spreadsheet is refused in a sentence', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  await chooseSheet(page, 'broken.xlsx', 'PK\u0003\u0004 and no more');
  await dialog(page).getByText('This spreadsheet is damaged or was cut short.').waitFor();
});

journey('what is chosen as a spreadsheet and is none is told which kinds are read', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  for (const [name, start] of [['photo.png', '\u0089PNG\r\n\u001a\n\0'], ['offer.pdf', '%PDF-1.7'], ['letter.docx', 'PK\u0003\u0004']]) {
    await page
      .getByLabel('Choose a spreadsheet')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(start, 'latin1') });
    await dialog(page).getByText(/spreadsheet/).first().waitFor();
    assert.doesNotMatch(await dialog(page).innerText(), /Export JSON/);
    await button(dialog(page), 'Close').click();
  }
});

journey('a spreadsheet goes out, and comes back with nothing in it to take', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  const { name, bytes } = await handedOut(page, 'Download Spreadsheet');
  assert.match(name, /\.xlsx$/);
  await page
    .getByLabel('Choose a spreadsheet')
    .setInputFiles({ name, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes });
  await dialog(page).getByRole('heading', { name: `Nothing is different in “${name}”` }).waitFor();
  await button(dialog(page), 'Close').click();
});

journey('programs that few have are behind a line of words, and each gets its file', async ({ page, go }) => {
  await go();
  await openExampleFiles(page);
  for (const [group, names] of [
    ['For Todoist, Asana or HubSpot', ['Todoist', 'Asana', 'HubSpot tasks']],
    ['For a program that sends by itself', ['n8n workflow', 'Mautic campaigns', 'Build sheets']],
  ]) {
    await unfold(page, group);
    for (const name of names) {
      const file = await handedOut(page, `Download ${name}`);
      assert.ok(file.bytes.length > 500, `${name}: ${file.bytes.length} bytes in ${file.name}`);
    }
  }
});
