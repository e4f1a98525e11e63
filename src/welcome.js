// What somebody who has no plan yet can do before the app is there: write the list, begin a plan and fill in its first page,
// press what needs the app. It knows the page and this tab's memory, and nothing of what the app does: when the app takes the
// page over, all of it is done there once more, by what things are called.
(() => {
  'use strict';

  const STORED = 'followthrough/';
  // The list, as the app knows it.
  const LIST = 'followthrough/list';
  // What is filled in of a plan that was begun, until the app has it.
  const BEGUN = 'followthrough/begun';
  const FIRST_PAGE = '#/workshop/fresh-start';
  const TITLE = 'Step 1 of 7: Fresh start · Followthrough';
  const ONE_MOMENT = 'One moment: the planner is on its way.';
  const NOT_HERE = 'That does not work until the planner has loaded.';
  // In milliseconds: how long the next page may take to be drawn.
  const LONGEST_DRAWING = 300;
  // In milliseconds: a press that lasts longer is not waited for.
  const LONGEST_PRESS = 1000;
  const FIELDS = 'input, select, textarea';
  const DROPPING = ['dragover', 'drop'];
  // Whatever the focus may be on.
  const PLACES = `${FIELDS}, button, a, summary, h1`;

  const find = (id) => document.getElementById(id);
  const shell = find('shell');
  // Something else has taken it away: the app comes without.
  if (!shell) {
    globalThis.followthroughWelcome = { isHere: false };
    addEventListener('followthrough:ready', () => dispatchEvent(new Event('followthrough:settled')));
    return;
  }

  /** Does something with what this tab remembers; a browser that lets nothing be kept forgets it at a reload. */
  function remembering(act) {
    try {
      return act(sessionStorage);
    } catch {
      return undefined;
    }
  }

  /** What was filled in before a reload. Others may have written there: only what fields can hold is taken. */
  function begunBefore() {
    try {
      const kept = JSON.parse(remembering((memory) => memory.getItem(BEGUN)));
      if (typeof kept !== 'object' || kept === null) return null;
      return Object.fromEntries(Object.entries(kept).filter(([, it]) => it === true || typeof it === 'string'));
    } catch {
      return null;
    }
  }

  // A plan that is begun in this tab is gone on with, whatever other tabs have made meanwhile.
  let begun = begunBefore();
  const isStart = () => location.hash.length <= 2;
  const isFirstPage = () => Boolean(begun) && location.hash === FIRST_PAGE;

  /** Whether nothing is kept here; a storage that cannot be read may hold anything. */
  function hasNothing() {
    try {
      return !Object.keys(localStorage).some((key) => key.startsWith(STORED));
    } catch {
      return false;
    }
  }

  // --- What things are called ---

  const textOf = (it) => it?.textContent.trim();

  function nameOf(it) {
    const label = it.closest('label') ?? (it.id && it.getRootNode().querySelector(`label[for="${it.id}"]`)) ?? null;
    const said = it.getAttribute('aria-label') ?? textOf(label || find(it.getAttribute('aria-labelledby')));
    return said ?? it.getAttribute('href') ?? textOf(it);
  }

  const isTyped = (field) => field.localName === 'textarea' || field.type === 'text';
  const callOf = (it) => `${it.localName} ${nameOf(it)}`;

  /** What is called so in the app. */
  function called(call) {
    const [kind] = call.split(' ', 1);
    return [...document.querySelectorAll(`#app ${kind}`)].find((it) => !shell.contains(it) && callOf(it) === call);
  }

  /** What somebody has put into a field; nothing where it is as it was. Files are for whoever chose them. */
  function filled(field) {
    if (field.type === 'checkbox') return field.checked || undefined;
    if (field.type === 'file') return undefined;
    const atFirst = field.localName === 'select' ? field.options[0].value : '';
    return field.value === atFirst ? undefined : field.value;
  }

  function fill(field, value) {
    if (typeof value === 'boolean') field.checked = value;
    else if (value !== undefined && field.value !== value) field.value = value;
  }

  /** As after a hand that has filled it. */
  function tell(field) {
    field.dispatchEvent(new Event(isTyped(field) ? 'input' : 'change', { bubbles: true }));
  }

  /** The fields of a page in which something stands, by what they are called. */
  const allFilled = (scope) =>
    [...scope.querySelectorAll(FIELDS)]
      .map((field) => [callOf(field), filled(field)])
      .filter(([, value]) => value !== undefined);

  // --- Which of the two pages ---

  const welcome = shell.querySelector('article');
  const welcomeTitle = document.title;
  // What is said if the app does not come.
  const state = find('shell-state');
  let page;

  function show() {
    const isBegun = isFirstPage();
    if (isBegun) page ??= firstPage();
    const shown = isBegun ? page : welcome;
    if (shown.isConnected) return;
    shell.querySelector('main').replaceChildren(shown);
    shown.querySelector('.start__promise, .stage__lead').after(state);
    document.title = isBegun ? TITLE : welcomeTitle;
  }

  function firstPage() {
    const made = find('shell-first-page').content.firstElementChild.cloneNode(true);
    for (const field of made.querySelectorAll(FIELDS)) fill(field, begun[callOf(field)]);
    const note = () => keepBegun(Object.fromEntries(allFilled(made)));
    made.addEventListener('input', note);
    made.addEventListener('change', note);
    return made;
  }

  function keepBegun(filledIn) {
    begun = filledIn;
    remembering((memory) => memory.setItem(BEGUN, JSON.stringify(begun)));
  }

  function begin() {
    keepBegun(begun ?? {});
    markBegun();
    location.hash = FIRST_PAGE;
  }

  function markBegun() {
    shell.dataset.begun = '';
    for (const it of shell.querySelectorAll('[data-of-plan]')) it.hidden = false;
  }

  function moved() {
    if (!isStart() && !isFirstPage()) return say(ONE_MOMENT);
    say('');
    show();
    scrollTo(0, 0);
    shell.querySelector('h1').focus();
  }

  function say(sentence) {
    find('shell-said').textContent = sentence;
  }

  // --- What has to wait ---

  // What was pressed, in order: what it is called, and the files that were chosen there.
  let pressed = [];
  let hasFailed = false;

  function press({ target }) {
    const button = target.closest('button');
    if (!button || state.contains(button)) return;
    if (button.id === 'shell-begin') begin();
    else wait(button);
  }

  function wait(button) {
    putOff({ call: callOf(button), files: button.files });
  }

  function putOff(act) {
    if (hasFailed) return say(NOT_HERE);
    pressed.push(act);
    say(ONE_MOMENT);
  }

  /** A file that is dropped would take the place of the page. */
  function dropped(event) {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file) putOff({ file });
  }

  /** What was pressed is not done at a moment when nobody expects it any more: they have gone on, or it was in vain. */
  function forgetPressed() {
    pressed = [];
    say('');
  }

  function failed() {
    hasFailed = true;
    forgetPressed();
  }

  // Whoever is in the middle of a letter that is put together from several keys, or of a press, is let finish.
  let isComposing, isPressing, isReady;

  function settle() {
    if (isReady && !isComposing && !isPressing) dispatchEvent(new Event('followthrough:settled'));
  }

  function released() {
    isPressing = false;
    settle();
  }

  // --- The app takes the page over ---

  /** Where somebody is: at what, and what is marked there. */
  function whereOne() {
    const at = document.activeElement;
    if (!shell.contains(at)) return {};
    // What is said of the planner is not there any more.
    const place = at.matches(PLACES) && !state.contains(at) ? at : shell.querySelector('h1');
    return { place: callOf(place), marked: isTyped(place) ? [place.selectionStart, place.selectionEnd] : undefined };
  }

  /** The app stands behind: it takes the place of what somebody sees in one go, so that no key is lost. */
  function taken() {
    removeEventListener('hashchange', moved);
    for (const kind of DROPPING) removeEventListener(kind, dropped);
    if (!hasLeft()) return handOver();
    enter(allFilled(page ?? firstPage()));
    // The app has looked at it by then.
    setTimeout(() => (refused() ? handOver() : goThere()));
  }

  // Where somebody was when the app came. What was filled in is filled in there, wherever that is.
  let whereTo;
  const hasLeft = () => Boolean(begun) && whereTo !== FIRST_PAGE;
  const refused = () => document.querySelector('#main [aria-invalid=true]');

  function taking() {
    whereTo = location.hash;
    if (hasLeft()) history.replaceState(null, '', FIRST_PAGE);
  }

  /** The app goes where somebody is, who stays at what they do: its new page has the focus of nobody before it is seen. */
  function goThere() {
    for (const heading of shell.querySelectorAll('h1')) {
      if (heading !== document.activeElement) heading.removeAttribute('tabindex');
    }
    history.replaceState(null, '', whereTo || location.pathname + location.search);
    dispatchEvent(new HashChangeEvent('hashchange'));
    let isOver = false;
    const end = () => {
      if (!isOver) handOver();
      isOver = true;
    };
    requestAnimationFrame(() => requestAnimationFrame(end));
    // Where nothing is drawn.
    setTimeout(end, LONGEST_DRAWING);
  }

  function handOver() {
    const { place, marked } = whereOne();
    const fields = allFilled(shell);
    const opened = [...shell.querySelectorAll('details[open] > summary')].map(callOf);
    const scrolled = scrollY;
    shell.remove();
    enter(fields, () => {
      const there = place && (called(place) ?? document.querySelector('#main h1'));
      there?.focus({ preventScroll: true });
      if (there && marked) there.setSelectionRange(...marked);
    });
    for (const summary of opened.map(called)) if (summary) summary.parentElement.open = true;
    scrollTo(0, scrolled);
    forgetOnceSaved();
    setTimeout(() => {
      if (!refused()) return doPressed();
      // What is wrong is seen to before anything else.
      if (pressed.length > 0 || hasLeft()) refused().focus();
    });
  }

  /** Puts what was filled in into the fields of the app; the currency before the amounts that are read by it. */
  function enter(fields, between = () => {}) {
    const found = fields.map(([call, value]) => [called(call), value]).filter(([field]) => field);
    for (const [field, value] of found) fill(field, value);
    between();
    const isChoice = ([field]) => field.localName === 'select';
    for (const [field] of [...found.filter(isChoice), ...found.filter((it) => !isChoice(it))]) tell(field);
  }

  /** This tab remembers what was filled in until it is kept in the plan. */
  function forgetOnceSaved() {
    if (!begun) return;
    const forget = () => {
      clearInterval(looking);
      remembering((memory) => memory.removeItem(BEGUN));
    };
    const looking = setInterval(() => document.querySelector('.save-mark')?.textContent.startsWith('Saved') && forget(), 200);
    // The app keeps all it has when its page is left.
    addEventListener('pagehide', () => document.querySelector('#main h1') && forget());
  }

  function doPressed() {
    const [next, ...others] = pressed;
    if (!next) return;
    pressed = others;
    const button = next.call && called(next.call);
    if (next.file) drop(next.file);
    else if (button && next.files) {
      button.files = next.files;
      tell(button);
    } else button?.click();
    setTimeout(doPressed);
  }

  function drop(file) {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    dispatchEvent(new DragEvent('drop', { dataTransfer }));
  }

  /** The lines behind the list make the room it needs; the sample's, while nothing is written. */
  const sample = find('shell-rows');
  const rows = sample.cloneNode();
  rows.classList.remove('list__rows--sample');

  function makeRoom({ value, previousElementSibling }) {
    const row = (words) => {
      const [made, line] = ['row', 'line'].map((part) => {
        const it = document.createElement('div');
        it.className = `list__${part}`;
        return it;
      });
      line.textContent = words;
      made.append(line);
      return made;
    };
    rows.replaceChildren(...value.split('\n').map(row));
    previousElementSibling.replaceWith(value === '' ? sample : rows);
  }

  // --- Start ---

  function open() {
    const list = find('shell-list');
    list.value = remembering((memory) => memory.getItem(LIST)) ?? '';
    makeRoom(list);
    list.addEventListener('input', () => {
      remembering((memory) => memory.setItem(LIST, list.value));
      makeRoom(list);
    });
    for (const it of shell.querySelectorAll('[data-of-welcome]')) it.hidden = false;
    for (const it of shell.querySelectorAll(':disabled')) it.disabled = false;
    shell.querySelector('.list').removeAttribute('aria-hidden');
    // What the app says stands in the same place.
    shell.querySelector('.list__total').textContent = 'Opening… the dates follow.';

    shell.addEventListener('click', press);
    // Whoever types on has gone on.
    shell.addEventListener('input', ({ target }) => target.type !== 'file' && forgetPressed());
    find('shell-import').addEventListener('change', ({ target }) => wait(target));
    shell.addEventListener('compositionstart', () => (isComposing = true));
    shell.addEventListener('compositionend', () => {
      isComposing = false;
      settle();
    });
    let ending;
    shell.addEventListener('pointerdown', () => {
      isPressing = true;
      clearTimeout(ending);
      ending = setTimeout(released, LONGEST_PRESS);
    });
    // What was pressed is told after its end.
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(released));
    addEventListener('hashchange', moved);
    show();
  }

  const isHere = (Boolean(begun) || hasNothing()) && (isStart() || isFirstPage());
  if (begun) markBegun();
  if (isHere) open();
  else state.hidden = false;
  for (const kind of DROPPING) addEventListener(kind, dropped);
  addEventListener('followthrough:failed', failed);
  addEventListener('followthrough:asked', () => (hasFailed = false));
  addEventListener('followthrough:taking', taking, { once: true });
  addEventListener('followthrough:taken', taken, { once: true });
  addEventListener('followthrough:ready', () => {
    isReady = true;
    settle();
  });

  // For src/start.js.
  globalThis.followthroughWelcome = { isHere };
})();
