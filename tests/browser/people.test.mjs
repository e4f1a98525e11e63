// The people on a plan: added, pasted, led through their sequences, put together, removed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import {
  announcement,
  arrived,
  button,
  checkbox,
  date,
  downloaded,
  focused,
  openExample,
  reload,
  saved,
  startNewPlan,
  textbox,
  unfold,
  until,
} from './app.mjs';
import { axe, journey } from './support.mjs';

const TEN = `Name\tE-mail\tPhone\tStart\tCompany
Amara Nwosu\tamara.nwosu@example.org\t\t03/12/2026\tSchool
Ada Berg\tada@berg.example\t01 555 0101\t03/12/2026\tSchool
Bela Cole\tbela@cole.example\t\t04/12/2026\tBar
Cora Dunn\tcora@dunn.example\t\t\tBar
Dora Egan\tdora@egan.example\t\t\tBar
Emil Ford\temil@ford.example\t\t\tBar
Fay Grant\tfay@grant.example\t\t\tBar
Gil Hart\tgil@hart.example\t\t\tBar
Hope Iles\thope@iles.example\t\t\tBar
Ivo Jones\tivo@jones.example\t\t\tBar`;

const select = (page, name) => page.getByRole('combobox', { name, exact: true });
const people = (page) => page.getByRole('region', { name: 'Everybody', exact: true });
const count = (page, words) => people(page).getByText(words, { exact: true }).waitFor();
const undo = (page) => button(page, 'Undo').click();

async function toPeople(page) {
  if (page.url().endsWith('#/people')) return;
  await page.evaluate(() => (location.hash = '#/people'));
  await arrived(page, 'People');
}

async function openPeople(page, go) {
  await go();
  await openExample(page);
  await toPeople(page);
}

/** Goes to the page of somebody, by the list. */
async function openPerson(page, name) {
  await toPeople(page);
  await people(page).getByRole('link', { name, exact: true }).click();
  await arrived(page, name);
}

/** Adds somebody who starts today. */
async function add(page, name, sequence = 'Prospect sequence') {
  await toPeople(page);
  if (!(await textbox(page, 'Name').isVisible())) await button(page, 'Add somebody').click();
  await textbox(page, 'Name').fill(name);
  await select(page, 'Sequence').selectOption(sequence);
  await button(page, 'Add this person').click();
  await announcement(page, `${name} is added.`);
}

/** All that the browser keeps, in local storage and in its databases. */
const everythingKept = (page) =>
  page.evaluate(async () => {
    const result = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const { name } of await indexedDB.databases()) {
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        kept.push(JSON.stringify(await result(database.transaction(store).objectStore(store).getAll())));
      }
      database.close();
    }
    return kept.join('\n');
  });

journey('somebody is added by keyboard alone, and it is said when their first step is due', async ({ page, go }) => {
  await openPeople(page, go);
  await count(page, '25 people');
  const reach = async (locator, what) => {
    await until(async () => {
      if (await locator.evaluate((node) => node === document.activeElement)) return true;
      await page.keyboard.press('Tab');
      return false;
    }, what);
  };
  await reach(button(page, 'Add somebody'), 'the way to add somebody has the focus');
  await page.keyboard.press('Enter');
  await reach(textbox(page, 'Name'), 'the name has the focus');
  await page.keyboard.press('Enter');
  await page.getByText('Write the name first.').waitFor();
  await page.keyboard.type('Jo Hardy');
  await page.keyboard.press('Tab');
  await page.keyboard.type('jo@hardy.example');
  await page.keyboard.press('Enter');
  await announcement(page, 'Jo Hardy is added. Prospect, step 1 is due today.');
  await focused(textbox(page, 'Name'), 'the name, for the next');
  assert.equal(await textbox(page, 'Name').inputValue(), '');
  assert.equal(await textbox(page, 'E-mail').inputValue(), '');
  await count(page, '26 people');
  await textbox(page, 'Name').fill('Nobody Yet');
  await select(page, 'Sequence').selectOption('None yet');
  await textbox(page, 'Name').press('Enter');
  await announcement(page, 'Nobody Yet is added. On no sequence.');
  await select(page, 'Show').selectOption('On none');
  await people(page).getByRole('link', { name: 'Nobody Yet' }).waitFor();
  assert.equal(await people(page).getByRole('link', { name: 'Jo Hardy' }).count(), 0);
  await select(page, 'Show').selectOption('All');
  await page.getByRole('searchbox', { name: 'Search' }).fill('hardy.example');
  await count(page, '1 of 27 people');
  assert.deepEqual(await axe(page), []);
});

