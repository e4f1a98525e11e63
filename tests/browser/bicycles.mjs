// A real business, typed in step by step as its owner would.

import {
  button,
  checkbox,
  chooseIn,
  date,
  goOn,
  group,
  openParts,
  region,
  saved,
  startNewPlan,
  stepRow,
  textbox,
  unfold,
} from './app.mjs';
import { dueDates } from './calendar.mjs';

export const START = '2026-12-31';
export const DAYS_OFF = { '2027-01-01': 'New Year', '2027-01-06': 'Epiphany' };

const ASK = 'asking one good question after each visit';

export const PLAN = {
  name: 'Spring follow-up',
  business: 'Kettle & Chain Cycles',
  offer: 'Bicycle servicing and hand-built touring bikes',
  statements: {
    prospect: 'People who love to ride feel at home with us at once. They learn something whenever we meet.',
    customer: 'Our riders know that somebody looks after them. They bring their friends because they are glad of us.',
  },
  ideas: ['Trust', 'Education on benefits', 'More referrals', 'Repeat sales'],
  ownGoal: 'Riders ask us before they buy',
  /** Each goal, by what is done. */
  actions: {
    Trust: ['a friendly answer on the day they ask', 'photographs of three bikes we have built'],
    'Education on benefits': ['a letter about frames that fit', 'an evening on choosing a saddle'],
    [ASK]: [],
    'Riders ask us before they buy': ['a free fitting before any decision'],
    'More referrals': ['a voucher to pass on to a friend'],
    'Repeat sales': ['a call before the first service is due', ASK],
  },
  measure: {
    action: 'a voucher to pass on to a friend',
    metric: 'vouchers handed in',
    target: '12',
    by: '2027-06-30',
    result: '3 by the end of January',
  },
  review: '2027-03-31',
  people: ['Imogen'],
};
delete PLAN.actions[ASK];

/** The steps in the order in which laying out puts them, with what is chosen for each. */
export const STEPS = {
  Prospect: [
    { what: 'a friendly answer on the day they ask', from: 'after the start', channel: 'E-mail', who: 'Myself' },
    { what: 'photographs of three bikes we have built', wait: 3, channel: 'E-mail', who: 'Automation' },
    { what: 'a letter about frames that fit', wait: 9, unit: 'calendar days', channel: 'Letter or parcel', who: 'A vendor' },
    { what: 'an evening on choosing a saddle', wait: 2, unit: 'weeks', channel: 'In person', who: 'Imogen' },
    { what: 'a free fitting before any decision', wait: 2, unit: 'months', from: 'after the start', channel: 'In person', who: 'Myself' },
  ],
  Customer: [
    { what: 'a voucher to pass on to a friend', from: 'after the start', channel: 'Letter or parcel', who: 'An assistant' },
    { what: 'a call before the first service is due', wait: 1, unit: 'months', channel: 'Phone', who: 'Imogen' },
    { what: ASK, wait: 20, channel: 'Phone', who: 'A co-worker' },
  ],
};

/** The dates counted apart from the app. */
export const DUE = {
  Prospect: dueDates(START, STEPS.Prospect, Object.keys(DAYS_OFF)),
  Customer: dueDates(START, STEPS.Customer, Object.keys(DAYS_OFF)),
};

export const ALL_STEPS = Object.entries(STEPS).flatMap(([audience, steps]) =>
  steps.map((step, at) => ({ ...step, audience, number: at + 1, due: DUE[audience][at] })),
);

export const numberInWords = (count, unit) => (count === 1 ? `${count} ${unit.replace(/s$/, '')}` : `${count} ${unit}`);

export async function fillFreshStart(page) {
  await textbox(page, 'Name of your business').fill(PLAN.business);
  await textbox(page, 'Name of this plan').fill(PLAN.name);
  await textbox(page, 'What you sell').fill(PLAN.offer);
  await textbox(page, 'Typical value of a deal').fill('1,200.50');
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
  await textbox(page, 'New contacts a month').fill('40');
  await textbox(page, 'What starts the prospect sequence').fill('Came in and looked around');
  await textbox(page, 'What starts the customer sequence').fill('Picked up a bike');
  await checkbox(page, 'We have new tools').check();
}

