// Where and when a plan is looked at: no date moves and no byte of a file differs, whatever the zone, the language, the hour
// or the year on the clock.

import assert from 'node:assert/strict';
import { addImported, dates, exported, goTo, heading, reload, saved } from '../browser/app.mjs';
import { planFile } from '../browser/plan-file.mjs';
import { NOW, journey } from '../browser/support.mjs';

/** Zones by how and when their clocks change, and those that never do; ZONES=40 for all. */
const ZONES = [
  'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/Sao_Paulo',
  'Africa/Cairo', 'Pacific/Kiritimati', 'Europe/London', 'Europe/Moscow', 'Europe/Dublin', 'Europe/Istanbul',
  'America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu', 'America/Phoenix', 'America/St_Johns', 'America/Halifax',
  'America/Mexico_City', 'America/Havana', 'America/Santiago', 'America/Asuncion', 'America/Nuuk', 'America/Caracas',
  'Atlantic/Azores', 'Africa/Casablanca', 'Africa/Johannesburg', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Tehran', 'Asia/Kabul',
  'Asia/Kathmandu', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Adelaide', 'Australia/Sydney', 'Pacific/Chatham',
  'Pacific/Auckland', 'Pacific/Norfolk', 'Antarctica/Troll',
];
const COUNT = Number(process.env.ZONES ?? 8);
const PLAN = planFile({ name: 'Somewhere', prospect: 6, customer: 4 });

/** Moments around the changes of clocks in 2026 and 2027, midnight, the end of February and of the year, and years away. */
const MOMENTS = [
  '2026-11-01T05:30:00Z', '2027-03-14T06:59:59Z', '2027-03-28T00:59:59Z', '2027-04-04T02:30:00Z', '2027-10-30T23:59:59Z',
  '2026-12-31T10:00:00Z', '2028-02-29T12:00:00Z', '1999-12-31T23:59:59Z', '2038-01-19T03:14:08Z', '2399-12-30T12:00:00Z',
];

/** The day that a clock on the wall of a zone shows. */
const dayThere = (moment, timeZone) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(moment));

/** The file without the day it was exported on, and without what depends on the day: who is late. */
function withoutToday(text) {
  const { exportedOn, ...file } = JSON.parse(text);
  for (const steps of Object.values(file.schedule)) {
    for (const step of steps) {
      delete step.overdueSince;
      delete step.state;
      delete step.due;
    }
  }
  return { exportedOn, file };
}

journey(`in ${COUNT} time zones, at midnight and as clocks change, no planned day moves and today is the day there`, { timeout: 600_000, profile: { timezoneId: undefined } }, async ({ t, page, context, go }) => {
  await go();
  await addImported(page, PLAN, 'Somewhere');
  await goTo(page, 'Go and measure');
  await saved(page);
  const { file: first } = withoutToday((await exported(page)).text);
  const session = await context.newCDPSession(page);
  let looked = 0;
  for (const [at, zone] of ZONES.slice(0, COUNT).entries()) {
    await session.send('Emulation.setTimezoneOverride', { timezoneId: '' });
    await session.send('Emulation.setTimezoneOverride', { timezoneId: zone });
    // Each zone at some of the moments, all of them in turn.
    const moments = [0, 1, 2].map((which) => MOMENTS[(at * 3 + which) % MOMENTS.length]);
    for (const moment of moments) {
      await context.clock.setFixedTime(new Date(moment));
      await reload(page);
      await heading(page, 'Go and measure').waitFor();
      const { exportedOn, file } = withoutToday((await exported(page)).text);
      assert.equal(exportedOn, dayThere(moment, zone), `${moment} in ${zone}`);
      assert.deepEqual(file, first, `${moment} in ${zone}`);
      looked += 1;
    }
  }
  t.diagnostic(`${looked} moments in ${COUNT} zones: no planned day moved, today was the day there`);
});

/** The file, its name and the dates as they are in English, where the others are held against them. */
let reference;

journey('in English the file says the day it was exported on', async ({ page, go }) => {
  await go();
  await addImported(page, PLAN, 'Somewhere');
  await goTo(page, 'Go and measure');
  const { text, name } = await exported(page);
  reference = { text, name, shown: await dates(page, 'Prospect') };
  assert.equal(JSON.parse(text).exportedOn, NOW.slice(0, 10));
});

for (const locale of ['tr', 'ar-EG', 'fa', 'th', 'he']) {
  journey(`in ${locale} no date moves and no byte of an export differs`, { profile: { locale } }, async ({ page, go }) => {
    await go();
    await addImported(page, PLAN, 'Somewhere');
    await goTo(page, 'Go and measure');
    const [{ text, name }, shown] = [await exported(page), await dates(page, 'Prospect')];
    assert.ok(reference, 'the file in English is known');
    assert.equal(text, reference.text);
    assert.equal(name, reference.name);
    assert.deepEqual(shown, reference.shown);
    assert.equal(await page.evaluate(() => /[٠-٩۰-۹๐-๙]/.test(document.body.innerText)), false, 'digits are those of the plan');
  });
}
