// What the journeys about keeping plans have in common.

import { saved, startNewPlan, storedPlans, textbox } from './app.mjs';

export const alert = (page, words) => page.getByRole('alert').filter({ hasText: words });
export const notSaved = (page) => page.getByRole('status', { name: 'Not saved', exact: true }).waitFor();

export const rename = (page, name) => textbox(page, 'Name of this plan').fill(name);

/** Begins a plan and gives it a name. */
export async function startNamed(page, name) {
  await startNewPlan(page);
  await rename(page, name);
  await saved(page);
}

/** The names of all stored plans. */
export const storedNames = async (page) => (await storedPlans(page)).map(({ plan }) => plan.name).sort();

/** For a page that begins: its local storage has no room while `isFull` is set. */
export function fullOnDemand() {
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, text) {
    if (window.isFull && this === localStorage) throw new DOMException('full', 'QuotaExceededError');
    setItem.call(this, key, text);
  };
}
