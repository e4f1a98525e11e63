// Days off as the laws of some countries say, reckoned without the app.

const iso = (year, month, day) => new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
const weekday = (date) => new Date(date).getUTCDay();
export const plus = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const nth = (year, month, day, count) => {
  const first = iso(year, month, 1);
  return plus(first, ((day - weekday(first) + 7) % 7) + 7 * (count - 1));
};
const lastMonday = (year, month) => {
  const last = iso(year, month + 1, 0);
  return plus(last, -((weekday(last) + 6) % 7));
};
/** Sunday goes to Monday, Saturday to Friday. */
const nearest = (date) => plus(date, { 0: 1, 6: -1 }[weekday(date)] ?? 0);
/** A day on a weekend gives way to the next weekday that is not taken. */
const moved = (date, taken = []) => ([0, 6].includes(weekday(date)) || taken.includes(date) ? moved(plus(date, 1), taken) : date);

function easter(year) {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const full = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11));
  const day = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return plus(iso(year, 3, 28), full - day);
}

/** The days off of some years, by country. */
export const LAWS = {
  'United States': (year) => [
    nearest(iso(year, 1, 1)),
    nth(year, 1, 1, 3),
    nth(year, 2, 1, 3),
    lastMonday(year, 5),
    nearest(iso(year, 6, 19)),
    nearest(iso(year, 7, 4)),
    nth(year, 9, 1, 1),
    nth(year, 10, 1, 2),
    nearest(iso(year, 11, 11)),
    nth(year, 11, 4, 4),
    nearest(iso(year, 12, 25)),
  ],
  'Germany: Bavaria': (year) => [
    ...[[1, 1], [1, 6], [5, 1], [10, 3], [11, 1], [12, 25], [12, 26]].map(([month, day]) => iso(year, month, day)),
    ...[-2, 1, 39, 50, 60].map((days) => plus(easter(year), days)),
  ],
  'United Kingdom: England': (year) => {
    const christmas = moved(iso(year, 12, 25));
    return [
      moved(iso(year, 1, 1)),
      plus(easter(year), -2),
      plus(easter(year), 1),
      nth(year, 5, 1, 1),
      lastMonday(year, 5),
      lastMonday(year, 8),
      christmas,
      moved(iso(year, 12, 26), [christmas]),
    ];
  },
};