journey('ten lines are pasted, looked at and taken as one change', async ({ page, go }) => {
  await openPeople(page, go);
  await button(page, 'Paste several').click();
  await textbox(page, 'People, one on each line').fill(TEN);
  await page.getByText('This comes to 10 people.').waitFor();
  const table = page.getByRole('table', { name: 'Understood like this' });
  const row = (name) => table.getByRole('row').filter({ hasText: name });
  await row('Amara Nwosu').getByText('Looks like Amara Nwosu, who is on this sequence already.').waitFor();
  assert.equal(await checkbox(page, 'Amara Nwosu').isChecked(), false);
  assert.equal(await checkbox(page, 'Ada Berg').isChecked(), true);
  assert.equal(await select(page, 'Column 5: Company').inputValue(), 'Group');
  await count(page, '25 people');
  await button(page, 'Add 9 people').click();
  await page.getByText('Say first whether the day or the month comes first').waitFor();
  await select(page, 'In these dates').selectOption('The day comes first: 31/12/2026');
  await row('Ada Berg').getByText('Thu 3 Dec 2026').waitFor();
  await select(page, 'Column 5: Company').selectOption('Leave out');
  await checkbox(page, 'Ivo Jones').uncheck();
  assert.deepEqual(await axe(page), []);
  await button(page, 'Add 8 people').click();
  await announcement(page, '8 people were added.');
  await count(page, '33 people');
  await focused(page.getByRole('heading', { name: 'Everybody' }), 'the heading of the list');
  assert.equal(await textbox(page, 'People, one on each line').inputValue(), '');
  await undo(page);
  await count(page, '25 people');
});

journey('what is pasted is still there after a look at another page', async ({ page, go }) => {
  await openPeople(page, go);
  await button(page, 'Paste several').click();
  const text = 'Ann Archer <ann@x.example>\nBen Baker <ben@y.example>';
  await textbox(page, 'People, one on each line').fill(text);
  await page.getByText('This comes to 2 people.').waitFor();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Monday/ }).waitFor();
  await toPeople(page);
  await page.getByText('This comes to 2 people.').waitFor();
  assert.equal(await textbox(page, 'People, one on each line').inputValue(), text);
  await button(page, 'Add 2 people').click();
  await announcement(page, '2 people were added.');
  await people(page).getByRole('link', { name: 'Ann Archer', exact: true }).waitFor();
  await toPeople(page);
  assert.equal(await textbox(page, 'People, one on each line').inputValue(), '');
});

journey('what moves is shown before steps are counted from what passed', async ({ page, go }) => {
  await openPeople(page, go);
  await people(page).getByRole('link', { name: 'Eoin Gallagher', exact: true }).click();
  await arrived(page, 'Eoin Gallagher');
  await unfold(page, 'Add what passed');
  const moves = page.getByText(/\d+ steps come .* later\./);
  assert.equal(await moves.count(), 0);
  await checkbox(page, 'Count the prospect steps that follow from it').check();
  await moves.waitFor();
  await button(page, 'Add it').click();
  await announcement(page, /^Noted\. .*\d+ steps come .* later\..* Undo takes it back\.$/);
});

journey('people are read from a spreadsheet that is chosen, and one that cannot be read is refused', async ({ page, go }) => {
  await openPeople(page, go);
  await button(page, 'Paste several').click();
  const choose = (name, text) =>
    page.getByLabel('Or choose a spreadsheet').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('people.csv', 'Name;E-mail\nAnn Archer;ann@example.com\nBen Baker;ben@example.com\n');
  await page.getByText('This comes to 2 people.').waitFor();
  await choose('broken.xlsx', 'PK\u0003\u0004 and no more');
  await page.getByText('This spreadsheet is damaged or was cut short.').waitFor();
});

