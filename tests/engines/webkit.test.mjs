// The whole way in WebKit.

import test from 'node:test';
import { emptyFolder, site } from '../browser/support.mjs';
import { beforeTheApp, oneFile, wholeWay, withoutServer } from './journey.mjs';
import { startWebKit } from './webkit.mjs';

test('the whole way in WebKit', { timeout: 300_000 }, async (t) => {
  const [server, folder] = await Promise.all([site(), emptyFolder(t)]);
  t.after(() => server.close());
  const engine = await startWebKit(folder);
  t.after(() => engine.close());
  await wholeWay(engine, server.url);
  await withoutServer(engine, server);
});

test('a plan is begun in WebKit before the app is there', { timeout: 300_000 }, async (t) => {
  const engine = await startWebKit(await emptyFolder(t));
  t.after(() => engine.close());
  await beforeTheApp(engine, t);
});

test('the whole way in WebKit from one file on disk', { timeout: 300_000 }, async (t) => {
  const engine = await startWebKit(await emptyFolder(t));
  t.after(() => engine.close());
  await wholeWay(engine, oneFile());
});
