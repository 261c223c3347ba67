// Writes the pages of docs/ that come from the catalogues. `npm run docs`; a test checks that what is committed is what would be written.
import { writeFileSync } from 'node:fs';
import { sourceModule } from './build/source-module.js';

const { functionsPage } = await sourceModule('src/functions/function-docs.ts');
writeFileSync('docs/functions.md', functionsPage('en'));
writeFileSync('docs/functions.ru.md', functionsPage('ru'));
