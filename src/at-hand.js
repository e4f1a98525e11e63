// What this device keeps of the app is at hand: its program is asked for before the stylesheet is read. src/start.js takes it.
(() => {
  'use strict';

  const { href, integrity } = document.getElementById('app-wasm');
  try {
    if (navigator.serviceWorker.controller) {
      // If it does not come like this, it is asked for as on a first visit.
      globalThis.followthroughAtHand = fetch(href, { integrity }).catch(() => {});
    }
  } catch {
    // Where a browser keeps nothing for a page.
  }
})();
