// Starts the app, and stands by in case it breaks. It knows the page and the browser's storage, and
// nothing of what the app does: it must work when the app does not.
(() => {
  'use strict';

  const STORED = 'followthrough/';
  // Which plan was open: nothing that anyone would want to download.
  const NOT_A_PLAN = 'followthrough/current';

  const find = (id) => document.getElementById(id);
  const script = find('app-script').href;
  const wasm = find('app-wasm').href;
  const TOO_OLD = 'This browser is too old for the planner. Please update it, or open this page in another one.';
  let stopped = false;

  const reload = () => location.reload();
  find('shell-reload').addEventListener('click', reload);
  find('crash-reload').addEventListener('click', reload);

  // --- When the app breaks ---

  function stop() {
    if (stopped) return;
    stopped = true;
    forbidWrites();
    // Taken out rather than hidden: an open dialog would keep the rest of the page out of reach.
    find('app')?.remove();
    listPlans();
    document.title = 'Something went wrong · Followthrough';
    find('crash-main').setAttribute('role', 'main');
    find('crash').hidden = false;
    find('crash-title').focus();
  }

  // What the app believes may be wrong from here on, so nothing of it may reach the storage.
  function forbidWrites() {
    for (const write of ['setItem', 'removeItem', 'clear']) {
      Storage.prototype[write] = () => {
        throw new DOMException('This tab has stopped and writes nothing more.', 'InvalidStateError');
      };
    }
  }

  function listPlans() {
    let plans;
    try {
      plans = storedPlans();
    } catch {
      say('This browser does not let the page read its storage, so there is nothing to download here.');
      return;
    }
    if (plans.length === 0) {
      say('No plan is stored in this browser.');
      return;
    }
    const list = find('crash-plans');
    for (const { name, text } of plans) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = `Download “${name}”`;
      button.addEventListener('click', () => download(name, text));
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
    }
    list.hidden = false;
  }

  function say(sentence) {
    const note = find('crash-note');
    note.textContent = sentence;
    note.hidden = false;
  }

  function storedPlans() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(STORED) && key !== NOT_A_PLAN)
      .sort()
      .map((key) => {
        const text = localStorage.getItem(key);
        return { name: nameIn(text) || key.slice(STORED.length), text };
      });
  }

  function nameIn(text) {
    try {
      const { name } = JSON.parse(text).plan;
      return typeof name === 'string' ? name.trim() : '';
    } catch {
      return '';
    }
  }

  function download(name, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `${name.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, '-').slice(0, 80)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // Browser extensions throw errors into every page: only our own count.
  function isOurs(error, file) {
    if (error instanceof WebAssembly.RuntimeError) return true;
    if (file && (file === script || file.startsWith(wasm))) return true;
    const stack = String((error && error.stack) || '');
    return stack.includes(script) || stack.includes(wasm);
  }

  function watch() {
    addEventListener('followthrough:panic', stop);
    addEventListener('error', (event) => {
      if (isOurs(event.error, event.filename)) stop();
    });
    addEventListener('unhandledrejection', (event) => {
      // A browser that refuses something, such as the clipboard, has not broken the app.
      if (!(event.reason instanceof DOMException) && isOurs(event.reason)) stop();
    });
  }

  // --- Start ---

  function cannotOpen(sentence) {
    const wait = find('shell-wait');
    if (stopped || !wait) return;
    wait.setAttribute('role', 'alert');
    wait.textContent = sentence;
    find('shell-reload').hidden = false;
  }

  async function fetched(address) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return response;
  }

  async function start() {
    if (typeof WebAssembly !== 'object') {
      cannotOpen(TOO_OLD);
      return;
    }
    watch();
    // Someone who comes back to a page of their plan need not read the welcome while it opens.
    if (location.hash.length > 2) find('shell').classList.add('shell--returning');
    try {
      const bytes = fetched(wasm);
      // The script is awaited first; a failure of the bytes is reported when they are.
      bytes.catch(() => {});
      const { default: init } = await import(script);
      await init({ module_or_path: bytes });
      find('shell')?.remove();
    } catch (error) {
      console.error(error);
      if (error instanceof WebAssembly.RuntimeError) stop();
      else if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) {
        cannotOpen(TOO_OLD);
      } else cannotOpen('The planner could not be loaded. Please check your connection and reload.');
    }
  }

  start();
})();
