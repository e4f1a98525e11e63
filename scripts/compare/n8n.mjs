// Runs the Code node of our n8n workflows in an empty room of Node's, as n8n would: `$json` and `$now` are given. Each next
// step and its day must be what our own schedule says. Called by scripts/engine.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';

const [folder] = process.argv.slice(2);
const failures = [];
let turns = 0;
let waits = 0;

for (const name of readdirSync(folder).filter((name) => name.endsWith('-workflow.json'))) {
  const workflow = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  const { jsCode } = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.code').parameters;
  const script = new vm.Script(`(function () {\n${jsCode}\n})()`);
  for (const { sequence, start, today, done, next } of JSON.parse(readFileSync(join(folder, name.replace('workflow', 'turns')), 'utf8'))) {
    turns += 1;
    const $json = done.length > 0
      ? { followthrough: { sequence, start, done: done.slice(0, -1) }, justDone: done.at(-1) }
      : { Sequence: sequence, Start: start };
    const { json } = script.runInNewContext({ $json, $now: { toISODate: () => today } }, { timeout: 2000 });
    const found = json.turn === 'end' ? null : { turn: json.turn, day: json.day };
    waits += found ? 1 : 0;
    if (found?.turn !== next?.turn || found?.day !== next?.day) {
      failures.push(`${name}: ${JSON.stringify({ sequence, start, today, done })} gives ${JSON.stringify(found)}, not ${JSON.stringify(next)}`);
    }
  }
}

console.log(`${turns} turns, ${waits} waits`);
if (waits < 100 || failures.length > 0) {
  console.error(failures.slice(0, 5).join('\n'));
  console.error(`${failures.length} are not ours`);
  process.exit(1);
}
