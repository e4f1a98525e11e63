// Files with ten thousand rows, and all dates of ten thousand people, beside what others take for the same, in one page and
// one run; then the part of docs/speed.md about it.
//
// Ours begins with the press of the button and ends where the browser is handed the file: plan and people go to the worker,
// all dates are counted, the file is written and comes back. The others begin with finished rows.

import { readFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { circumstances, putPart } from '../../scripts/compare/speed_page.mjs';
import { unbound } from '../../scripts/compare/unbound.mjs';
import { unfold } from './app.mjs';
import { openWithCrowd } from './people-file.mjs';
import { launch, root, site } from './support.mjs';

const [packages, wasmFile] = process.argv.slice(2).map((path) => resolve(path));
const CONTACTS = Number(process.env.PEOPLE ?? 1100);
const ROUNDS = Number(process.env.ROUNDS ?? 5);

const inPackages = (...names) => readFile(join(packages, 'node_modules', ...names), 'utf8');
const version = async (name) => JSON.parse(await inPackages(name, 'package.json')).version;

const [browser, server] = await Promise.all([launch(), site()]);
const context = await browser.newContext({ locale: 'en-GB', bypassCSP: true, serviceWorkers: 'block' });
const page = await context.newPage();
page.setDefaultTimeout(120_000);
await openWithCrowd(page, server.url, CONTACTS);
for (const name of [['xlsx', 'dist', 'xlsx.full.min.js'], ['papaparse', 'papaparse.min.js'], ['hyperformula', 'dist', 'hyperformula.full.min.js']]) {
  await page.addScriptTag({ content: await inPackages(...name) });
}
const calendar = await inPackages('ical-generator', 'dist', 'index.cjs');
await page.addScriptTag({ content: `globalThis.calendars = ((exports) => { ${calendar}\nreturn exports; })({});` });
await page.addScriptTag({ content: `window.unbound = ${unbound}` });

await page.evaluate(() => {
  /** What was handed over last, by the name of its button. */
  window.handed = {};
  /** From a press to the file, in milliseconds. */
  window.pressed = (button, name) =>
    new Promise((done) => {
      const make = URL.createObjectURL;
      const began = performance.now();
      URL.createObjectURL = (blob) => {
        const time = performance.now() - began;
        URL.createObjectURL = make;
        blob.arrayBuffer().then((bytes) => {
          window.handed[name] = new Uint8Array(bytes);
          done(time);
        });
        return make.call(URL, blob);
      };
      button.click();
    });
  /** The same for a file that is made here. */
  window.made = (make) => {
    const began = performance.now();
    const address = URL.createObjectURL(new Blob([make()]));
    const time = performance.now() - began;
    URL.revokeObjectURL(address);
    return time;
  };
});

// --- Files ---

async function press(name) {
  const button = await page.getByRole('button', { name, exact: true }).elementHandle();
  return page.evaluate(([button, name]) => window.pressed(button, name), [button, name]);
}

/**
 * Of each work the best of some rounds, all of them in turn: what else the machine does only ever adds to it, and meets all. The
 * first round, which fetches and warms up, does not count.
 */
async function bests(works, rounds = ROUNDS) {
  const best = {};
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const time = await work();
      if (round > 0) best[name] = Math.min(best[name] ?? Infinity, time);
    }
  }
  return best;
}

await page.evaluate(() => (location.hash = '#/people'));
await unfold(page, 'People as a file');
await press('Export people');
await page.evaluate(() => (window.people = JSON.parse(new TextDecoder().decode(window.handed['Export people']))));
const people = await bests({
  json: () => press('Export people'),
  stringify: () => page.evaluate(() => window.made(() => JSON.stringify(window.people, null, 1))),
});
await page.evaluate(() => (location.hash = '#/plan/files'));
await page.getByLabel('Whose steps').selectOption('people');
for (const name of ['Table', 'Calendar', 'Spreadsheet']) await press(`Download ${name}`);