journey('those who are pasted start on days that are spread, so that nobody has too many calls', async ({ page, go }) => {
  await openPeople(page, go);
  await button(page, 'Paste several').click();
  await textbox(page, 'People, one on each line').fill(Array.from({ length: 8 }, (_, at) => `Caller ${at + 1}`).join('\n'));
  await page.getByText('This comes to 8 people.').waitFor();
  await select(page, 'They start').selectOption('So that nobody has more than 2 calls a day');
  await page.getByText(/^They start from \w{3} \d+ (Nov|Dec) 2026 to /).waitFor();
  await button(page, 'Add 8 people').click();
  await announcement(page, '8 people were added.');
  await saved(page);
  const started = await page.evaluate(async () => {
    const request = indexedDB.open('followthrough');
    const database = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const all = database.transaction('records').objectStore('records').getAll();
    const records = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
    database.close();
    const contacts = records.flatMap((record) => JSON.parse(record.slice(record.indexOf('\n') + 1)).contacts ?? []);
    return contacts.filter(({ name }) => name.startsWith('Caller')).map(({ enrolments: [{ start }] }) => start);
  });
  assert.equal(started.length, 8);
  assert.ok(new Set(started).size > 1, `they start on ${started}`);
  assert.deepEqual(started, [...started].sort());
});

journey('somebody pasted who is in the list already starts on the sequence instead of being added', async ({ page, go }) => {
  await openPeople(page, go);
  await button(page, 'Paste several').click();
  await textbox(page, 'People, one on each line').fill('Name\nHarriet Osei\nPascal Moreau');
  await page.getByText('Looks like Harriet Osei, who is in your list already.').waitFor();
  await page.getByText('They want to hear nothing more, so they are left out.').waitFor();
  await page.getByText('Nobody is ticked.').waitFor();
  await checkbox(page, 'Pascal Moreau').click();
  assert.equal(await checkbox(page, 'Pascal Moreau').isChecked(), false, 'whoever opted out stays out');
  await checkbox(page, 'Harriet Osei').check();
  await button(page, 'Start 1 person').click();
  await announcement(page, '1 person who was in your list has started.');
  await count(page, '25 people');
  await people(page).getByRole('listitem').filter({ hasText: 'Harriet Osei' }).getByText('Prospect, step 1').waitFor();
});

journey('a plan that nobody is on says how to begin', async ({ page, go }) => {
  await go();
  await startNewPlan(page);
  await toPeople(page);
  await page.getByText('Nobody is on this plan yet.').waitFor();
  assert.deepEqual(await axe(page), []);
  await textbox(page, 'Name').fill('Jo Hardy');
  await textbox(page, 'Name').press('Enter');
  await announcement(page, 'Jo Hardy is added. Prospect, there are no steps yet.');
  await count(page, '1 person');
});

journey('a step is done and opened again, and a purchase leads on to the customer sequence', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  await openPerson(page, 'Jo Hardy');
  const region = (name) => page.getByRole('region', { name });
  await region(/^Prospect sequence since Mon 23 Nov 2026/).waitFor();
  await button(page, 'Done: prospect step 1').click();
  await announcement(page, 'Prospect step 1: Done.');
  await focused(button(page, 'Open again: prospect step 1'), 'what can be done with the step now');
  await page.keyboard.press('Enter');
  await announcement(page, 'Prospect step 1 is to be done again.');
  await button(page, 'More: prospect step 1').click();
  await date(page, 'Day').fill('2026-11-24');
  await button(page, 'Done on that day').click();
  await page.getByText('Tue 24 Nov 2026 has not come yet.').waitFor();
  await date(page, 'Day').fill('2026-11-23');
  await button(page, 'Skip').click();
  await announcement(page, 'Prospect step 1: Skipped.');
  assert.deepEqual(await axe(page), []);
  await button(page, 'They bought').click();
  await announcement(page, 'Jo Hardy: bought. The customer sequence goes on from here.');
  await region(/^Customer sequence since Mon 23 Nov 2026/).waitFor();
  await page.getByText('Prospect sequence: bought, 23 Nov 2026').waitFor();
  assert.equal(await region(/^Prospect sequence since/).count(), 0);
  await undo(page);
  await region(/^Prospect sequence since/).waitFor();
  assert.equal(await region(/^Customer sequence since/).count(), 0);
});

