// What both places hold, looked at apart from the app.

/** Every record of the durable place, by key: the text as it was committed, or null once it was removed. */
export const records = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('followthrough');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('records').objectStore('records');
          const [keys, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            database.close();
            resolve(Object.fromEntries(keys.result.map((key, at) => [key, values.result[at]])));
          };
        };
      }),
  );

const HEAD = /^followthrough-record 1 [0-9a-f]{8} (kept|removed)[^\n]*\n/;

/** The texts of the plans in the durable place, by key. */
export async function committed(page) {
  const all = Object.entries(await records(page)).filter(([key]) => key.startsWith('followthrough/plan/'));
  const kept = all.filter(([, raw]) => HEAD.exec(raw)?.[1] === 'kept');
  return Object.fromEntries(kept.map(([key, raw]) => [key, raw.replace(HEAD, '')]));
}

/** A plan with so many steps that it takes about so many bytes. */
export const notesOf = (bytes, steps) => 'A word to say. '.repeat(Math.floor(bytes / steps / 15)).slice(0, 4000);
