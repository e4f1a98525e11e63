// One journey through the whole app, for every engine: from an empty browser to two dated sequences, a mark, the way
// back, a reload, a file, and that file taken in again; then on without the server.
//
// An engine gives `open(url)`, `reload()`, `run(act, …)` in the page, `click(role, name)`, `type(role, name, text)`,
// `press(key)`, `exported()` and `importFile(text)`.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADDRESSES, STAGES } from '../browser/app.mjs';
import { dueDates } from '../browser/calendar.mjs';
import { dist, site } from '../browser/support.mjs';
import { datesOf, find, setDate, watchPage } from './in-page.mjs';

const PATIENCE = 30_000;
const START = '2026-11-30';
const STEPS = [
  { what: 'a friendly answer', wait: 0 },
  { what: 'photographs of our bikes', wait: 3 },
  { what: 'a call', wait: 5 },
];

export async function until(holds, what) {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const found = await holds();
    if (found) return found;
    assert.ok(performance.now() < end, `in vain waited until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** An engine with the words that a journey is told in. */
export function person(engine) {
  const isThere = (role, name) => engine.run(`return !!(${find})(...args)`, role, name);
  const there = (role, name) => until(() => isThere(role, name), `there is a ${role} “${name}”`);
  const self = {
    there,
    isThere,
    heading: (name) => there('heading', name),
    saved: () => there('status', 'Saved'),
    async open(url) {
      await engine.open(url);
      await until(() => engine.run('return !document.getElementById("shell") && !!document.querySelector("main h1")'), 'the app is there');
      await engine.run(`(${watchPage})()`);
    },
    async click(role, name) {
      await there(role, name);
      await engine.click(role, name);
    },
    async type(name, text) {
      await there('textbox', name);
      await engine.type('textbox', name, text);
    },
    async setDate(name, value) {
      await there('date', name);
      await engine.run(`(${setDate})((${find})('date', args[0]), args[1])`, name, value);
    },
    async goTo(at) {
      await engine.run('location.hash = args[0]', ADDRESSES[at]);
      await there('heading', STAGES[at]);
    },
    value: (role, name) => engine.run(`return (${find})(...args)?.value`, role, name),
    dates: (name) => engine.run(`return (${datesOf})(...args)`, name),
    async problems() {
      assert.deepEqual(await engine.run('return window.problems'), [], 'nothing went wrong on the page');
    },
  };
  return self;
}

/** Begins a plan before the program has come, and goes on in it. */
export async function beforeTheApp(engine, t) {
  let letCome;
  const held = new Promise((resolve) => (letCome = resolve));
  const late = async (response, bytes, headers) => {
    await held;
    response.writeHead(200, headers).end(bytes);
  };
  const server = await site({ instead: (name) => (/-app-\w+_bg\.wasm$/.test(name) ? late : undefined) });
  t.after(() => server.close());
  const by = person(engine);
  await engine.open(server.url);
  await engine.run(`(${watchPage})()`);
  await by.click('button', 'Start a new plan');
  await by.heading('Fresh start');
  await by.click('checkbox', 'We have new tools');
  await by.type('Name of this plan', 'Begun early');
  assert.ok(await engine.run('return !!document.getElementById("shell")'), 'the app is still on its way');
  letCome();
  await until(() => engine.run('return !document.getElementById("shell") && !!document.querySelector("main h1")'), 'the app is there');
  await by.heading('Fresh start');
  await by.saved();
  assert.equal(await by.value('textbox', 'Name of this plan'), 'Begun early');
  assert.equal(await engine.run('return document.activeElement.value'), 'Begun early', 'the focus is where it was');
  assert.ok(await engine.run(`return (${find})('checkbox', args[0]).checked`, 'We have new tools'));
  await by.problems();
}

/** The address of the built site as one file. */
export const oneFile = () => pathToFileURL(join(dist, 'followthrough.html')).href;

/** Goes the whole way; gives back the exported file. */
export async function wholeWay(engine, url) {
  const by = person(engine);
  await by.open(url);
  await by.click('button', 'Start a new plan');
  await by.heading('Fresh start');
  await by.type('Name of this plan', 'Spring follow-up');
  await by.type('Name of your business', 'Kettle & Chain');
  await by.goTo(1);
  await by.type('As a prospect', 'People who ride feel at home – “at once”.');
  await by.goTo(2);
  await by.click('checkbox', 'Trust');
  await by.type('Add a goal', 'Riders ask us');
  await engine.press('Enter');
  await by.click('button', 'Sort the picked ideas for me');
  await by.click('button', 'Move to prospects: “Riders ask us”');
  await by.goTo(3);
  for (const { what } of STEPS) {
    await by.type('by', what);
    await engine.press('Enter');
    await until(() => engine.run('return document.body.innerText.includes(args[0])', what), `“${what}” is there`);
  }
  await by.goTo(4);
  await by.setDate('Start date', START);
  await by.click('button', 'Put all on the route');
  await by.there('button', 'More about Prospect step 3');
  for (const [at, { wait }] of STEPS.entries()) {
    await by.click('button', `More about Prospect step ${at + 1}`);
    await by.type('Wait', String(wait));
    await engine.press('Tab');
    await by.click('button', `More about Prospect step ${at + 1}`);
  }
  const due = dueDates(START, STEPS, []);
  const isDated = async (dates) => (await by.dates('Prospect sequence')).join() === dates.join();
  await until(() => isDated(due), `the steps are due on ${due}`);
  await by.goTo(5);
  await by.click('fold', 'Name the people who help');
  await by.type('Add a person', 'Imogen');
  await engine.press('Enter');
  await by.goTo(6);
  await by.click('button', 'Done: step 1…');
  await by.there('button', 'Change: step 1…');
  await by.saved();

  await by.click('button', 'Undo');
  await by.there('button', 'Done: step 1…');
  await by.click('button', 'Redo');
  await by.there('button', 'Change: step 1…');
  await by.saved();
  await by.problems();

  await engine.reload();
  await by.there('button', 'Change: step 1…');
  await engine.run(`(${watchPage})()`);
  const text = await engine.exported();
  const { plan, schedule } = JSON.parse(text);
  assert.equal(plan.name, 'Spring follow-up');
  assert.deepEqual(plan.people.map(({ name }) => name), ['Imogen']);
  assert.deepEqual(schedule.prospect.map(({ what }) => what), STEPS.map(({ what }) => what));
  assert.equal(schedule.prospect[0].state, 'done');
  assert.equal(schedule.prospect[0].planned, due[0]);

  await engine.run('location.hash = "#/plans"');
  await by.heading('All plans');
  await engine.importFile(text.replace('Spring follow-up', 'Once more'));
  await by.click('button', 'Add as a new plan');
  await by.heading('Once more');
  await by.goTo(6);
  await by.saved();
  const again = JSON.parse(await engine.exported());
  assert.deepEqual(again.plan, { ...plan, name: 'Once more' });
  await by.problems();
  return text;
}

/** Goes on where the whole way ended once the app is kept on the device, with the server gone. */
export async function withoutServer(engine, server) {
  const by = person(engine);
  const stands = () => engine.run('return document.documentElement.dataset.offline ?? "not begun"');
  const isKept = async () => (await stands()) === 'kept';
  await until(isKept, 'the app is kept on the device').catch(async (error) => assert.fail(`${error.message}: ${await stands()}`));
  await server.close();
  await engine.reload();
  await by.there('button', 'Change: step 1…');
  await engine.run(`(${watchPage})()`);
  await by.click('button', 'Done: step 2…');
  await by.there('button', 'Change: step 2…');
  await by.saved();
  const { plan } = JSON.parse(await engine.exported());
  assert.equal(plan.runs.prospect.marks.length, 2);
  await by.problems();
}
