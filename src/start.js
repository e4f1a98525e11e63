// Starts the app, and stands by in case it does not arrive or breaks. It knows the page and the browser's storage, and
// nothing of what the app does: it must work when the app does not.
(() => {
  'use strict';

  const STORED = 'followthrough/';
  // Which plan was open: nothing that anyone would want to download.
  const NOT_A_PLAN = 'followthrough/current';
  // The people on the plans, in many parts.
  const OF_PEOPLE = /^followthrough\/(unsaved-)?people\//;

  // Light or dark where somebody has chosen it, before anything is drawn.
  const LIGHT = 'followthrough-light';
  // And our own typefaces where an earlier visit has fetched them.
  const FONTS = 'followthrough-fonts';
  const { dataset } = document.documentElement;
  try {
    const chosen = localStorage.getItem(LIGHT);
    if (chosen === 'light' || chosen === 'dark') dataset.light = chosen;
    if (localStorage.getItem(FONTS)) dataset.fonts = 'kept';
  } catch {
    // A browser that lets nothing be kept shows what the system has.
  }

  // The browser's own bar follows what is chosen, now and later.
  const root = document.documentElement;
  function tintBar() {
    for (const bar of document.querySelectorAll('meta[name=theme-color]')) {
      const { light } = bar.dataset;
      const wanted = light === root.dataset.light ? 'all' : 'not all';
      bar.media = root.dataset.light ? wanted : `(prefers-color-scheme: ${light})`;
    }
  }
  new MutationObserver(tintBar).observe(root, { attributeFilter: ['data-light'] });
  tintBar();

  const find = (id) => document.getElementById(id);
  // Extensions and others take parts of a page away: these are held, to be put back.
  const place = find('app');
  const crash = find('crash');
  const script = find('app-script');
  const wasm = find('app-wasm');
  // What a first page can do without (src/ui/rest.rs).
  const { program: restName, programIntegrity } = find('rest').dataset;
  const rest = { href: new URL(restName, document.baseURI).href, integrity: programIntegrity };
  // A build for trying things out is whole; in the page that is one file nothing has to be asked for early.
  const isParted = Boolean(programIntegrity);
  const TOO_OLD = 'This browser is too old for the planner. Please update it, or open this page in another one.';
  const TAKES_LONG = 'This takes long. You can go on waiting, or try again.';
  // In milliseconds: what the app waits at most for its welcome to be drawn.
  const LONGEST_WELCOME = 1000;
  // In milliseconds: the pauses before the app is asked for again.
  const PAUSES = [1000, 4000];
  // In milliseconds: after this somebody is told that it takes long.
  const LONG = 15_000;
  // In milliseconds: how soon after another address its page is there.
  const LONGEST_PAGE = 500;
  // What somebody can do meanwhile (src/welcome.js).
  const welcome = globalThis.followthroughWelcome;
  let stopped = false;

  // Which version comes then, src/keep.js knows.
  const reload = () => dispatchEvent(new Event('followthrough:renew'));
  const reloadFromServer = () => dispatchEvent(new Event('followthrough:from-server'));

  // --- What is stored ---

  /** Offers every stored plan as a file. Without one, or where the storage cannot be read, says so if asked to. */
  async function offerPlans(list, note, saysNothing) {
    list.replaceChildren();
    list.hidden = true;
    let plans;
    try {
      plans = await storedPlans();
    } catch {
      say(note, 'This browser does not let the page read its storage, so there is nothing to download here.');
      return;
    }
    if (plans.length === 0) {
      if (saysNothing) say(note, 'No plan is stored in this browser.');
      return;
    }
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

  function say(note, sentence) {
    note.textContent = sentence;
    note.hidden = false;
  }

  /** What the durable place holds, and what local storage holds besides. */
  async function storedPlans() {
    const [durable, local] = await Promise.allSettled([durablePlans(), localPlans()]);
    if (durable.status === 'rejected' && local.status === 'rejected') throw local.reason;
    const texts = new Map([...(local.value ?? []), ...(durable.value ?? [])]);
    const all = [...texts]
      .filter(([, text]) => typeof text === 'string')
      .sort(([one], [other]) => (one < other ? -1 : 1));
    const people = all.filter(([key]) => OF_PEOPLE.test(key));
    const plans = all
      .filter(([key]) => !OF_PEOPLE.test(key))
      .map(([key, text]) => ({ name: nameIn(text) || key.slice(STORED.length), text }));
    // They belong together: one file.
    if (people.length > 0) plans.push({ name: 'The people on your plans', text: JSON.stringify(Object.fromEntries(people)) });
    return plans;
  }

  async function localPlans() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(STORED) && key !== NOT_A_PLAN)
      .map((key) => [key, localStorage.getItem(key)]);
  }

  /** Each record's text, as it was committed, behind the line that belongs to the place itself. */
  function durablePlans() {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('followthrough', 1);
      opening.onupgradeneeded = () => opening.transaction.abort();
      opening.onerror = opening.onblocked = () => reject(opening.error);
      opening.onsuccess = () => {
        const records = opening.result.transaction('records').objectStore('records');
        const [keys, values] = [records.getAllKeys(), records.getAll()];
        values.onerror = () => reject(values.error);
        values.onsuccess = () =>
          resolve(keys.result.map((key, at) => [key, textOf(values.result[at])]));
      };
    });
  }

  function textOf(record) {
    const head = /^followthrough-record 1 [0-9a-f]{8} (kept|removed)[^\n]*\n/.exec(record);
    if (!head) return record;
    return head[1] === 'kept' ? record.slice(head[0].length) : null;
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

  // --- When the app breaks ---

  find('crash-reload').addEventListener('click', reload);
  find('crash-copy').addEventListener('click', copyDetails);

  function stop(what) {
    if (stopped) return;
    stopped = true;
    forbidWrites();
    // Taken out rather than hidden: an open dialog would keep the rest of the page out of reach.
    place.remove();
    if (!crash.isConnected) document.body.append(crash);
    offerPlans(find('crash-plans'), find('crash-note'), true);
    find('crash-details').textContent = details(what);
    document.title = 'Something went wrong · Followthrough';
    find('crash-main').setAttribute('role', 'main');
    crash.hidden = false;
    find('crash-title').focus();
  }

  // What the app believes may be wrong from here on, so nothing of it may reach the storage.
  function forbidWrites() {
    const refuse = () => {
      throw new DOMException('This tab has stopped and writes nothing more.', 'InvalidStateError');
    };
    for (const write of ['setItem', 'removeItem', 'clear']) Storage.prototype[write] = refuse;
    for (const write of ['add', 'put', 'delete', 'clear']) IDBObjectStore.prototype[write] = refuse;
  }

  /** What helps a report, without a word of what somebody has typed. */
  function details(what) {
    const page = /^#[a-z/-]*$/.test(location.hash) ? location.hash : '#';
    const { build = nameOf(wasm.href) } = dataset;
    return [build, what, `Page: ${page}`, `Browser: ${navigator.userAgent}`].join('\n');
  }

  function wordsOf(error) {
    // What an error quotes may be somebody's words.
    const message = String(error?.message ?? '').split(/["'`“‘]/)[0].trim();
    const places = String(error?.stack ?? '')
      .split('\n')
      .filter((line) => own.some((address) => line.includes(address)))
      .slice(0, 5)
      .map((line) => `  ${nameOf(line.trim())}`);
    return [`What: ${error?.name ?? 'Error'} ${message}`, 'Where:', ...places].join('\n');
  }

  const nameOf = (address) => address.slice(address.lastIndexOf('/') + 1);

  async function copyDetails() {
    const lines = find('crash-details');
    try {
      await navigator.clipboard.writeText(lines.textContent);
      find('crash-copied').textContent = 'Copied.';
    } catch {
      getSelection().selectAllChildren(lines);
      find('crash-copied').textContent = 'The browser did not copy them. They are marked: please copy them yourself.';
    }
  }

  const own = [script.href, wasm.href, rest.href];

  // Browser extensions throw errors into every page: only our own count.
  function isOurs(error, file) {
    if (error instanceof WebAssembly.RuntimeError) return true;
    const trace = `${file} ${(error && error.stack) || ''}`;
    return own.some((address) => trace.includes(address));
  }

  function watch() {
    addEventListener('followthrough:panic', ({ detail }) => stop(detail));
    addEventListener('hashchange', () => setTimeout(lookForPage, LONGEST_PAGE));
    addEventListener('error', ({ error, filename }) => {
      if (isOurs(error, filename)) stop(wordsOf(error));
    });
    addEventListener('unhandledrejection', ({ reason }) => {
      // A browser that refuses something, such as the clipboard, has not broken the app.
      if (!(reason instanceof DOMException) && isOurs(reason)) stop(wordsOf(reason));
    });
  }

  // Where something else has taken away what the app draws into, no page would come any more, and nobody be told.
  function lookForPage() {
    const isDrawn = () => document.querySelector('#app > #main h1');
    if (stopped || find('shell') || isDrawn()) return;
    if (!place.isConnected) document.body.prepend(place);
    if (!isDrawn()) stop('What: Something else has taken this page away.');
  }

  // --- When the app does not arrive ---

  /** A part of the app did not come. The message is for the person who waits. */
  class NotLoaded extends Error {
    /** Whether only the page as it is now can help: its parts may have other names by now. */
    needsNewPage = false;
  }

  function missing(status) {
    const isGone = status < 500;
    const failure = new NotLoaded(
      isGone
        ? `A part of the planner is not where this page expects it (${status}). It may have been renewed just now: please try again.`
        : `The server cannot send the planner at the moment (${status}). Please try again a little later.`,
    );
    failure.needsNewPage = isGone;
    return failure;
  }

  /** Why a part did not come: it is asked for once more, and what comes is looked at. */
  async function reasonFor({ href, integrity }, fits) {
    try {
      // From the server and not from the browser's own copy, which is replaced by what comes.
      const response = await fetch(href, { cache: 'reload' });
      if (!response.ok) return missing(response.status);
      const type = (response.headers.get('content-type') ?? '').split(';')[0];
      const bytes = new Uint8Array(await response.arrayBuffer());
      const beginning = new TextDecoder().decode(bytes.slice(0, 200)).trimStart();
      if (beginning.startsWith('<')) {
        return new NotLoaded(
          'A web page came in place of the planner. Some networks ask you to sign in first: please do so, then try again.',
        );
      }
      if (!fits(type)) {
        return new NotLoaded(
          `The server sends a part of the planner as “${type}”, which browsers refuse. Whoever runs this site can set that right.`,
        );
      }
      await fetch(href, { integrity, cache: 'force-cache' }).catch(() => {
        throw new NotLoaded('The planner arrived damaged or incomplete. Please try again.');
      });
    } catch (error) {
      if (error instanceof NotLoaded) return error;
    }
    return new NotLoaded('The connection broke before the planner was here. Please check it and try again.');
  }

  /** The script that belongs to the program. The browser runs it only if it is the one that was built. */
  async function loadScript(attempt) {
    // An address that did not load stays so until the page is left.
    const address = attempt === 0 ? script.href : `${script.href}?again=${attempt}`;
    const element = document.createElement('script');
    Object.assign(element, { type: 'module', src: address, integrity: script.integrity });
    const hasCome = await new Promise((resolve) => {
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      document.head.append(element);
    });
    element.remove();
    if (!hasCome) throw await reasonFor(script, (type) => /(java|ecma)script$/.test(type));
    return import(address);
  }

  /** A part of the program, compiled. The browser hands it out only if it is the one that was built. */
  async function loadProgram(part, attempt, atHand) {
    let response = await atHand;
    try {
      response ??= await fetch(part.href, {
        ...(part.integrity && { integrity: part.integrity }),
        cache: attempt === 0 ? 'default' : 'reload',
      });
    } catch {
      throw await reasonFor(part, () => true);
    }
    if (!response.ok) throw missing(response.status);
    // Not every host knows the type of a wasm file, and without it the browser does not compile as it reads.
    const isNamed = response.headers.get('content-type') === 'application/wasm';
    return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  function cannotOpen(sentence, again) {
    // What is shown greyed while the app is on its way would now be in vain.
    find('shell').className = 'shell shell--failed';
    const wait = find('shell-wait');
    wait.setAttribute('role', 'alert');
    find('shell-state').hidden = false;
    // What takes long may still come.
    if (sentence !== TAKES_LONG) dispatchEvent(new Event('followthrough:failed'));
    wait.textContent = sentence;
    const button = find('shell-again');
    button.hidden = !again;
    button.onclick = again;
    offerPlans(find('shell-plans'), find('shell-note'), false);
  }

  function waitAgain(sentence) {
    const wait = find('shell-wait');
    wait.removeAttribute('role');
    find('shell-state').hidden = false;
    wait.textContent = sentence;
    const again = find('shell-again');
    // What was pressed is gone: whoever reads by ear or keyboard is at what takes its place.
    if (document.activeElement === again) {
      wait.tabIndex = -1;
      wait.focus();
    }
    again.hidden = true;
  }

  // --- Start ---

  /** Whether the app is on this device. */
  function isKept() {
    try {
      return Boolean(navigator.serviceWorker?.controller);
    } catch {
      return false;
    }
  }

  // The welcome is on the screen before the app is made ready, where the browser tells when that is: it is drawn sooner, and
  // there is something to read meanwhile.
  async function welcomed() {
    const tells = globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint');
    if (!tells || document.hidden) return;
    await new Promise((resolve) => {
      setTimeout(resolve, LONGEST_WELCOME);
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
    });
  }

  let attempts = 0;

  /** Loads the app, asking again after a while when something is in the way. */
  async function load(pauses) {
    const attempt = attempts;
    attempts += 1;
    // On a device that keeps the app, src/at-hand.js has asked for it already.
    const atHand = attempt === 0 ? globalThis.followthroughAtHand : undefined;
    const late = setTimeout(() => cannotOpen(TAKES_LONG, reload), LONG);
    try {
      return await Promise.all([loadScript(attempt), loadProgram(wasm, attempt, atHand)]);
    } catch (error) {
      const [pause, ...others] = pauses;
      if (!(error instanceof NotLoaded) || pause === undefined) throw error;
      waitAgain('The planner has not come yet. Asking for it again…');
      await new Promise((resolve) => setTimeout(resolve, pause));
      return load(others);
    } finally {
      clearTimeout(late);
    }
  }

  // --- The rest of the app ---

  let compiled;
  // What helps where asking again would not, once somebody asks.
  let help;
  addEventListener('followthrough:again', () => help?.());
  addEventListener('followthrough:offer', () => {
    const list = find('missing-plans');
    if (list) offerPlans(list, find('missing-note'), false);
  });

  /** Compiles the rest of the program, asking for it again after a while when something is in the way. */
  async function compileRest(attempt) {
    try {
      return await loadProgram(rest, attempt);
    } catch (error) {
      const pause = PAUSES[attempt];
      if (!(error instanceof NotLoaded) || error.needsNewPage || pause === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
      return compileRest(attempt + 1);
    }
  }

  function askForRest() {
    compiled ??= compileRest(0);
    // Whoever waits for it is told.
    compiled.catch(() => {});
    return compiled;
  }

  /** The rest, unless it takes long: then its coming is told. */
  async function restInTime() {
    const waiting = askForRest();
    const takesLong = new NotLoaded(TAKES_LONG);
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(takesLong), LONG)));
    try {
      return await Promise.race([waiting, late]);
    } catch (error) {
      if (error === takesLong) {
        help = reload;
        const told = () => dispatchEvent(new Event('followthrough:rest'));
        waiting.then(told, told);
      } else {
        help = error.needsNewPage ? reloadFromServer : undefined;
        compiled = undefined;
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  // Joins the rest to the part of the program that runs, which asks for it. Whether it has come; why not, the page says.
  globalThis.followthroughRest = async (program) => {
    try {
      await WebAssembly.instantiate(await restInTime(), { __wasm_split: program });
      return true;
    } catch (error) {
      if (!(error instanceof NotLoaded)) console.error(error);
      dataset.missing = error instanceof NotLoaded ? error.message : TOO_OLD;
      return false;
    }
  };

  async function open() {
    let loaded;
    if (welcome.isHere) await welcomed();
    // Every other page than the first needs all of the program.
    if (location.hash.length > 2 && isParted && !welcome.isHere) askForRest();
    try {
      loaded = await load(PAUSES);
    } catch (error) {
      console.error(error);
      if (!(error instanceof NotLoaded)) cannotOpen(TOO_OLD);
      else cannotOpen(error.message, error.needsNewPage ? reloadFromServer : openAgain);
      return;
    }
    const [{ default: init }, program] = loaded;
    watch();
    // The browser has a turn in which it can answer whoever is there.
    await new Promise((resolve) => setTimeout(resolve));
    try {
      await init({ module_or_path: program });
      (globalThis.requestIdleCallback ?? setTimeout)(async () => {
        await fetchFonts();
        dispatchEvent(new Event('followthrough:opened'));
      });
    } catch (error) {
      console.error(error);
      // The parts are the ones that were built: a browser that cannot join them does not know all they use.
      if (error instanceof WebAssembly.LinkError) cannotOpen(TOO_OLD);
      else stop(wordsOf(error));
    }
  }

  /** Our own typefaces, for the next page: the one that is read keeps what it was drawn with, so that nothing jumps. */
  async function fetchFonts() {
    if (dataset.fonts || navigator.connection?.saveData) return;
    try {
      await Promise.all(['Serif', 'Sans'].map((name) => document.fonts.load(`1em "Followthrough ${name}"`)));
      localStorage.setItem(FONTS, 'kept');
    } catch {
      // Without them, or where nothing can be kept, the typefaces of the system do.
      return;
    }
    addEventListener('hashchange', () => (dataset.fonts = 'fetched'), { once: true });
  }

  function openAgain() {
    dispatchEvent(new Event('followthrough:asked'));
    find('shell').className = 'shell';
    waitAgain('Opening your planner…');
    open();
  }

  // Someone who comes back to a page of their plan need not read the welcome while it opens; what is on the device is there
  // before anybody could.
  if (!welcome.isHere && (location.hash.length > 2 || isKept())) find('shell').classList.add('shell--returning');
  if (typeof WebAssembly === 'object') open();
  else cannotOpen(TOO_OLD);
})();