const counts = await page.evaluate(() => {
  const text = (name) => new TextDecoder().decode(window.handed[name]);
  const [fields, ...data] = window.Papa.parse(text('Download Table'), { skipEmptyLines: true }).data;
  window.rows = { fields, data };
  window.book = window.XLSX.read(window.handed['Download Spreadsheet'], { type: 'array', cellFormula: true });
  const entries = text('Download Calendar').replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1);
  const line = (entry, name) => entry.match(new RegExp(`^${name}[^:]*:(.*)$`, 'm'))?.[1].trim() ?? '';
  window.entries = entries.map((entry) => {
    const [, year, month, day] = line(entry, 'DTSTART').match(/(\d{4})(\d\d)(\d\d)/);
    const start = new Date(Number(year), Number(month) - 1, Number(day));
    return { id: line(entry, 'UID'), start, allDay: true, summary: line(entry, 'SUMMARY'), description: line(entry, 'DESCRIPTION') };
  });
  const cells = Object.values(window.book.Sheets).flatMap((sheet) => Object.keys(sheet).filter((key) => key[0] !== '!').map((key) => sheet[key]));
  return { rows: data.length, entries: entries.length, cells: cells.length, formulas: cells.filter((cell) => cell.f).length };
});
if (counts.rows < 10_000) throw new Error(`These are ${counts.rows} rows only.`);

const times = {
  ...people,
  ...(await bests({
    csv: () => press('Download Table'),
    papaparse: () => page.evaluate(() => window.made(() => window.Papa.unparse(window.rows, { newline: '\r\n' }))),
    sheetCsv: () =>
      page.evaluate(() =>
        window.made(() => window.XLSX.utils.sheet_to_csv(window.XLSX.utils.aoa_to_sheet([window.rows.fields, ...window.rows.data]))),
      ),
    ics: () => press('Download Calendar'),
    calendar: () =>
      page.evaluate(() =>
        window.made(() => {
          const calendar = window.calendars.default({ name: 'Steps' });
          for (const entry of window.entries) calendar.createEvent(entry);
          return calendar.toString();
        }),
      ),
    xlsx: () => press('Download Spreadsheet'),
    sameBook: () =>
      page.evaluate(() => window.made(() => window.XLSX.write(window.book, { type: 'array', bookType: 'xlsx', compression: true }))),
    plainBook: () =>
      page.evaluate(() =>
        window.made(() => {
          const book = window.XLSX.utils.book_new();
          window.XLSX.utils.book_append_sheet(book, window.XLSX.utils.aoa_to_sheet([window.rows.fields, ...window.rows.data]), 'Steps');
          return window.XLSX.write(book, { type: 'array', bookType: 'xlsx', compression: true });
        }),
      ),
  })),
};

// --- Dates ---

