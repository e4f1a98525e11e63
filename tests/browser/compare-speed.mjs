// The speed of this working folder against that of another, given as the argument, which holds the sources and the
// built site of an earlier commit. Each measures itself with its own scripts, in turns, since only they know its
// pages; what is compared are the figures they print. A figure that is too much worse fails.
//
// A figure is a line "name: … N ms": the first number of milliseconds counts. Those of a CPU that a script slows down by
// what it takes the machine for in that minute are left out: two runs slow it down differently.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { budget, median, root } from './support.mjs';

const MEASURES = [
  { script: 'cold-load.mjs', given: ['1'], rounds: 7 },
  { script: 'latency.mjs', given: [], rounds: 5, after: 'as fast as the machine is' },
];
const { atMost } = budget.speed;
const [base] = process.argv.slice(2);

/** The figures that a script of a folder prints, by name; each named once. */
async function figures(folder, { script, given, after }) {
  const path = join(folder, 'tests/browser', script);
  // A limit that is missed is for the script's own check: here it only gives figures.
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...given]).catch((error) => {
    if (error.code === 1 && error.stdout) return error;
    throw error;
  });
  const from = after ? stdout.indexOf(after) : 0;
  if (from < 0) throw new Error(`${path} printed nothing "${after}":\n${stdout}`);
  const found = new Map();
  for (const [, name, number] of stdout.slice(from).matchAll(/^([^:\n]+): (?:median )?([\d.]+) ms/gm)) {
    if (found.has(name)) throw new Error(`${path} printed "${name}" twice.`);
    found.set(name, Number(number));
  }
  if (found.size === 0) throw new Error(`${path} printed no figures:\n${stdout}`);
  return found;
}

let isWithin = true;
for (const measure of MEASURES) {
  const rounds = [];
  for (let round = 0; round < measure.rounds; round += 1) {
    // Whoever comes second finds a warmer machine: they take turns in that too.
    const folders = round % 2 ? [root, base] : [base, root];
    const pair = new Map();
    for (const folder of folders) pair.set(folder, await figures(folder, measure));
    rounds.push({ before: pair.get(base), now: pair.get(root) });
  }
  for (const name of rounds[0].now.keys()) {
    if (rounds.some(({ before, now }) => !before.has(name) || !now.has(name))) {
      console.log(`${name}: the earlier commit has no such figure, so it cannot be compared.`);
      isWithin = false;
      continue;
    }
    const [before, now] = ['before', 'now'].map((whose) => median(rounds.map((round) => round[whose].get(name))));
    const ratio = median(rounds.map((round) => round.now.get(name) / round.before.get(name)));
    console.log(
      `${name}: ${now.toFixed(1)} ms, before ${before.toFixed(1)} ms, ratio ${ratio.toFixed(2)} ` +
        `(at most ${atMost}; ${rounds.length} rounds)`,
    );
    if (!(ratio <= atMost)) isWithin = false;
  }
}
if (!isWithin) process.exitCode = 1;
