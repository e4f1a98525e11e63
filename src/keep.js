// Whether this device keeps the app, and which version of it is opened. The keeping is done by src/offline.js; the page and
// the app are told by events, and ask by them.
(() => {
  'use strict';

  const OFFLINE = 'offline.js';
  // In milliseconds: how long a new version may take to be in place, and how often a page that stays asks for one.
  const LONGEST_CHANGE = 3000;
  const ASKING = 3_600_000;
  // How long the page is left alone with what it has to do first.
  const FIRST = 2000;
  // How long after what failed it is tried again: each time twice as long.
  const AGAIN = 5000;

  const { dataset } = document.documentElement;
  let serviceWorker;
  try {
    ({ serviceWorker } = navigator);
  } catch {
    // Where a browser keeps nothing for a page.
  }
  // What this page was opened by, or got once it was there.
  let own = serviceWorker?.controller;
  // The page's own address, without what stands behind it.
  const HERE = new URL('./', location.href).href;

  addEventListener('followthrough:opened', () => setTimeout(keepOffline, FIRST));
  addEventListener('followthrough:renew', reload);
  addEventListener('followthrough:from-server', reloadFromServer);

  function tell(how) {
    dataset.offline = how;
    dispatchEvent(new Event('followthrough:offline'));
  }

  /** What keeps the app on this device, if anything does. Another page of this host may have one of its own. */
  async function keeper() {
    const found = await serviceWorker?.getRegistration(HERE);
    return found?.scope === HERE ? found : undefined;
  }

  /** Loads the page anew, in the newest version that is here. */
  async function reload() {
    const waiting = (await keeper().catch(() => undefined))?.waiting;
    if (waiting) {
      await new Promise((resolve) => {
        setTimeout(resolve, LONGEST_CHANGE);
        waiting.addEventListener('statechange', () => waiting.state === 'activating' || resolve());
        waiting.postMessage({ inPlaceOf: dataset.version });
      });
    }
    location.reload();
  }

  /** Loads the page anew, as the server has it: what is kept here does not open. */
  async function reloadFromServer() {
    await keeper().then((kept) => kept?.unregister()).catch(() => {});
    location.reload();
  }

  /** Has the app kept on this device, and says in the page how it stands: the app tells it and asks to change over. */
  async function keepOffline() {
    // A page that is being worked on is none of those that are built to be kept.
    if (!dataset.version) return;
    if (!serviceWorker) {
      tell('refused');
      return;
    }
    let kept, next;
    let patience = AGAIN;
    const failed = () => {
      tell('failed');
      clearTimeout(next);
      next = setTimeout(take, patience);
      patience *= 2;
    };
    const look = () => {
      // Another tab may have changed over.
      const isOlder = own?.scriptURL === HERE + OFFLINE && serviceWorker.controller !== own;
      if (kept.active) tell(kept.waiting || isOlder ? 'renewed' : 'kept');
      else if (kept.installing || kept.waiting) tell('coming');
      else failed();
    };
    const follow = () => {
      kept.installing?.addEventListener('statechange', look);
      look();
    };
    async function take() {
      try {
        kept = await serviceWorker.register(OFFLINE, { updateViaCache: 'none' });
      } catch (error) {
        // What does not come is told apart from what the browser does not want.
        if (error instanceof TypeError) failed();
        else tell('refused');
        return;
      }
      kept.addEventListener('updatefound', follow);
      follow();
    }
    serviceWorker.addEventListener('controllerchange', () => {
      own ??= serviceWorker.controller;
      if (kept) look();
    });
    await take();

    let asked = performance.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || performance.now() - asked < ASKING) return;
      asked = performance.now();
      kept?.update().catch(() => {});
    });
  }
})();