/** Eleven holidays a year, 2026 to 2028, and the waits of ten steps. */
const HOLIDAYS = [2026, 2027, 2028].flatMap((year) =>
  [[1, 1], [1, 19], [2, 16], [5, 25], [6, 19], [7, 4], [9, 7], [10, 12], [11, 11], [11, 26], [12, 25]].map(
    ([month, day]) => Date.UTC(year, month - 1, day) / 86_400_000,
  ),
);
const given = {
  holidays: HOLIDAYS,
  waits: [2, 3, 5, 10, 3, 5, 5, 10, 20, 20],
  people: 10_000,
  first: Date.UTC(2026, 0, 1) / 86_400_000,
  /** What changes: the 5,000th does the third step on a day, and one day more is off. */
  contact: 5_000,
  step: 2,
  late: Date.UTC(2027, 1, 3) / 86_400_000,
  closed: Date.UTC(2026, 4, 14) / 86_400_000,
  rounds: 3,
};
const program = (await readFile(wasmFile)).toString('base64');
const dates = await page.evaluate(async ({ program, given }) => {
  const starts = Array.from({ length: given.people }, (_, at) => given.first + ((at * 7919) % 365));
  const sum = (numbers) => numbers.reduce((total, number) => (total + number) | 0, 0);
  const best = (work, rounds, times = 1) => {
    let least = Infinity;
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      for (let time = 0; time < times; time += 1) work(round);
      least = Math.min(least, (performance.now() - began) / times);
    }
    return least;
  };

  // Ours, as the app holds them.
  const bytes = Uint8Array.from(atob(program), (letter) => letter.charCodeAt(0));
  const module = await WebAssembly.compile(bytes);
  const engine = (await WebAssembly.instantiate(module, window.unbound(module))).exports;
  given.holidays.forEach((day) => engine.plan_holiday(day));
  given.waits.forEach((wait) => engine.plan_wait(wait));
  starts.forEach((start) => engine.person(start));
  if (engine.enrol() !== given.people) throw new Error('They are not all on the sequence.');
  const own = {
    all: () => best(() => engine.everybody(), 10),
    completion: () => best(() => engine.completed(given.contact, given.step, given.late), 5, 500),
    holiday: () => best(() => engine.closed(given.closed), 10),
    sum: () => engine.sum_of_days(),
  };

  // A plain list.
  const off = new Set(given.holidays);
  const after = (day, count) => {
    for (let left = count; left > 0; ) {
      day += 1;
      if ((day + 3) % 7 < 5 && !off.has(day)) left -= 1;
    }
    return day;
  };
  const list = starts.map((start) => ({ start, done: [], days: [] }));
  const date = (person) => {
    let last = person.start;
    person.days = given.waits.map((wait, step) => (last = person.done[step] ?? after(last, wait)));
  };
  const changed = list[given.contact];
  const all = () => best(() => list.forEach(date), 5);
  const plain = {
    all() {
      off.delete(given.closed);
      return all();
    },
    completion: () =>
      best(() => {
        changed.done[given.step] = given.late;
        date(changed);
      }, 5, 20_000),
    holiday() {
      changed.done = [];
      off.add(given.closed);
      return all();
    },
    sum: () => sum(list.flatMap((person) => person.days)),
  };

  // A spreadsheet engine: each step a formula on the one before.
  const SERIAL = 25_569;
  const range = `Holidays!$A$1:$A$${given.holidays.length + 1}`;
  const columns = 'ABCDEFGHIJK';
  const formula = (row, step) => `=WORKDAY(${columns[step]}${row + 1},${given.waits[step]},${range})`;
  const cells = starts.map((start, row) => [start + SERIAL, ...given.waits.map((_, step) => formula(row, step))]);
  const holidays = [...given.holidays.map((day) => [day + SERIAL]), [null]];
  let book;
  const place = (name, row, col) => ({ sheet: book.getSheetId(name), row, col });
  const sheet = {
    all() {
      book?.destroy();
      return best(() => {
        book = window.HyperFormula.buildFromSheets({ Holidays: holidays, People: cells }, { licenseKey: 'gpl-v3' });
      }, 1);
    },
    completion() {
      const cell = place('People', given.contact, given.step + 1);
      let least = Infinity;
      for (let round = 0; round < 10; round += 1) {
        book.setCellContents(cell, [[formula(given.contact, given.step)]]);
        least = Math.min(least, best(() => book.setCellContents(cell, [[given.late + SERIAL]]), 1));
      }
      return least;
    },
    holiday() {
      book.setCellContents(place('People', given.contact, given.step + 1), [[formula(given.contact, given.step)]]);
      return best(() => book.setCellContents(place('Holidays', given.holidays.length, 0), [[given.closed + SERIAL]]), 1);
    },
    sum: () => sum(book.getSheetValues(book.getSheetId('People')).flatMap(([, ...dues]) => dues.map((due) => due - SERIAL))),
  };

  // All of them in turn; each time all three have to come to the same.
  const engines = { own, plain, sheet };
  const least = { own: {}, plain: {}, sheet: {} };
  for (let round = 0; round < given.rounds; round += 1) {
    for (const kind of ['all', 'completion', 'holiday']) {
      const sums = {};
      for (const [name, of] of Object.entries(engines)) {
        least[name][kind] = Math.min(least[name][kind] ?? Infinity, of[kind]());
        sums[name] = of.sum();
      }
      if (new Set(Object.values(sums)).size > 1) throw new Error(`After ${kind} the dates are others: ${JSON.stringify(sums)}`);
    }
  }
  return least;
}, { program, given });
const chromium = browser.version();
await Promise.all([browser.close(), server.close()]);

