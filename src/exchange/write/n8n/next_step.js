// Which step comes next for a contact, and on which day. Written by Followthrough. The plan is data: none of it is run.
const PLAN = DATA;

const DAY = 86400000;
const numbered = (iso) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);
// Monday is 0.
const weekday = (day) => (((day + 3) % 7) + 7) % 7;
const calendars = PLAN.calendars.map(({ week, off, worked }) => ({
  week: new Set(week),
  off: new Set(off.map(numbered)),
  worked: new Set(worked.map(numbered)),
}));

const isWorked = (calendar, day) =>
  calendar.worked.has(day) || (calendar.week.has(weekday(day)) && !calendar.off.has(day));

// As WORKDAY in a spreadsheet: the day itself does not count, and none is the day itself.
function workday(calendar, day, count) {
  for (let left = Math.abs(count); left > 0; ) {
    day += Math.sign(count);
    if (isWorked(calendar, day)) left -= 1;
  }
  return day;
}

// A month after 31 January is the end of February.
function afterMonths(day, count) {
  const [year, month, date] = written(day).split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return Date.UTC(year, month - 1 + count, Math.min(date, last)) / DAY;
}

function landing(calendar, from, [length, unit], back) {
  const count = back ? -length : length;
  if (unit === 'working-days') return workday(calendar, from, count);
  if (unit === 'weeks') return from + 7 * count;
  return unit === 'months' ? afterMonths(from, count) : from + count;
}

// A day off at the end of a wait is left for a working day.
function counted(calendar, from, wait, back, roll) {
  const day = landing(calendar, from, wait, back);
  const rolls = ['calendar-days', 'weeks', 'months'].includes(wait[1]);
  return rolls && !isWorked(calendar, day) ? workday(calendar, day, roll) : day;
}

// Whether a holiday comes before the next working day.
function isEve(calendar, day) {
  for (let next = day + 1; next <= day + 7 && !isWorked(calendar, next); next += 1) {
    if (calendar.off.has(next)) return true;
  }
  return false;
}

// Of the days from the earliest on, the first that suits; where none does, the first.
function best(calendar, step, earliest, latest) {
  if (latest !== null && earliest > latest) return earliest;
  const suits = (day) => step.weekdays.includes(weekday(day)) && !(step.avoidsEves && isEve(calendar, day));
  const next = (day) => (step.wait[1] === 'exact-days' ? day + 1 : workday(calendar, day, 1));
  for (let day = earliest; day <= (latest ?? earliest + 92); day = next(day)) {
    if (suits(day)) return day;
  }
  return earliest;
}

// The forks on the way to a step: places and outcomes.
function forks(steps, at) {
  const { after } = steps[at];
  return after === null ? [] : [after, ...forks(steps, after[0])];
}

// The nearest step above on the same path; undone forks go as is expected.
function previous(steps, done, at) {
  const own = new Map(forks(steps, at));
  const goes = (fork) => own.get(fork) ?? (done.has(fork) ? done.get(fork).outcome : steps[fork].expected);
  for (let before = at - 1; before >= 0; before -= 1) {
    if (forks(steps, before).every(([fork, outcome]) => goes(fork) === outcome)) return before;
  }
  return null;
}

// The days of all steps, in their order: done, or due.
function daysOf(steps, start, done, today) {
  const days = [];
  steps.forEach((step, at) => {
    const mark = done.get(at);
    if (mark) {
      days.push({ day: mark.on, last: mark.on });
      return;
    }
    const calendar = calendars[step.calendar];
    const other = step.from === 'previous' ? previous(steps, done, at) : step.from.step;
    let from = start;
    if (step.from.day !== undefined) from = step.from.day === null ? null : numbered(step.from.day);
    else if (step.from !== 'start' && other !== null) {
      // That nobody was reached is known when the last try is over.
      const isAfterSilence = step.after !== null && step.after[0] === other && PLAN.silence.includes(step.after[1]);
      from = isAfterSilence ? days[other].last : days[other].day;
    }
    if (from === null) {
      days.push({ day: null, last: null });
      return;
    }
    const earliest = counted(calendar, from, step.wait, step.back, step.back ? -1 : 1);
    const latest = step.latest === null ? null : counted(calendar, from, step.latest, step.back, -1);
    let day = best(calendar, step, earliest, latest);
    // What can no longer come stays where it was.
    const isPossible = forks(steps, at).every(([fork, outcome]) => !done.has(fork) || done.get(fork).outcome === outcome);
    if (done.size > 0 && day < today && isPossible) {
      const first = step.wait[1] === 'exact-days' || isWorked(calendar, today) ? today : workday(calendar, today, 1);
      day = best(calendar, step, first, latest);
    }
    days.push({ day, last: workday(calendar, day, step.gap * (step.tries - 1)) });
  });
  return days;
}

const isDate = (text) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text.slice(0, 10));
const today = $now.toISODate();
const { followthrough: known, justDone, ...contact } = $json;
const wanted = String(contact.Sequence ?? '').toLowerCase().startsWith('customer') ? 'customer' : 'prospect';
const state = known ?? {
  sequence: PLAN.sequences[wanted].length > 0 ? wanted : wanted === 'customer' ? 'prospect' : 'customer',
  start: isDate(contact.Start) ? contact.Start.slice(0, 10) : today,
  done: [],
};
const doneNow = justDone ? [...state.done, justDone] : state.done;
const steps = PLAN.sequences[state.sequence];
const done = new Map(doneNow.map(({ step, on, outcome }) => [step - 1, { on: numbered(on), outcome: outcome ?? null }]));
const days = daysOf(steps, numbered(state.start), done, numbered(today));
const isWay = (at) => forks(steps, at).every(([fork, outcome]) => done.has(fork) && done.get(fork).outcome === outcome);
const open = days
  .map(({ day }, at) => ({ at, day }))
  .filter(({ at, day }) => !done.has(at) && day !== null && isWay(at))
  .sort((one, other) => one.day - other.day || one.at - other.at);
const followthrough = { ...state, done: doneNow };
for (const name of ['turn', 'day', 'waitUntil', 'task']) delete contact[name];
if (open.length === 0) return { json: { ...contact, followthrough, turn: 'end' } };

const [{ at, day }] = open;
const on = written(day);
const { title, who, tools, message, goal, when } = steps[at];
return {
  json: {
    ...contact,
    followthrough,
    turn: `${state.sequence} ${at + 1}`,
    day: on,
    waitUntil: `${on}T${PLAN.hour}:00:00`,
    task: { title, who, with: tools, message, goal, when },
  },
};
