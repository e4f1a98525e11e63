import { journey } from './support.mjs';
import { fillAll } from './bicycles.mjs';
import * as app from './app.mjs';
import { writeFileSync } from 'node:fs';
journey('x', { timeout: 120000 }, async ({ page, go }) => {
  await go();
  let t = performance.now();
  await fillAll(page, async (stage) => { console.log(stage, Math.round(performance.now()-t)); t=performance.now(); });
  console.log(await app.dates(page,'Prospect'), await app.dated(page,'Customer'));
  const e = await app.exported(page);
  writeFileSync('/tmp/w/'+e.name, e.text); console.log(e.name);
  writeFileSync('/tmp/w/a4.pdf', await page.pdf({format:'A4', preferCSSPageSize: false}));
  await page.screenshot({path:'/tmp/w/go.png', fullPage:true});
});