journey('where the sequence parts, what came of a step is said before it is done', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  await openPerson(page, 'Jo Hardy');
  await button(page, 'Done: prospect step 2').click();
  await announcement(page, 'What comes next depends on what came of it.');
  await focused(select(page, 'What came of it'), 'what came of it');
  // Before that is said it can only be skipped.
  await page.getByText(/^Skipped on that day: \d+ steps come .* earlier\. /).waitFor();
  await select(page, 'What came of it').selectOption('reached');
  await page.getByText(/^Done or skipped on that day: \d+ steps come .* earlier\. /).waitFor();
  await button(page, 'Done on that day').click();
  await announcement(page, 'Prospect step 2: Done: reached.');
});

journey('somebody waits, goes on, and is asked again later', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  await openPerson(page, 'Jo Hardy');
  const proposal = page.getByRole('dialog', { name: 'What moves' });
  const take = () => button(proposal, 'Make the change').click();
  await button(page, 'Put on hold').click();
  await proposal.getByText(/wait until you go on\.$/).waitFor();
  await take();
  await page.getByText('On hold since 23 Nov', { exact: true }).waitFor();
  await button(page, 'Go on').click();
  await proposal.getByText(/go on, the first on Mon 23 Nov 2026\.$/).waitFor();
  await take();
  await page.getByText('Prospect, step 1 is due today', { exact: true }).waitFor();
  await unfold(page, 'Change the start day');
  await date(page, 'Start').first().fill('2026-11-30');
  await page.getByText('This changes dates of 1 person.').waitFor();
  await button(page, 'Take this start day').click();
  await page.getByRole('region', { name: /^Prospect sequence from Mon 30 Nov 2026/ }).waitFor();
  await button(page, 'Not now: next month').click();
  await page.getByText('Prospect sequence: not now, until 23 Dec 2026, said on 23 Nov 2026').waitFor();
  await button(page, 'Open again').click();
  await take();
  await page.getByRole('region', { name: /^Prospect sequence from/ }).waitFor();
});

/** A plan of a call and a letter on which there is one person, whose page is open. */
async function onlyJo(page, go) {
  await go();
  await textbox(page, 'What you do after somebody gets in touch').fill('call next day\nletter in 3 days');
  await button(page, 'Make it a plan').click();
  await announcement(page, 'Your plan has 2 steps now.');
  await add(page, 'Jo Hardy');
  await openPerson(page, 'Jo Hardy');
}

journey('whoever is the only one and is opened again is shown what that moves', async ({ page, go }) => {
  await onlyJo(page, go);
  await button(page, 'Not now: next month').click();
  await button(page, 'Open again').click();
  const proposal = page.getByRole('dialog', { name: 'What moves' });
  await proposal.getByText(/go on, the first on Tue 24 Nov 2026\.$/).waitFor();
  await button(proposal, 'Make the change').click();
  await page.getByRole('region', { name: /^Prospect sequence since Mon 23 Nov 2026/ }).waitFor();
});

journey('whoever left and is opened again weeks later goes on from that day and is not late', async ({ page, context, go }) => {
  await onlyJo(page, go);
  await button(page, 'Not now: next month').click();
  await page.getByText('Prospect sequence: not now, until 23 Dec 2026, said on 23 Nov 2026').waitFor();
  await context.clock.setFixedTime(new Date('2026-12-21T09:00:00+01:00'));
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await button(page, 'Open again').click();
  const proposal = page.getByRole('dialog', { name: 'What moves' });
  await proposal.getByText('2 steps go on, the first on Mon 21 Dec 2026.', { exact: true }).waitFor();
  await button(proposal, 'Make the change').click();
  await page.getByText('Prospect, step 1 is due today', { exact: true }).waitFor();
  await undo(page);
  await button(page, 'Open again').waitFor();
});

