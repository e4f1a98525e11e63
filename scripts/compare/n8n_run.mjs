// Has a real n8n take our workflows, find a hundred days, and go on with a moved clock. Called by scripts/engine, with the
// folder that its Rust test wrote and n8n's own folder.

import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import vm from 'node:vm';

const [folder, n8n, clock] = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), 'n8n-'));
// Away from what else may run here.
const PORT = 20000 + 2 * (process.pid % 10000);
// What runs the code has a process of its own, whose clock is not moved: the Code node is told of the real day.
const today = new Date().toISOString().slice(0, 10);
const CODE = 'n8n-nodes-base.code';

const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const codeOf = (workflow) => workflow.nodes.find(({ type }) => type === CODE).parameters.jsCode;
const ours = (code, $json) =>
  new vm.Script(`(function () {\n${code}\n})()`).runInNewContext({ $json, $now: { toISODate: () => today } }).json;

function expect(what, found, wanted) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
  }
}

/** What n8n is to think of its surroundings, and when it is. */
function surroundings(at) {
  return {
    PATH: `${join(process.execPath, '..')}:${process.env.PATH}`,
    HOME: home,
    N8N_USER_FOLDER: home,
    N8N_PORT: String(PORT),
    N8N_RUNNERS_BROKER_PORT: String(PORT + 1),
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    GENERIC_TIMEZONE: 'UTC',
    TZ: 'UTC',
    LD_PRELOAD: clock,
    FAKETIME: `@${at}`,
  };
}

function command(at, ...args) {
  const options = { env: surroundings(at), encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 240_000 };
  const { status, stdout, stderr } = spawnSync(process.execPath, [n8n, ...args], options);
  expect(`n8n ${args.join(' ')} ends with\n${stderr.slice(-600)}`, status, 0);
  return stdout;
}

