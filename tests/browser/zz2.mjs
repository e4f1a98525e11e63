import { journey } from './support.mjs';
import { planFile,asUpload } from './plan-file.mjs';
import * as app from './app.mjs';
journey('x', { timeout: 120000 }, async ({ page, go }) => {
  await go(); 
  await app.importField(page).setInputFiles(asUpload(planFile()));
  console.log(await page.getByRole('dialog').innerText());
});
