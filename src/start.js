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
  // The second part of the program, where the build has cut it in two.
  const { rest } = find('app-wasm').dataset;
  const own = [script, wasm, rest && new URL(rest, document.baseURI).href].filter(Boolean);
  const TOO_OLD = 'This browser is too old for the planner. Please update it, or open this page in another one.';
  // In milliseconds: what the app waits at most for its welcome to be drawn.
  const LONGEST_WELCOME = 1000;
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
    const trace = `${file} ${(error && error.stack) || ''}`;
    return own.some((address) => trace.includes(address));
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

  // --- The two parts of the program ---
  // The build may cut the program in two (scripts/split.mjs). The first part does what a first visit
  // needs; where it calls for anything else, it reaches one of the imports below.

  const parts = {
    first: undefined,
    isWhole: rest === undefined,
    /** What the first part calls in place of a function of the rest, named by its place in the table. */
    imports: {
      placeholder: new Proxy(
        {},
        {
          get: (_, place) => (...values) => {
            if (!parts.isWhole) joinNow();
            return parts.first['%table'].get(Number(place))(...values);
          },
        },
      ),
    },
    /** The first part is there and not yet running. */
    begins(first) {
      parts.first = first;
      if (parts.compiled) join(parts.compiled);
    },
    compiled: undefined,
  };
  globalThis.followthrough = parts;

  function join(compiled) {
    if (parts.isWhole) return;
    // Puts its functions where the table of the first part has the imports above.
    new WebAssembly.Instance(compiled, { primary: parts.first });
    parts.isWhole = true;
  }

  function joinNow() {
    try {
      join(compileNow(rest));
    } catch (error) {
      stop();
      throw error;
    }
  }

  // For a call that cannot wait: the page stands still until the rest is there.
  function compileNow(address) {
    const request = new XMLHttpRequest();
    request.open('GET', address, false);
    // The bytes as they are, one to a character: a request that is waited for gives nothing but text.
    request.overrideMimeType('text/plain; charset=x-user-defined');
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} for ${address}`);
    return new WebAssembly.Module(Uint8Array.from(request.responseText, (byte) => byte.charCodeAt(0) & 0xff));
  }

  async function compile(address) {
    const response = await fetched(address);
    // Not every host knows the type of a wasm file, and without it the browser does not compile as it reads.
    const isNamed = response.headers.get('content-type') === 'application/wasm';
    return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // Whoever comes for the first time sees what the first part can show.
  function isFirstVisit() {
    try {
      return location.hash.length <= 2 && !Object.keys(localStorage).some((key) => key.startsWith(STORED));
    } catch {
      return false;
    }
  }

  // The welcome is on the screen before the app takes its place, where the browser tells when that is.
  async function welcomed() {
    const tells = globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint');
    if (!tells || document.hidden) return;
    await new Promise((resolve) => {
      setTimeout(resolve, LONGEST_WELCOME);
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
    });
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
      if (isFirstVisit()) await welcomed();
      else if (!parts.isWhole) parts.compiled = await compile(rest);
      await init({ module_or_path: bytes });
      find('shell')?.remove();
      // Should this fail, the first call for the rest tries again.
      if (!parts.isWhole) compile(rest).then(join, () => {});
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