function rows(query) {
  const db = new DatabaseSync(join(home, '.n8n/database.sqlite'), { readOnly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}

const waitOf = (id) => String(rows(`SELECT waitTill FROM execution_entity WHERE workflowId = '${id}'`)[0]?.waitTill).slice(0, 16);

/** Lets n8n run from a moment on, until something holds. */
async function running(at, until, how) {
  const child = spawn(process.execPath, [n8n, 'start'], { env: surroundings(at), stdio: 'ignore' });
  try {
    for (let second = 0; second < 120; second += 1) {
      await sleep(1000);
      const found = await until();
      if (found) return found;
    }
    throw new Error(`n8n did not go on from ${at}: ${how()}`);
  } finally {
    child.kill('SIGTERM');
    await new Promise((done) => child.once('exit', done));
  }
}

/** All the days that one execution finds, for many plans at once. */
function manyDays() {
  const names = readdirSync(folder).filter((name) => name.endsWith('-workflow.json')).slice(0, 60);
  const nodes = [{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} }];
  const connections = { Start: { main: [[]] } };
  const wanted = [];
  names.forEach((name, at) => {
    const jsCode = codeOf(read(name));
    const items = read(name.replace('workflow', 'turns')).map(({ sequence, start, done }) =>
      done.length > 0
        ? { followthrough: { sequence, start, done: done.slice(0, -1) }, justDone: done.at(-1) }
        : { Sequence: sequence, Start: start },
    );
    const given = `return ${JSON.stringify(items)}.map((json) => ({ json }));`;
    const code = (called, mode, jsCode) => ({ name: called, type: CODE, typeVersion: 2, position: [200, at * 100], parameters: { mode, jsCode } });
    nodes.push(code(`items ${at}`, 'runOnceForAllItems', given), code(`next ${at}`, 'runOnceForEachItem', jsCode));
    connections.Start.main[0].push({ node: `items ${at}`, type: 'main', index: 0 });
    connections[`items ${at}`] = { main: [[{ node: `next ${at}`, type: 'main', index: 0 }]] };
    wanted.push(...items.map((item) => ours(jsCode, item)));
  });
  const check = join(home, 'check.json');
  const settings = { executionOrder: 'v1' };
  writeFileSync(check, JSON.stringify({ id: 'check', name: 'check', active: false, nodes, connections, settings }));
  command(`${today} 10:00:00`, 'import:workflow', `--input=${check}`);
  const text = command(`${today} 10:00:00`, 'execute', '--id=check', '--rawOutput');
  const { runData } = JSON.parse(text.slice(text.indexOf('{"data"') < 0 ? text.indexOf('{\n') : text.indexOf('{"data"'))).data.resultData;
  const found = names.flatMap((_, at) => runData[`next ${at}`][0].data.main[0].map(({ json }) => json));
  expect('the items are as many', found.length, wanted.length);
  found.forEach((json, at) => expect(`item ${at}`, json, wanted[at]));
  const waits = found.filter(({ turn }) => turn !== 'end').length;
  if (waits < 100) throw new Error(`only ${waits} waits`);
  return waits;
}

/** Steps of a workflow, each on its planned day. */
async function onPlannedDays(id, workflow, steps) {
  const code = codeOf(workflow);
  command(`${today} 10:00:00`, 'execute', `--id=${id}`);
  let next = ours(code, {});
  const days = [];
  for (let step = 0; step < steps; step += 1) {
    expect(`${id} waits`, waitOf(id), `${next.day} 09:00`);
    days.push(next.day);
    const justDone = { step: Number(next.turn.split(' ')[1]), on: next.day, outcome: null };
    const before = next.day;
    next = ours(code, { followthrough: next.followthrough, justDone });
    const goal = `${next.day} 09:00`;
    await running(`${before} 09:00:05`, () => waitOf(id) === goal, () => `${id} waits until ${waitOf(id)}, not ${goal}`);
  }
  expect(`${id} waits`, waitOf(id), `${next.day} 09:00`);
  return [...days, next.day];
}

/** Somebody says in the form what came of a step; the node before it gave back something of its own. */
async function asked(id, workflow) {
  const code = codeOf(workflow);
  command(`${today} 10:00:00`, 'execute', `--id=${id}`);
  const first = ours(code, {});
  expect(`${id} waits`, waitOf(id), `${first.day} 09:00`);
  const justDone = { step: 1, on: first.day, outcome: 'no answer' };
  const next = ours(code, { followthrough: first.followthrough, justDone });
  let address = null;
  await running(`${first.day} 09:00:05`, async () => {
    if (waitOf(id) === `${next.day} 09:00`) return true;
    if (address === null) {
      const [found] = rows(`SELECT d.data FROM execution_data d JOIN execution_entity e ON e.id = d.executionId WHERE e.workflowId = '${id}'`);
      address = found.data.match(/http:[^"\\]*form-waiting[^"\\]*/)?.[0] ?? null;
      return false;
    }
    const form = new FormData();
    form.set('field-0', 'no answer');
    await fetch(address, { method: 'POST', body: form }).catch(() => null);
    return false;
  }, () => `the form is at ${address}`);
  expect(`${id} goes the way of the answer`, next.turn, 'prospect 2');
  return next.day;
}

/** Somebody is entered in the form of a workflow that is switched on. */
async function byForm(id, workflow) {
  const code = codeOf(workflow);
  const start = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const { day } = ours(code, { Sequence: 'Customer', Start: start });
  command(`${today} 10:00:00`, 'publish:workflow', `--id=${id}`);
  const { webhookId } = workflow.nodes.find(({ type }) => type.endsWith('.formTrigger'));
  const form = new FormData();
  ['Zoë {{ 1+1 }}', 'zoe@example.com', start, 'Customer'].forEach((said, at) => form.set(`field-${at}`, said));
  let isSent = false;
  await running(`${today} 10:00:00`, async () => {
    if (isSent) return waitOf(id) === `${day} 09:00`;
    const answer = await fetch(`http://localhost:${PORT}/form/${webhookId}`, { method: 'POST', body: form }).catch(() => null);
    isSent = answer?.ok === true;
    return false;
  }, () => `${id} waits until ${waitOf(id)}, not ${day}`);
  return day;
}

try {
  const separate = join(home, 'import');
  mkdirSync(separate);
  const workflows = [0, 1, 2, 3].map((at) => ({ ...read(`00${at}-workflow.json`), id: `own-${at}` }));
  const task = workflows[2].nodes.find(({ name }) => name === 'Prospects 1: task');
  Object.assign(task, {
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    parameters: { mode: 'raw', jsonOutput: '={{ JSON.stringify({ address: $execution.resumeFormUrl }) }}', options: {} },
  });
  workflows.forEach((workflow) => writeFileSync(join(separate, `${workflow.id}.json`), JSON.stringify(workflow)));
  command(`${today} 10:00:00`, 'import:workflow', '--separate', `--input=${separate}`);
  expect('workflows are there, switched off', rows('SELECT id, active FROM workflow_entity ORDER BY id'), workflows.map(({ id }) => ({ id, active: 0 })));
  console.log('4 workflows are imported, exit code 0, switched off');
  console.log(`${manyDays()} waits are found by n8n as by us`);
  console.log(`hostile texts: on its planned days ${(await onPlannedDays('own-3', workflows[3], 3)).join(', ')}`);
  console.log(`asked in a form: the branch is taken, on ${await asked('own-2', workflows[2])}`);
  console.log(`entered in the form, from a day on: waits until ${await byForm('own-0', workflows[0])}`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
