// Reads the calendars in a folder with ical.js, and compares each with what the file beside it says of it.
//   node calendars_out.mjs FOLDER

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

// A whole day; never a moment.
function day(component, name) {
  const time = component.getFirstPropertyValue(name);
  assert.ok(time.isDate, `${name} is a moment`);
  return time.toString();
}

// What an entry says, in the words of the file beside.
function said(component) {
  const isTask = component.name === "vtodo";
  const alarms = component.getAllSubcomponents("valarm");
  assert.ok(alarms.length <= 1, "more than one alarm");
  const trigger = alarms[0]?.getFirstProperty("trigger");
  if (trigger) assert.equal(trigger.getParameter("related") ?? "START", isTask ? "END" : "START");
  for (const name of ["attendee", "organizer"]) assert.ok(!component.hasProperty(name), "somebody is invited");
  return {
    uid: component.getFirstPropertyValue("uid"),
    day: day(component, isTask ? "due" : "dtstart"),
    ...(isTask ? {} : { end: day(component, "dtend") }),
    summary: component.getFirstPropertyValue("summary"),
    description: component.getFirstPropertyValue("description"),
    sequence: component.getFirstPropertyValue("sequence"),
    alarm: trigger ? trigger.getFirstValue().toSeconds() / 3600 : null,
  };
}

const [folder] = process.argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith(".ics"));
assert.ok(files.length > 0, "no files");
let entries = 0;
for (const name of files.sort()) {
  const isTasks = name.endsWith("-tasks.ics");
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(folder, name), "utf8")));
  const found = calendar.getAllSubcomponents(isTasks ? "vtodo" : "vevent").map(said);
  const expected = JSON.parse(readFileSync(join(folder, name.replace(/ics$/, "json")), "utf8"));
  if (isTasks) for (const entry of expected) delete entry.end;
  assert.deepEqual(
    found.map((entry) => ({ ...entry })),
    expected.map(({ uid, day, end, ...rest }) => ({ uid, day, ...(isTasks ? {} : { end }), ...rest })),
    name,
  );
  assert.equal(new Set(found.map((entry) => entry.uid)).size, found.length, `${name}: a name stands twice`);
  entries += found.length;
}
console.log(`  ical.js: ${entries} entries in ${files.length} files, all as they should be`);