journey('whoever was on hold and left is on hold again when opened', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  await openPerson(page, 'Jo Hardy');
  await button(page, 'Put on hold').click();
  await button(page.getByRole('dialog', { name: 'What moves' }), 'Make the change').click();
  await page.getByText('On hold since 23 Nov', { exact: true }).waitFor();
  await button(page, 'Lost').click();
  await page.getByText('Prospect sequence: lost, 23 Nov 2026').waitFor();
  await button(page, 'Open again').click();
  await announcement(page, 'The prospect sequence is open again, and still on hold. Undo takes it back.');
  await page.getByText('On hold since 23 Nov', { exact: true }).waitFor();
  await button(page, 'Go on').waitFor();
});

journey('what is left open overnight counts from the new day', async ({ page, context, go }) => {
  const become = async (day) => {
    await context.clock.setFixedTime(new Date(`2026-11-${day}T09:00:00+01:00`));
    await page.evaluate(() => dispatchEvent(new Event('focus')));
  };
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  const start = date(page, 'Start');
  assert.equal(await start.inputValue(), '2026-11-23');
  await become(25);
  await until(async () => (await start.inputValue()) === '2026-11-25', 'the day that is proposed is today');
  await start.fill('2026-11-30');
  await become(26);
  await openPerson(page, 'Jo Hardy');
  await become(27);
  await button(page, 'Not now: next month').click();
  await page.getByText('Prospect sequence: not now, until 27 Dec 2026, said on 27 Nov 2026').waitFor();
});

journey('what passed is written down, answered and taken away', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy', 'None yet');
  await openPerson(page, 'Jo Hardy');
  await unfold(page, 'Add what passed');
  await select(page, 'What').selectOption('They asked something');
  await select(page, 'How').selectOption('Phone');
  await textbox(page, 'What it was about').fill('Is a piano ever too old?');
  await button(page, 'Add it').click();
  await page.getByText('They rang with a question, 23 Nov, not answered yet').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Is a piano ever too old?' }).waitFor();
  await page.getByRole('button', { name: /^Answered today/ }).click();
  await page.getByText('They rang with a question, 23 Nov, answered at once').waitFor();
  await page.getByRole('button', { name: /^Remove: They rang/ }).click();
  await page.getByText('Nothing besides the steps so far.').waitFor();
  await unfold(page, 'Start on the prospect sequence');
  await button(page, 'Start').click();
  await announcement(page, 'Jo Hardy has started. Prospect, step 1 is due today.');
});

journey('the same person twice becomes one', async ({ page, go }) => {
  await openPeople(page, go);
  await add(page, 'Jo Hardy');
  await add(page, 'Jo Hardy', 'None yet');
  await count(page, '27 people');
  await toPeople(page);
  await people(page).getByRole('link', { name: 'Jo Hardy', exact: true }).first().click();
  await arrived(page, 'Jo Hardy');
  await page.getByText('Looks like the same person as').waitFor();
  await button(page, 'Make them one person').click();
  await button(page, 'Make them one').click();
  await announcement(page, 'They are one person now.');
  assert.equal(await page.getByText('Looks like the same person as').count(), 0);
  await toPeople(page);
  await count(page, '26 people');
});

