// Days off from a calendar file: shown with a tick each, chosen, taken; what is left out is said. It is Monday
// 23 November 2026.

import assert from 'node:assert/strict';
import { announcement, button, fold, textbox, unfold } from './app.mjs';
import { HARVEST, calendar, choose, datesAre, event, offered, onRoute } from './calendar-file.mjs';
import { inWords } from './calendar.mjs';
import { axe, journey } from './support.mjs';

const FOUNDERS = event('DTSTART;VALUE=DATE:20200104', 'RRULE:FREQ=YEARLY', 'SUMMARY:Founders\\, all of them');
const MEETING = event('DTSTART:20261127T090000Z', 'DTEND:20261127T100000Z', 'SUMMARY:A meeting');
const TEA = event('DTSTART;VALUE=DATE:20261126', 'TRANSP:TRANSPARENT', 'DESCRIPTION:Observance\\nWork as usual', 'SUMMARY:Day of Tea');
const BIRTHDAY = event('DTSTART;VALUE=DATE:20261127', 'TRANSP:TRANSPARENT', 'SUMMARY:Birthday of Ana');
const CANCELLED = event('DTSTART;VALUE=DATE:20261125', 'STATUS:CANCELLED', 'SUMMARY:Not at all');
const DAILY = event('DTSTART;VALUE=DATE:20250101', 'RRULE:FREQ=DAILY', 'SUMMARY:Always');
const OURS = calendar(HARVEST, FOUNDERS, MEETING, TEA, BIRTHDAY);

const box = (offer, date) => offer.getByRole('checkbox', { name: inWords(date) });
const use = (offer) => button(offer, 'Use these days').click();

journey('the days of a calendar file are ticked before they are taken', async ({ page, go }) => {
  await onRoute(page, go);
  const offer = await offered(page, OURS);
  await offer.getByText(/^\d+ days found, Sat 4 Jan 2025 to /).waitFor();
  await offer.getByText('1 event left out: it has a time of day.', { exact: true }).waitFor();
  assert.ok(await box(offer, '2026-11-24').isChecked());
  assert.ok(await box(offer, '2027-01-04').isChecked());
  await offer.getByText('Founders, all of them').first().waitFor();
  await datesAre(page);
  await use(offer);
  await announcement(page, 'Our holidays added');
  await datesAre(page, ['2026-11-24', '2026-11-25', '2027-01-04']);
  await fold(page, 'Working days: Mon to Fri; Our holidays').waitFor();
  await page.keyboard.press('Control+z');
  await datesAre(page);
});

journey('an observance and a free day are there without a tick, and can be taken', async ({ page, go }) => {
  await onRoute(page, go);
  const offer = await offered(page, OURS);
  const [tea, birthday] = [box(offer, '2026-11-26'), box(offer, '2026-11-27')];
  await offer.getByText('observance', { exact: true }).waitFor();
  await offer.getByText('marked as free', { exact: true }).waitFor();
  assert.deepEqual([await tea.isChecked(), await birthday.isChecked()], [false, false]);
  await tea.check();
  await box(offer, '2026-11-24').uncheck();
  // Turning to the search fetches the list of countries; what was ticked stays.
  await textbox(page, 'Country or region').focus();
  await page.waitForLoadState('networkidle');
  assert.deepEqual([await tea.isChecked(), await box(offer, '2026-11-24').isChecked()], [true, false]);
  await use(offer);
  await datesAre(page, ['2026-11-25', '2026-11-26']);
});

journey('all days, or those of a year, are ticked and unticked at once', async ({ page, go }) => {
  await onRoute(page, go);
  const offer = await offered(page, OURS);
  const count = async (words) => offer.getByText(words, { exact: true }).waitFor();
  const year = offer.getByRole('group', { name: 'Days of 2026' });
  await year.getByText('2026: 3 of 5 days ticked').waitFor();
  await count('18 of 20 days ticked');
  await button(offer, 'Untick all').click();
  await count('0 of 20 days ticked');
  await use(offer);
  await announcement(page, 'Tick at least one day, then use them.');
  await button(year, 'Tick all of 2026').click();
  await count('5 of 20 days ticked');
  await button(year, 'Untick all of 2026').click();
  await count('0 of 20 days ticked');
  await button(offer, 'Tick all').click();
  await count('20 of 20 days ticked');
  await unfold(offer, '2031: 1 of 1 day ticked');
  assert.ok(await box(offer, '2031-01-04').isChecked());
  await use(offer);
  await datesAre(page, ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']);
});

journey('more days than there is room for are said before they are taken', async ({ page, go }) => {
  await onRoute(page, go);
  const offer = await offered(page, calendar(DAILY), 'Every day');
  const full = 'A plan has room for 1000 days of one calendar, and 5844 are ticked.';
  await offer.getByText(full).waitFor();
  await use(offer);
  await announcement(page, full);
  await datesAre(page);
  await button(offer, 'Untick all').click();
  await button(offer.getByRole('group', { name: 'Days of 2027' }), 'Tick all of 2027').click();
  assert.equal(await offer.getByText('A plan has room').count(), 0);
  await use(offer);
  await announcement(page, 'Every day added');
  await datesAre(page);
});

journey('letters that were guessed and a file that ends too early are said beside the days', async ({ page, go }) => {
  await onRoute(page, go);
  const latin = Buffer.from(calendar(HARVEST.replace('Harvest', 'Allerheiligen für alle')), 'latin1');
  const offer = await offered(page, latin, 'Feiertage');
  await offer.getByText('Allerheiligen für alle').first().waitFor();
  await offer.getByText('Read as Western European text: check the names.').waitFor();
  await button(offer, 'Choose another').click();
  const cut = await offered(page, calendar(HARVEST, FOUNDERS).slice(0, -40));
  await cut.getByText('This file ends too early, so days may be missing.').waitFor();
  assert.equal(await cut.getByText('Read as Western European text').count(), 0);
});

journey('a file without days is refused with what it holds, and nothing is changed', async ({ page, go }) => {
  await onRoute(page, go);
  for (const [content, problem] of [
    ['{"a": 1}', 'This file is no calendar. Choose one that ends in .ics'],
    [OURS.slice(0, 60), 'This file ends too early.'],
    [calendar(), 'This calendar holds no whole days off'],
    [calendar(MEETING, MEETING, MEETING), 'Nothing to take: 3 events have a time of day.'],
    [calendar(MEETING, CANCELLED), 'Nothing to take: 1 event has a time of day, 1 was called off.'],
  ]) {
    await choose(page, content, 'x.ics');
    await announcement(page, problem);
  }
  assert.equal(await button(page, 'Use these days').count(), 0);
  await datesAre(page);
});

journey('the list of days can be read and ticked by everybody', async ({ page, go }) => {
  await onRoute(page, go);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await offered(page, OURS);
    assert.deepEqual(await axe(page), [], `${width} px`);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(excess <= 0, `the page scrolls sideways at ${width} px`);
  }
});
