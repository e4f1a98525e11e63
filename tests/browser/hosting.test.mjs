// What the host sends with the files and what the page forbids itself; and that it can be installed.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import test from 'node:test';
import { HEADERS } from '../../scripts/server.mjs';
import { journey, launch, newProfile, root, site } from './support.mjs';

const canonical = (name) => name.replace(/(^|-)[a-z]/g, (letters) => letters.toUpperCase());

test('every file comes with the headers that the guide for hosts gives, for each kind of host', async (t) => {
  const server = await site();
  t.after(() => server.close());
  const guide = await readFile(join(root, 'docs/hosting.md'), 'utf8');
  for (const [name, value] of Object.entries(HEADERS)) {
    const header = canonical(name);
    assert.ok(guide.includes(`| \`${header}\` | \`${value}\` |`), `the table has ${header}`);
    assert.ok(guide.includes(`add_header ${header} "${value}" always;`), `nginx sends ${header}`);
    assert.ok(guide.includes(`Header always set ${header} "${value}"`), `Apache sends ${header}`);
    assert.ok(guide.includes(`\n  ${header}: ${value}\n`), `_headers has ${header}`);
  }
  const page = await (await fetch(server.url)).text();
  const script = page.match(/href=["']?\.\/(followthrough-app-\w+\.js)/)[1];
  for (const [file, cache] of [
    ['', 'no-cache'],
    ['offline.js', 'no-cache'],
    ['manifest.webmanifest', 'no-cache'],
    ['holidays/US.json', 'no-cache'],
    [script, 'public, max-age=31536000, immutable'],
  ]) {
    const { headers } = await fetch(server.url + file);
    for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers.get(name), value, `${name} of ${file}`);
    assert.equal(headers.get('cache-control'), cache, file);
  }
});

test('another page cannot show the app within itself', async (t) => {
  const [server, browser] = await Promise.all([site(), launch()]);
  const stranger = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><iframe src="${server.url}"></iframe>`);
  });
  await new Promise((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  t.after(() => Promise.all([browser.close(), server.close(), new Promise((resolve) => stranger.close(resolve))]));
  const page = await (await newProfile(browser)).newPage();
  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
  await page.goto(`http://127.0.0.1:${stranger.address().port}/`);
  await refused;
});

journey('nothing becomes markup or a script of the page but what belongs to it', async ({ page, go, allow }) => {
  allow(/TrustedHTML|TrustedScript|require-trusted-types-for|trusted-types|script-src/);
  await go();
  const came = await page.evaluate(() => {
    const attempts = {
      handler: () => (document.createElement('p').innerHTML = '<p onclick="x()">x</p>'),
      image: () => (document.createElement('p').innerHTML = '<img src=x>'),
      address: () => (document.createElement('p').innerHTML = '<p href="javascript:x">x</p>'),
      script: () => (document.createElement('script').src = 'example.json'),
      again: () => (document.createElement('script').src = 'example.json?again=1'),
      text: () => (document.createElement('script').text = 'x()'),
      worker: () => new Worker('example.json'),
      policy: () => trustedTypes.createPolicy('another', {}),
      replaced: () => trustedTypes.createPolicy('default', {}),
    };
    return Object.keys(attempts).filter((name) => {
      try {
        attempts[name]();
        return true;
      } catch {
        return false;
      }
    });
  });
  assert.deepEqual(came, []);
  assert.ok(await page.evaluate(() => (document.createElement('p').innerHTML = '<strong class="x">fixed</strong>')));
});

journey('the app can be installed, with icons of the sizes it names', async ({ page, url, go }) => {
  await go();
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { icons, shortcuts } = JSON.parse(data);
  const sizeOf = async (address) => {
    const bytes = Buffer.from(await (await fetch(new URL(address, url))).arrayBuffer());
    assert.equal(bytes.toString('latin1', 1, 4), 'PNG', address);
    return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  };
  for (const { src, sizes, type } of icons) if (type === 'image/png') assert.equal(await sizeOf(src), sizes, src);
  assert.ok(icons.some(({ purpose }) => purpose === 'maskable'));
  assert.equal(await sizeOf(await page.locator('link[rel=apple-touch-icon]').getAttribute('href')), '180x180');
  for (const { url: address } of shortcuts) assert.ok(['#/plan', '#/plans'].includes(new URL(address, url).hash));
});