journey('what is typed on the page of somebody is kept', async ({ page, go }) => {
  await openPeople(page, go);
  await openPerson(page, 'Aoife Delaney');
  await textbox(page, 'Group').fill('Orchestra');
  await textbox(page, 'Name').fill('Aoife Daly');
  await page.getByRole('heading', { level: 1, name: 'Aoife Daly' }).waitFor();
  await toPeople(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill('orchestra');
  await count(page, '1 of 25 people');
});

journey('whoever is removed is nowhere in what the browser keeps', async ({ page, go, url }) => {
  await openPeople(page, go);
  await add(page, 'Zebedee Quill');
  await saved(page);
  await until(async () => (await everythingKept(page)).includes('Zebedee Quill'), 'the name is kept');
  await openPerson(page, 'Zebedee Quill');
  const address = page.url();
  await button(page, 'Remove this person').click();
  await button(page, 'Keep them').click();
  await button(page, 'Remove this person').click();
  await button(page, 'Remove them').click();
  await arrived(page, 'People');
  await announcement(page, 'Zebedee Quill is removed. Undo brings them back.');
  await count(page, '25 people');
  await saved(page);
  await until(async () => !(await everythingKept(page)).includes('Zebedee Quill'), 'the name is nowhere');
  await undo(page);
  await count(page, '26 people');
  await button(page, 'Redo').click();
  await page.evaluate((to) => (location.hash = to), new URL(address).hash);
  await arrived(page, 'Nobody here');
  await page.getByText('This person is no longer on the plan.').waitFor();
  await page.getByRole('link', { name: 'All people' }).click();
  await arrived(page, 'People');
});

/** Writes over the first record of people in the durable place. */
const damagePeople = (page, text) =>
  page.evaluate(async (text) => {
    const result = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await result(indexedDB.open('followthrough'));
    const keys = await result(database.transaction('records').objectStore('records').getAllKeys());
    const key = keys.find((key) => /\/people\/.*\/0$/.test(key));
    await result(database.transaction('records', 'readwrite').objectStore('records').put(text, key));
    database.close();
  }, text);

journey('what of the people cannot be read is said, and given back as it is', async ({ page, go }) => {
  await openPeople(page, go);
  await saved(page);
  await damagePeople(page, 'not a record');
  await reload(page);
  const notice = page.getByRole('region', { name: 'Not readable' });
  await notice.getByText('Some of your people could not be read').waitFor();
  const { text } = await downloaded(page, () => notice.getByRole('button', { name: /^Download/ }).first().click());
  assert.equal(text, 'not a record');
  assert.deepEqual(await axe(page), []);
});

journey('a change of the steps leaves those who are under way where they are, if that is wanted', async ({ page, go }) => {
  await go();
  await openExample(page);
  await page.evaluate(() => (location.hash = '#/workshop/route'));
  await page.getByText(/people are under way on these steps/).waitFor();
  await page.getByRole('checkbox', { name: /^Leave them on the steps they have/ }).check();
  const what = page.getByRole('textbox', { name: /^What/ }).first();
  await what.fill('Answer at once, with a picture');
  await what.press('Enter');
  await page.evaluate(() => (location.hash = '#/people'));
  await page.getByRole('link', { name: 'Amara Nwosu', exact: true }).click();
  await page.getByText('Goes by the steps as they were before they were changed.').waitFor();
  await page.getByText('Answer the enquiry and say when we will ring').first().waitFor();
  await button(page, 'Go by the steps of today').click();
  await page.getByText('Answer at once, with a picture').first().waitFor();
});

journey('what is to be done for somebody goes into a calendar', async ({ page, go }) => {
  await openPeople(page, go);
  await select(page, 'Show').selectOption('On a sequence');
  await people(page).getByRole('link').first().click();
  const calendar = button(page, 'Their steps for a calendar');
  const [download] = await Promise.all([page.waitForEvent('download'), calendar.click()]);
  assert.match(download.suggestedFilename(), /\.ics$/);
  const text = await readFile(await download.path(), 'utf8');
  assert.match(text, /^BEGIN:VCALENDAR/);
});

journey('people go into a file and come back out of it, into their plan', async ({ page, go }) => {
  await openPeople(page, go);
  await unfold(page, 'People as a file');
  const { name, text } = await downloaded(page, () => button(page, 'Export people').click());
  assert.match(name, /people.*\.json$/);
  const upload = (content) => ({ name: 'people.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const field = page.getByLabel('Import people', { exact: true });
  await field.setInputFiles(upload('no people'));
  await page.getByText(/^The people in this file cannot be imported/).waitFor();
  const file = JSON.parse(text);
  file.roster.contacts = file.roster.contacts.slice(0, 2);
  await field.setInputFiles(upload(JSON.stringify(file)));
  await page.getByText('They take the place of the 25 people here. Undo brings those back.').waitFor();
  await button(page, 'Take these people').click();
  await count(page, '2 people');
  await undo(page);
  await count(page, '25 people');
});