// --- The part of docs/speed.md ---

const load = `${cpus().length} cores with a load of ${loadavg()[0].toFixed(0)}`;

const short = (value) => (value < 10 ? Number(value.toPrecision(2)).toString() : Math.round(value).toLocaleString('en'));
const fold = (ratio) => `${short(ratio)} ×`;
const number = (count) => count.toLocaleString('en');
const [sheetJs, papa, ical, hyper] = await Promise.all(['xlsx', 'papaparse', 'ical-generator', 'hyperformula'].map(version));
const files = [
  [
    `CSV, ${number(counts.rows)} rows`,
    times.csv,
    300,
    [[`papaparse ${papa}`, times.papaparse], [`SheetJS ${sheetJs}`, times.sheetCsv]],
  ],
  [`JSON, ${number(CONTACTS)} people`, times.json, 300, [['JSON.stringify', times.stringify]]],
  [`ICS, ${number(counts.entries)} entries`, times.ics, 300, [[`ical-generator ${ical}`, times.calendar]]],
  [
    `XLSX, ${number(counts.cells)} cells, ${number(counts.formulas)} of them formulas`,
    times.xlsx,
    1500,
    [[`SheetJS ${sheetJs}, the same cells`, times.sameBook], [`SheetJS ${sheetJs}, a table of texts without formulas`, times.plainBook]],
  ],
];
const GOAL = 15;
const verdict = (is) => (is ? 'met' : 'missed');
const fileRows = files.flatMap(([what, own, limit, others]) => [
  `| ${what} | Followthrough | ${short(own)} | 1 × | ${number(limit)} ms: ${verdict(own <= limit)} |`,
  ...others.map(([name, time]) => `| | ${name} | ${short(time)} | ${fold(time / own)} | |`),
]);
const kinds = [
  ['all due dates', 'all'],
  ['after a completion', 'completion'],
  ['after a new holiday', 'holiday'],
];
const dateRows = kinds.flatMap(([what, kind]) => [
  `| ${what} | Followthrough | ${short(dates.own[kind])} | 1 × |`,
  `| | a plain list in JavaScript | ${short(dates.plain[kind])} | ${fold(dates.plain[kind] / dates.own[kind])} |`,
  `| | HyperFormula ${hyper} | ${short(dates.sheet[kind])} | ${fold(dates.sheet[kind] / dates.own[kind])} |`,
]);
const text = `# In a browser

Made by \`scripts/compare-page\` in one page of Chromium ${chromium} in one run (${circumstances(load)}). Each time is the best of some
rounds, in which all take turns; look at the ratios. More than 1 × is slower than Followthrough, less is faster.

## Files

The steps of ${number(CONTACTS)} people. Ours is the whole way from the press of the button: plan and people are handed to the worker, all dates are
counted, the file is written and handed over. The others are handed finished rows, entries or cells, and only write them.

| file | by | ms | to ours | limit |
|---|---|---|---|---|
${fileRows.join('\n')}

XLSX is to be ${GOAL} times faster than SheetJS: here ${fold(times.sameBook / times.xlsx)} for the same cells, which is ${verdict(times.sameBook / times.xlsx >= GOAL)}.

## Dates of ${number(given.people)} people

Ten steps each, so many working days after the one before, ${given.holidays.length} holidays: ${number(given.people * 10)} dates. Ours are those of the app: with each date its last day, since when it
is late, and who was away. All three give the same dates.

| what | by | ms | to ours |
|---|---|---|---|
${dateRows.join('\n')}

After a completion the plain list dates one person anew and tells nobody; ours keeps the state before, which an undo goes back to.
HyperFormula is under the GPL; it is fetched for this comparison alone and is no part of the app.
`;
await putPart(root, text);
console.log(text);
