// COVERAGE.md's table of SpreadsheetApp's classes, checked against Google's published types and the classes that are here.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { googleClasses } from './google-types';
import { spreadsheetObjects, visibleMethods } from './spreadsheet-objects';

/** `class | implemented | lacking`: a class that is wholly missing has no row but stands in the last one. */
function classTable(): string {
  const objects = spreadsheetObjects();
  const google = [...googleClasses('spreadsheet')].filter(([, methods]) => methods.size > 0);
  const rows = google.flatMap(([name, methods]) => {
    const object = objects[name];
    if (object === undefined) return [];
    const here = visibleMethods(object);
    const lacking = [...methods.keys()].filter((method) => !here.includes(method)).sort();
    return [`| ${name} | ${here.length} of ${methods.size} | ${lacking.join(', ')} |`];
  });
  const missing = google.map(([name]) => name).filter((name) => objects[name] === undefined);
  return ['| Class | Implemented | Lacking |', '| --- | --- | --- |', ...rows, `| (no object here) | | ${missing.join(', ')} |`].join('\n');
}

it('COVERAGE.md says of every class what is here and what is not', () => {
  const text = readFileSync(resolve(__dirname, '../../../../local/runtime/COVERAGE.md'), 'utf8');
  expect(/<!-- classes -->\n([\s\S]*?)\n<!-- end of classes -->/.exec(text)?.[1]?.trim()).toBe(classTable());
});
