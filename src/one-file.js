// Stands in the page that is one file: what the app would fetch lies in the page itself, packed. scripts/one-file.mjs puts
// it there.
(() => {
  'use strict';

  const find = (id) => document.getElementById(id);
  const packed = (id) => Uint8Array.from(atob(find(id).content.textContent), (letter) => letter.charCodeAt(0));
  const unpacked = (id) =>
    new Response(new Blob([packed(id)]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
  const script = (id) => URL.createObjectURL(new Blob([packed(id)], { type: 'text/javascript' }));

  const program = async (id) =>
    new Response(await unpacked(id).arrayBuffer(), { headers: { 'content-type': 'application/wasm' } });

  // Nothing else is read from anywhere: the page's own policy forbids it.
  let texts;
  const files = {
    'app.wasm': () => program('one-app'),
    'rest.wasm': () => program('one-rest'),
    'worker.wasm': () => unpacked('one-worker'),
    'files.wasm': () => unpacked('one-files'),
  };
  const HERE = new URL('./', location.href).href;
  globalThis.fetch = async (address) => {
    const { href } = new URL(address, HERE);
    // By its path from the page; scripts have an address of their own.
    const name = href.replace(HERE, '').split('?')[0];
    if (Object.hasOwn(files, name)) return files[name]();
    texts ??= unpacked('one-texts').json();
    const text = (await texts)[name];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  };
  find('app-script').href = script('one-app-script');
  for (const id of ['worker', 'files']) {
    const address = script(`one-${id}-script`);
    find(id).dataset.script = address;
    // It is looked at before it is started.
    files[address] = () => new Response(packed(`one-${id}-script`));
  }

  const { dataset } = document.documentElement;
  dataset.oneFile = 'whole';
  dataset.offline = 'kept';

  // The plan that was sent in it is looked at like one in a link: once, unless nothing is kept here.
  const { plan } = find('one-plan').dataset;
  const SEEN = 'followthrough-seen';
  const end = plan.slice(-64);
  try {
    const hasPlans = Object.keys(localStorage).some((key) => key.startsWith('followthrough/plan/'));
    if (plan && !(hasPlans && localStorage.getItem(SEEN) === end)) {
      location.replace(`#/link/1.${plan}`);
      localStorage.setItem(SEEN, end);
    }
  } catch {
    // A browser that keeps nothing shows it every time.
  }
})();
