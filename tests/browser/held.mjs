// How much a page holds.

import assert from 'node:assert/strict';

/** What the page holds once everything that nobody holds any more is gone. */
export async function held(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { result: kind } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Memory.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: kind.objectId });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.map(({ buffer }) => buffer.byteLength); }',
    returnByValue: true,
  });
  assert.equal(result.value.length, 1, 'the program has one memory');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { wasm: result.value[0], heap, nodes, listeners };
}
