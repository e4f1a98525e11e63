// docs/speed.md in parts: each command writes its own and leaves the others as they are.

import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

/** Puts a part, which begins with its title as `# …`, in the place of the one of that title, or behind all others. */
export async function putPart(root, text) {
  const path = join(root, 'docs/speed.md');
  const parts = (await readFile(path, 'utf8')).split(/^(?=# )/m);
  const titleOf = (part) => part.split('\n', 1)[0];
  const at = parts.findIndex((part) => titleOf(part) === titleOf(text));
  if (at === -1) parts.push(text);
  else parts[at] = text;
  await writeFile(path, `${parts.map((part) => part.trim()).join('\n\n')}\n`);
}

/** On what it was measured: `AMD EPYC, Node.js v22, 2026-11-24`. */
export const circumstances = (...more) =>
  [cpus()[0].model.trim(), ...more, new Date().toISOString().slice(0, 10)].join(', ');
