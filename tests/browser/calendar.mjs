// Dates counted once more, apart from the app: what its tables are held against. Dates are ISO texts, weekends are
// Saturday and Sunday.

const DAY = 86_400_000;
const plus = (date, days) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
const isOff = (date, daysOff) => [0, 6].includes(new Date(date).getUTCDay()) || daysOff.includes(date);
const nextWorked = (date, daysOff) => (isOff(date, daysOff) ? nextWorked(plus(date, 1), daysOff) : date);

/** The spreadsheet function WORKDAY, for a whole number from 0 on. */
export function workday(start, count, daysOff = []) {
  let date = start;
  for (let left = count; left > 0; ) {
    date = plus(date, 1);
    if (!isOff(date, daysOff)) left -= 1;
  }
  return date;
}

function plusMonths(date, count) {
  const [year, month, day] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The day that so much waiting leads to. All but working days roll on to a day that is worked. */
export function due(from, count, unit, daysOff = []) {
  switch (unit) {
    case 'working days':
      return workday(from, count, daysOff);
    case 'calendar days':
      return nextWorked(plus(from, count), daysOff);
    case 'weeks':
      return nextWorked(plus(from, 7 * count), daysOff);
    case 'months':
      return nextWorked(plusMonths(from, count), daysOff);
  }
}

/** The due dates of steps `{ wait, unit, from }`, each counted from the one before or from the start. */
export function dueDates(start, steps, daysOff = []) {
  const dates = [];
  for (const { wait = 0, unit = 'working days', from } of steps) {
    const anchor = from === 'after the start' ? start : (dates.at(-1) ?? start);
    dates.push(due(anchor, wait, unit, daysOff));
  }
  return dates;
}

/** `Thu 7 Jan 2027`, as the app says it. */
export function inWords(date) {
  const words = new Date(date).toUTCString(); // Thu, 07 Jan 2027 00:00:00 GMT
  const [, weekday, day, month, year] = /^(\w+), (\d+) (\w+) (\d+)/.exec(words);
  return `${weekday} ${Number(day)} ${month} ${year}`;
}
