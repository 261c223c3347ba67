// Writes the pages of docs/ that come from the catalogues, with what every example answers on the demo company, and NOTICE. `npm run docs`; tests check that
// what is committed is what would be written.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { noticePage } from './build/licences.js';
import { sourceModule } from './build/source-module.js';
import { buildLocal } from './build-local.js';
import { freshDist } from './fresh-dist.js';

freshDist();
const delivered = readdirSync('dist').map((file) => [file, readFileSync(`dist/${file}`, 'utf8')]);
writeFileSync('NOTICE', noticePage(Object.fromEntries(delivered)));
const { demoFile, exampleAnswer, fillExampleCells } = createRequire(import.meta.url)(await buildLocal('demo-desk'));
const { functionsPage } = await sourceModule('src/functions/function-docs.ts');
for (const [lang, file] of [
  ['en', 'docs/functions.md'],
  ['ru', 'docs/functions.ru.md'],
]) {
  const runtime = demoFile(lang);
  fillExampleCells(runtime, lang);
  writeFileSync(
    file,
    functionsPage(lang, (formula) => exampleAnswer(runtime, formula, lang)),
  );
}

const { metricsPage } = await sourceModule('src/functions/metric-docs.ts');
writeFileSync('docs/metrics.md', metricsPage('en'));
writeFileSync('docs/metrics.ru.md', metricsPage('ru'));

const { withErrorTables } = await sourceModule('src/functions/error-docs.ts');
writeFileSync('docs/loading.md', withErrorTables(readFileSync('docs/loading.md', 'utf8')));
