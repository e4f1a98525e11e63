// What runs in the page of any engine: things are found by what they are and what they are called.

/** The element of that role and name that can be seen, or nothing. A name may be only its beginning: `Open Spring…`. */
export function find(role, name) {
  const SELECTORS = {
    button: 'button, [role=button]',
    checkbox: 'input[type=checkbox]',
    choice: 'select, [role=combobox]',
    date: 'input[type=date]',
    file: 'input[type=file]',
    fold: 'summary',
    heading: 'h1, h2',
    link: 'a[href]',
    status: '[role=status]',
    textbox: 'textarea, input:not([type]), input[type=text]',
  };
  const squeezed = (text) => text.replace(/\s+/g, ' ').trim();
  const words = (node) => {
    const by = node.getAttribute('aria-labelledby');
    const named = by?.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const label = node.labels?.[0]?.textContent;
    return squeezed(node.getAttribute('aria-label') ?? named ?? label ?? node.textContent);
  };
  const isMeant = (told) => (name.endsWith('…') ? told.startsWith(name.slice(0, -1)) : told === name);
  const all = [...document.querySelectorAll(SELECTORS[role])];
  const isSeen = (node) => role === 'file' || node.checkVisibility({ visibilityProperty: true });
  return all.find((node) => isMeant(words(node)) && isSeen(node)) ?? null;
}

/** Dates are set as the engine's own chooser would: not every driver can type into one. */
export function setDate(field, value) {
  field.value = value;
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

/** Keeps what the page hands out as a file, for engines whose driver does not save any. */
export function keepFiles() {
  window.handedOut = [];
  const { createObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => window.handedOut.push(text));
    return createObjectURL.call(URL, blob);
  };
}

/** Puts a file into a field, for engines whose driver cannot. */
export function putFile(field, name, text) {
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'application/json' }));
  field.files = files.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

/** What went wrong on the page from now on. */
export function watchPage() {
  window.problems = [];
  addEventListener('error', ({ message }) => window.problems.push(`error: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => window.problems.push(`rejection: ${reason}`));
  addEventListener('securitypolicyviolation', (event) =>
    window.problems.push(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`),
  );
}

/** The dates of a sequence as its table says them. */
export function datesOf(name) {
  const table = [...document.querySelectorAll('table')].find(
    (node) => (node.getAttribute('aria-label') ?? node.caption?.textContent ?? '').trim() === name,
  );
  return [...(table?.querySelectorAll('[data-label=Due] time') ?? [])].map((time) => time.getAttribute('datetime'));
}

/** Everything that is kept, from both places. */
export async function keptTexts() {
  const records = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('followthrough', 1);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('records').objectStore('records').getAll();
      all.onsuccess = () => (opening.result.close(), resolve(all.result));
    };
  });
  return records;
}
