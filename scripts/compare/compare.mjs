// What JavaScript has, and our engine as wasm in V8, on the same rows; then the table in docs/speed.md.

import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { circumstances, putPart } from './speed_page.mjs';
import { unbound } from './unbound.mjs';

const [root, packages, wasmFile, python] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const version = (name) => require(join(packages, 'node_modules', name, 'package.json')).version;
const given = JSON.parse(await readFile(join(root, 'target/compare/rows.json'), 'utf8'));
const ours = JSON.parse(await readFile(join(root, 'target/compare/ours.json'), 'utf8'));
const numpy = JSON.parse(execFileSync(python, [join(root, 'scripts/compare/compare.py'), join(root, 'target/compare/rows.json')]));

const DAY = 86_400_000;
const toDate = (day) => new Date(day * DAY);
/** The best of some rounds, in nanoseconds. */
function best(work, rounds = 15) {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const began = process.hrtime.bigint();
    work();
    least = Math.min(least, Number(process.hrtime.bigint() - began));
  }
  return least;
}

// --- Ours, in V8 ---

const program = await WebAssembly.compile(await readFile(wasmFile));
const { exports: engine } = await WebAssembly.instantiate(program, unbound(program));
for (const day of given.holidays) engine.holiday(day);
for (const wait of given.waits) engine.wait(wait);
for (const [day, count] of given.rows) engine.row(day, count);
for (const [start, step, on] of given.contacts) engine.contact(start, step, on);
engine.prepare();
const sum = (numbers) => numbers.reduce((total, number) => (total + number) | 0, 0);
if (engine.offsets() !== sum(given.rows.map((row) => row[2])) || engine.reflow() !== sum(given.days)) {
  throw new Error('The engine in wasm gives other dates than the native one.');
}
const wasm = { offset: best(() => engine.offsets(), 300) / given.rows.length, reflow: best(() => engine.reflow(), 300) };

// --- A loop by hand ---

const off = new Set(given.holidays);
const isOff = (day) => (day + 3) % 7 > 4 || off.has(day);
const loop = (start, count) => {
  let day = start;
  for (let left = count; left > 0; ) {
    day += 1;
    if (!isOff(day)) left -= 1;
  }
  return day;
};
const agrees = (answer, rows = given.rows) =>
  `${rows.filter(([day, count, due]) => answer(day, count) === due).length} of ${rows.length}`;
const timed = (answer, rows) => best(() => rows.forEach(([day, count]) => answer(day, count)), 5) / rows.length;

const loopReflow = () => {
  let total = 0;
  for (const [start, step, on] of given.contacts) {
    let last = start;
    given.waits.forEach((wait, at) => {
      last = at === step ? on : loop(last, wait);
      total += last;
    });
  }
  return total;
};

// --- Libraries ---

const { addBusinessDays } = require('date-fns');
const formula = require('@formulajs/formulajs');
const { HyperFormula } = require('hyperformula');

const some = given.rows.slice(0, 300);
const holidayDates = given.holidays.map(toDate);
const local = (day) => {
  const date = toDate(day);
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
};
const localHolidays = given.holidays.map(local);
const dayOf = (date) => Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY);
const byFormula = (day, count) => dayOf(formula.WORKDAY(local(day), count, localHolidays));
const byDateFns = (day, count) => dayOf(addBusinessDays(local(day), count));

const SERIAL = 25_569; // 1 January 1970 in a spreadsheet
const sheet = HyperFormula.buildFromArray([given.holidays.map((day) => day + SERIAL)], { licenseKey: 'gpl-v3' });
const range = `$A$1:${sheet.simpleCellAddressToString({ sheet: 0, row: 0, col: given.holidays.length - 1 }, 0).replace(/(\D+)(\d+)/, '$$$1$$$2')}`;
const cells = (rows) => rows.map(([day, count]) => [`=WORKDAY(${day + SERIAL},${count},Sheet1!${range})`]);
const second = sheet.getSheetId(sheet.addSheet('Rows'));
sheet.setSheetContent(second, cells(some));
const answers = sheet.getSheetValues(second).map(([value]) => value - SERIAL);
const hyperAgree = `${some.filter((row, at) => row[2] === answers[at]).length} of ${some.length}`;
const hyperOffset = best(() => sheet.setSheetContent(second, cells(some)), 3) / some.length;

