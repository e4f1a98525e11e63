// Calendar files, and the ways to have one read.

import { addImported, dates, focused, goTo, group, unfold, until } from './app.mjs';
import { dueDates } from './calendar.mjs';
import { asUpload, planFile } from './plan-file.mjs';

const due = (daysOff = []) => dueDates('2026-11-23', [{ wait: 0 }, { wait: 2 }, { wait: 2 }], daysOff);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
export const datesAre = (page, daysOff) =>
  until(async () => same(await dates(page, 'Prospect'), due(daysOff)), `the dates are ${due(daysOff)}`);

export const event = (...lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
export const calendar = (...events) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');

export const HARVEST = event('DTSTART;VALUE=DATE:20261124', 'DTEND;VALUE=DATE:20261126', 'SUMMARY:Harvest');

/** A plan of three steps of the audience, and the working days open. */
export async function onRoute(page, go) {
  await go();
  await addImported(page, planFile({ prospect: 3 }), 'From a file');
  await goTo(page, 'Map the route');
  await unfold(page, 'Working days:');
  await datesAre(page);
}

export const fileField = (page) => page.getByLabel('Add holidays from a calendar file (.ics)', { exact: true });
export const choose = (page, content, name) => fileField(page).setInputFiles(asUpload(content, name));

/** What the page offers of a file that it reads. */
export async function offer(page, name) {
  const offered = group(page, name);
  await focused(offered.getByRole('heading', { name, exact: true }), 'the heading of what is offered');
  return offered;
}

export async function offered(page, content, name = 'Our holidays') {
  await choose(page, content, `${name}.ics`);
  return offer(page, name);
}
