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
  const NOT_HERE = 'That needs the planner, which has not come yet.';
  // In milliseconds: after this a press that has no end is none.
  const LONGEST_PRESS = 1000;
  const FIELDS = 'input, select, textarea';
  // Whatever the focus may be on.
  const PLACES = `${FIELDS}, button, a, summary, h1`;

  const find = (id) => document.getElementById(id);
  const shell = find('shell');

  /** Does something with what this tab remembers; a browser that lets nothing be kept forgets it at a reload. */
  function remembering(act) {
    try {
      return act(sessionStorage);
    } catch {
      return undefined;
    }
  }

  function begunBefore() {
    try {
      return JSON.parse(remembering((memory) => memory.getItem(BEGUN)));
    } catch {
      return null;
    }
  }

  const hasNothing = !hasPlans();
  let begun = hasNothing ? begunBefore() : null;
  const isStart = () => location.hash.length <= 2;
  const isFirstPage = () => Boolean(begun) && location.hash === FIRST_PAGE;

  function hasPlans() {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith(STORED));
    } catch {
      return true;
    }
  }

  // --- What things are called ---

  const textOf = (it) => it?.textContent.trim();

  function nameOf(it) {
    const label = it.getAttribute('aria-label') ?? textOf(it.labels?.[0]) ?? textOf(find(it.getAttribute('aria-labelledby')));
    return label ?? it.getAttribute('href') ?? textOf(it);
  }

  const isTyped = (field) => field.localName === 'textarea' || field.type === 'text';
  const callOf = (it) => `${it.localName} ${nameOf(it)}`;

  function called(call) {
    const [kind] = call.split(' ', 1);
    return [...document.querySelectorAll(`#app ${kind}`)].find((it) => callOf(it) === call);
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

  const allFilled = (scope) =>
    Object.fromEntries([...scope.querySelectorAll(FIELDS)].map((field) => [callOf(field), filled(field)]));

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
    if (!isBegun) return;
    for (const field of page.querySelectorAll(FIELDS)) fill(field, begun[callOf(field)]);
  }

  function firstPage() {
    const made = find('shell-first-page').content.firstElementChild.cloneNode(true);
    const note = () => {
      begun = allFilled(made);
      remembering((memory) => memory.setItem(BEGUN, JSON.stringify(begun)));
    };
    made.addEventListener('input', note);
    made.addEventListener('change', note);
    return made;
  }

  function begin() {
    begun ??= {};
    remembering((memory) => memory.setItem(BEGUN, JSON.stringify(begun)));
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

  // What was pressed last, by what it is called; and the files that were chosen there.
  let pressed, files;
  let hasFailed = false;

  function press({ target }) {
    const button = target.closest('button');
    if (!button || state.contains(button)) return;
    if (button.id === 'shell-begin') begin();
    else wait(button);
  }

  function wait(button) {
    if (hasFailed) return say(NOT_HERE);
    [pressed, files] = [callOf(button), button.files];
    say(ONE_MOMENT);
  }

  /** What was pressed is not done at a moment when nobody expects it any more. */
  function failed() {
    hasFailed = true;
    pressed = undefined;
    say('');
  }

  // Whoever is in the middle of a letter that is put together from several keys, or of a press, is let finish.
  let isComposing, isPressing;
  const settling = [];

  function settle() {
    if (!isComposing && !isPressing) settling.splice(0).forEach((go) => go());
  }

  function released() {
    isPressing = false;
    settle();
  }

  // --- The app takes the page over ---

  function taking() {
    const at = document.activeElement;
    const isAt = shell.contains(at) && at.matches(PLACES);
    const marked = isAt && isTyped(at) ? [at.selectionStart, at.selectionEnd] : undefined;
    const place = isAt && callOf(at);
    const fields = Object.entries({ ...allFilled(shell), ...begun }).filter(([, value]) => value !== undefined);
    const opened = [...shell.querySelectorAll('details[open] > summary')].map(callOf);
    const scrolled = scrollY;
    const wanted = location.hash;
    // What was filled in is filled in there, wherever one is by now.
    const isElsewhere = Boolean(begun) && wanted !== FIRST_PAGE;
    if (isElsewhere) history.replaceState(null, '', FIRST_PAGE);
    removeEventListener('hashchange', moved);
    addEventListener('followthrough:taken', () => {
      const found = fields.map(([call, value]) => [called(call), value]).filter(([field]) => field);
      for (const [field, value] of found) fill(field, value);
      const there = place ? called(place) : undefined;
      there?.focus({ preventScroll: true });
      if (there && marked) there.setSelectionRange(...marked);
      for (const [field] of found) tell(field);
      for (const summary of opened.map(called)) if (summary) summary.parentElement.open = true;
      scrollTo(0, scrolled);
      remembering((memory) => memory.removeItem(BEGUN));
      if (isElsewhere) {
        addEventListener('hashchange', () => setTimeout(doPressed), { once: true });
        location.hash = wanted;
      } else doPressed();
    }, { once: true });
  }

  function doPressed() {
    const button = pressed ? called(pressed) : undefined;
    if (!button) return;
    if (files) {
      button.files = files;
      tell(button);
    } else button.click();
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
    find('shell-import').addEventListener('change', ({ target }) => wait(target));
    shell.addEventListener('compositionstart', () => (isComposing = true));
    shell.addEventListener('compositionend', () => {
      isComposing = false;
      settle();
    });
    shell.addEventListener('pointerdown', () => {
      isPressing = true;
      setTimeout(released, LONGEST_PRESS);
    });
    // What was pressed is told after its end.
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(released));
    addEventListener('hashchange', moved);
    addEventListener('followthrough:failed', failed);
    show();
  }

  const isHere = hasNothing && (isStart() || isFirstPage());
  if (begun) markBegun();
  if (isHere) open();
  else state.hidden = false;
  addEventListener('followthrough:taking', taking, { once: true });

  // For src/start.js.
  globalThis.followthroughWelcome = {
    isHere,
    settled: () =>
      new Promise((resolve) => {
        settling.push(resolve);
        settle();
      }),
  };
})();