// A reflow of 100 contacts, each step a formula on the one before; ten thousand would take minutes.
const part = given.contacts.slice(0, 100);
const chained = (late) =>
  part.map(([start, step, on], row) =>
    [start + SERIAL, ...given.waits].map((wait, at) => {
      if (at === 0) return wait;
      if (at - 1 === step) return on + SERIAL + (late ? 1 : 0);
      return `=WORKDAY(${String.fromCharCode(64 + at)}${row + 1},${wait},Sheet1!${range})`;
    }),
  );
const third = sheet.getSheetId(sheet.addSheet('Contacts'));
sheet.setSheetContent(third, chained(false));
const hyperReflow =
  best(() => {
    sheet.batch(() => {
      part.forEach(([, step, on], row) =>
        sheet.setCellContents({ sheet: third, row, col: step + 1 }, [[on + SERIAL + Math.round(Math.random() * 5)]]),
      );
    });
  }, 3) * (given.contacts.length / part.length);

// --- The table ---

const ns = (value) => (value < 10 ? value.toFixed(1) : value.toLocaleString('en', { maximumFractionDigits: 0 }));
const ms = (value) => (value / 1e6 < 10 ? (value / 1e6).toFixed(3) : (value / 1e6).toLocaleString('en', { maximumFractionDigits: 0 }));
const times = (value, base) => `${(value / base).toLocaleString('en', { maximumFractionDigits: value / base < 10 ? 1 : 0 })} ×`;
const all = `${given.rows.length} of ${given.rows.length}`;
const one = [
  ['Followthrough, on day numbers', ours.offset, all],
  ['Followthrough, on chrono dates', ours.dates, all],
  ['Followthrough, in wasm in V8', wasm.offset, all],
  ['a loop over chrono dates, holidays in a hash set', ours.loop, all],
  ['the crate bdays with its cache, which counts otherwise from days off', ours.bdays, `${ours.bdaysAgree} of ${given.rows.length}`],
  [`numpy ${numpy.version}, busday_offset on whole arrays`, numpy.offset, `${numpy.agree} of ${given.rows.length}`],
  ['a loop by hand in JavaScript, holidays in a Set', timed(loop, given.rows), agrees(loop)],
  [`date-fns ${version('date-fns')}, addBusinessDays, which knows no holidays`, timed(byDateFns, given.rows), agrees(byDateFns)],
  [`@formulajs/formulajs ${version('@formulajs/formulajs')}, WORKDAY`, timed(byFormula, some), agrees(byFormula, some)],
  [`HyperFormula ${version('hyperformula')}, WORKDAY, formulas entered anew`, hyperOffset, hyperAgree],
];
const many = [
  ['Followthrough', ours.reflow],
  ['Followthrough, in wasm in V8', wasm.reflow],
  ['Followthrough, with a holiday edited and its tables made anew', ours.edited],
  [`numpy ${numpy.version}, step by step over all contacts`, numpy.reflow],
  ['a loop by hand in JavaScript', best(loopReflow, 3)],
  ['HyperFormula, measured on 100 contacts and multiplied', hyperReflow],
];
if (numpy.sameDates !== given.days.length) throw new Error('numpy gives other dates for the contacts.');

const text = `# Speed

Made by \`scripts/bench\` in one run on one machine (${circumstances(`Node.js ${process.version}`)}). Machines differ
and are never quiet, so look at the ratios. Each time is the best of many rounds.

## One offset

${given.rows.length.toLocaleString('en')} rows: starts from 2024 to 2030, 1 to 60 working days, Monday to Friday, eleven holidays a year for thirty years. The table of these
years takes ${ours.bytes.toLocaleString('en')} bytes.

| by | ns an offset | to the first | same answers |
|---|---|---|---|
${one.map(([name, time, same]) => `| ${name} | ${ns(time)} | ${times(time, ours.offset)} | ${same} |`).join('\n')}

Slow ones get the first ${some.length} rows. date-fns differs where a holiday comes in between.

## All dates of 10,000 contacts

Ten steps each, one of them done late: 100,000 dates.

| by | ms | to the first |
|---|---|---|
${many.map(([name, time]) => `| ${name} | ${ms(time)} | ${times(time, ours.reflow)} |`).join('\n')}

All but HyperFormula, of which only the time is taken, give the same 100,000 dates. HyperFormula is under the GPL; it is fetched for this comparison
alone and is no part of the app. What all units, windows and branches cost is told by \`cargo bench --no-default-features --bench plans\`.
`;
await putPart(root, text);
console.log(text);
