// Keeps the app on this device, so that it opens without the internet. A version's files are taken all together or not at
// all; a page gets the files of the version it came with; a new version waits until a page asks for it. scripts/offline.mjs
// writes BUILD before it: the version, and the name and digest of the list of its files.
'use strict';

const { scope } = registration;
// Other copies of the app may live elsewhere on this host.
const OURS = `followthrough ${scope} `;
const OWN = OURS + BUILD.version;
// Beside the files, and the last to be put there: what is in this version. One without it is not whole.
const LIST = `${scope}files`;
const AT_ONCE = 6;
// The version that pages may still be open with when this one takes its place.
let before;

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(activate()));

addEventListener('message', ({ data }) => {
  before = OURS + data.inPlaceOf;
  skipWaiting();
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const { origin, pathname, search } = new URL(request.url);
  const address = origin + pathname;
  const name = address.slice(scope.length);
  if (request.mode === 'navigate') {
    // Nothing but the app's own page is answered with it.
    if (name === '' || name === 'index.html') event.respondWith(answer(request, () => kept(scope, OWN)));
  } else if (name === 'team.json') {
    // The host's own, and of no version. Without a connection the page goes by what it said last.
    event.respondWith(fetch(request).catch(() => new Response('')));
  } else if (request.cache === 'reload') {
    // Asked for by a page that could not use what is kept.
    event.waitUntil(renew(name).catch(() => {}));
  } else {
    event.respondWith(answer(request, () => keptFor(address, search.slice(1))));
  }
});

/** What is kept, or else what the server has. */
async function answer(request, find) {
  const found = await find().catch(() => undefined);
  return found ?? fetch(request);
}

const kept = (address, cacheName) => caches.match(address, { cacheName, ignoreVary: true });

/**
 * What has the same name in every version is asked for with the version of the page; what is named by its content is the
 * same in each.
 */
async function keptFor(address, version) {
  if (version) return kept(address, OURS + version);
  return (await kept(address, OWN)) ?? caches.match(address, { ignoreVary: true });
}

/** A file from the server: only the one that was built, whatever the browser has of it. */
async function fetched(name, integrity) {
  const get = (cache) => fetch(scope + name, { integrity, cache, redirect: 'error' });
  try {
    return await get('default');
  } catch {
    return get('reload');
  }
}

async function listIn(cache) {
  const list = await cache.match(LIST);
  return list?.json();
}

async function otherNames() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== OWN);
}

/** The other versions that are kept whole, each as its cache and its list. */
async function others() {
  const all = (await otherNames()).map(async (name) => {
    const cache = await caches.open(name);
    return { cache, list: await listIn(cache) };
  });
  return (await Promise.all(all)).filter(({ list }) => list);
}

async function install() {
  const own = await caches.open(OWN);
  // It has been here before, and may be in use.
  if (await own.match(LIST)) return;
  let left = [];
  try {
    const list = await fetched(BUILD.list, BUILD.integrity);
    left = Object.entries(await list.clone().json());
    const known = await others();
    const taken = async (name, digest) => {
      const same = known.find(({ list }) => list[name] === digest);
      return (await same?.cache.match(scope + name)) ?? fetched(name, digest);
    };
    const take = async () => {
      for (let file = left.pop(); file; file = left.pop()) await own.put(scope + file[0], await taken(...file));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    await own.put(LIST, list);
  } catch (reason) {
    left.length = 0;
    await caches.delete(OWN);
    throw reason;
  }
}

/** All other versions go, unless a still newer one is on its way; but for the one that pages are open with. */
async function activate() {
  if (!registration.installing && !registration.waiting) {
    const names = (await otherNames()).filter((name) => name !== before);
    await Promise.all(names.map((name) => caches.delete(name)));
  }
  await clients.claim();
}

/** Takes a file anew. */
async function renew(name) {
  const own = await caches.open(OWN);
  const digest = (await listIn(own))?.[name];
  if (digest) await own.put(scope + name, await fetched(name, digest));
}
