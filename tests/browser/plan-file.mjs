// Plans as files, made without the app.

/** An exported plan with so many steps in each sequence, or with other parts in place of these. */
export function planFile({ name = 'From a file', prospect = 3, customer = 2, ...parts } = {}) {
  let id = 0;
  const step = (audience, number) => ({
    id: (id += 1),
    what: `${audience} task ${number}`,
    delay: { count: number === 1 ? 0 : 2, unit: 'working-days', from: number === 1 ? 'start' : 'previous-step' },
    channel: 'e-mail',
    who: 'myself',
    notes: `What to say to the ${audience} in task ${number}, in a few plain words.`,
    readiness: 'ready',
  });
  const sequence = (audience, count) => ({
    trigger: `A ${audience} turns up`,
    steps: Array.from({ length: count }, (_, at) => step(audience, at + 1)),
  });
  const plan = {
    origin: 'own',
    name,
    business: 'Somebody’s business',
    currency: 'USD',
    reasons: [],
    statements: { prospect: '', customer: '' },
    goals: [{ id: (id += 1), text: 'A goal from a file', audience: 'prospect', benefit: 'contact', actions: [] }],
    sequences: { prospect: sequence('prospect', prospect), customer: sequence('customer', customer) },
    runs: { prospect: { start: '2026-11-23' }, customer: {} },
    workWeek: '0000011',
    holidays: [],
    people: [],
    ...parts,
  };
  return { format: 'followthrough-plan', version: 2, exportedOn: '2026-11-23', plan };
}

/** What the file chooser or a drop hands to the page. */
export const asUpload = (content, name = 'plan.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content) : content),
});
