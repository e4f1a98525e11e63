// A reporter for node --test: of each test that failed a line with its name and a pattern that finds it, by a tab apart.

export default async function* failed(events) {
  for await (const { type, data } of events) {
    // The file itself fails with what is in it.
    if (type !== 'test:fail' || data.nesting > 0 || data.name === data.file) continue;
    yield `${data.name}\t^${data.name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$\n`;
  }
}
