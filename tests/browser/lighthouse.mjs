// Lighthouse's mobile checks on the built site, served compressed. The median of three runs counts.

import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { budget, launch, median, site } from './support.mjs';

const RUNS = 3;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function run(url) {
  const port = await freePort();
  const browser = await launch({ args: [`--remote-debugging-port=${port}`] });
  try {
    const { lhr } = await lighthouse(url, {
      port,
      logLevel: 'error',
      onlyCategories: Object.keys(budget.lighthouse),
    });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await browser.close();
  }
}

const server = await site({ compress: true });
try {
  const reports = [];
  for (let i = 0; i < RUNS; i += 1) reports.push(await run(server.url));
  for (const [category, least] of Object.entries(budget.lighthouse)) {
    const scores = reports.map((report) => Math.round(report.categories[category].score * 100));
    const score = median(scores);
    console.log(`${category}: ${score} of at least ${least} (${scores.join(', ')})`);
    if (score >= least) continue;
    // A limit that is missed stays where it is and is told at every run; what is held keeps it from falling meanwhile.
    const held = budget.lighthouseHeld?.[category] ?? least;
    if (score >= held) console.log(`  MISSED. Until it is met, no less than ${held} is let through.`);
    else process.exitCode = 1;
    const report = reports[scores.indexOf(score)];
    for (const { id, weight } of report.categories[category].auditRefs) {
      const audit = report.audits[id];
      if (weight > 0 && audit.score !== null && audit.score < 1) {
        console.log(`  ${audit.title} ${audit.displayValue ?? ''}`);
      }
    }
  }
} finally {
  await server.close();
}