export async function fillDestination(page) {
  await textbox(page, 'As a prospect').fill(PLAN.statements.prospect);
  await textbox(page, 'As a customer').fill(PLAN.statements.customer);
}

export async function fillGoals(page) {
  for (const idea of PLAN.ideas) await checkbox(page, idea).check();
  await textbox(page, 'Add a goal').fill(PLAN.ownGoal);
  await button(page, 'Add').click();
  await button(page, 'Sort the picked ideas for me').click();
  await button(page, `Move to prospects: “${PLAN.ownGoal}”`).click();
}

export async function fillBy(page) {
  for (const [goal, actions] of Object.entries(PLAN.actions)) {
    for (const action of actions) {
      await textbox(region(page, goal), 'by').fill(action);
      await button(region(page, goal), 'Add action').click();
    }
  }
  const { action, metric, target, by } = PLAN.measure;
  const item = region(page, 'More referrals')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Remove “${action}”` }) });
  await unfold(item, 'Add a measure');
  await textbox(item, 'What is counted').fill(metric);
  await textbox(item, 'Target').fill(target);
  await date(item, 'By when').fill(by);
}

export async function fillRoute(page) {
  await date(page, 'Start date').fill(START);
  await unfold(page, 'Working days:');
  for (const [day, name] of Object.entries(DAYS_OFF)) {
    await date(page, 'Day off').fill(day);
    await textbox(page, 'What it is called').fill(name);
    await button(page, 'Add day off').click();
  }
  // Each sequence has its button while something of it is not on the route yet; the first is used up first.
  for (const section of ['Before the first purchase', 'From the first purchase on']) {
    await button(region(page, section), 'Put all on the route').click();
  }
  for (const { audience, number, wait = 0, unit = 'working days', from, channel } of ALL_STEPS) {
    const step = stepRow(page, `${audience} step ${number}`);
    const choose = (name, value) => step.getByRole('combobox', { name, exact: true }).selectOption(value);
    await openParts(step);
    await textbox(step, 'Wait').fill(String(wait));
    await choose('Unit', unit);
    if (number > 1) await choose('Counted from', from ?? 'after the step before');
    await chooseIn(step, 'With', channel);
  }
}

export async function fillPrepare(page) {
  await unfold(page, 'Name the people who help');
  for (const name of PLAN.people) {
    await textbox(page, 'Add a person').fill(name);
    await button(page, 'Add').click();
  }
  for (const { audience, number, who, what } of ALL_STEPS) {
    const step = group(page, `${audience} step ${number}`);
    await step.getByRole('combobox', { name: 'Who does it' }).selectOption(who);
    await textbox(step, 'Tools and resources').fill(`tools ${audience.toLowerCase()} ${number}`);
    await textbox(step, 'The message, or notes for the call').fill(`Notes on ${what}.`);
    await checkbox(step, 'Ready to go').check();
  }
}

export async function fillGo(page) {
  await textbox(page, 'Result so far').fill(PLAN.measure.result);
  await date(page, 'Next review date').fill(PLAN.review);
}

/** What is typed in at each of the seven steps, in their order. */
export const FILL = {
  'Fresh start': fillFreshStart,
  Destination: fillDestination,
  Goals: fillGoals,
  'By…': fillBy,
  'Map the route': fillRoute,
  'Prepare and build': fillPrepare,
  'Go and measure': fillGo,
};

/** From the start page to the last step, with something to do after each. */
export async function fillAll(page, afterEach = async () => {}) {
  await startNewPlan(page);
  for (const [stage, fill] of Object.entries(FILL)) {
    if (stage !== 'Fresh start') await goOn(page, stage);
    await fill(page);
    await afterEach(stage);
  }
  await saved(page);
}
