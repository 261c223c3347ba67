// Whose code is delivered and under which licence: what the bundlers report, what the files say at their top, and NOTICE agree; the LGPL engine is not among it.
import { readdirSync, readFileSync } from 'node:fs';
import { bundledPage } from '../../tools/build/html-pages.js';
import { licenceComment, licenceOf, namedPackages, noticePage, packagesOf } from '../../tools/build/licences.js';

const delivered = Object.fromEntries(readdirSync('dist').map((file) => [file, readFileSync(`dist/${file}`, 'utf8')]));
const notice = readFileSync('NOTICE', 'utf8');
const pages = readdirSync('src/sidebar').filter((file) => file.endsWith('.html'));

test('NOTICE is what npm run docs would write', () => {
  expect(notice).toBe(noticePage(delivered));
});

test.each(pages)(
  '%s says at the top of its script whose packages the bundler put into it, with their licence, and so does NOTICE',
  async (file) => {
    const { metafile } = await bundledPage(file);
    const bundled = packagesOf(Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
    expect(bundled).toEqual(['preact']);
    expect(namedPackages(delivered[file] ?? '')).toEqual(bundled);
    for (const { text, version } of bundled.map(licenceOf)) {
      expect(delivered[file]).toContain(`${version}.\n${text}`);
      expect(notice).toContain(text);
    }
  },
);

test('Code.js begins with our licence and holds no code of others', () => {
  expect(delivered['Code.js']).toMatch(
    /^\/\*! Bitrix24 KPI for Google Sheets \d+\.\d+\.\d+\. MIT License\. Copyright \(c\) \d+ [^*]+ \*\//,
  );
  expect(namedPackages(delivered['Code.js'] ?? '')).toEqual([]);
});

test.each(['Demo.html', 'Help.html', 'appsscript.json'])('%s is data, no code', (file) => {
  expect(() => JSON.parse(delivered[file] ?? '')).not.toThrow();
});

test('modules are told apart by the package they lie in, wherever node_modules is', () => {
  expect(
    packagesOf([
      '/somewhere/project/src/main.ts',
      '/somewhere/node_modules/preact/dist/preact.module.js',
      '../node_modules/preact/hooks/dist/hooks.module.js',
      'node_modules/chart.js/node_modules/@kurkle/color/dist/color.esm.js',
      'C:\\project\\node_modules\\@odoo\\owl\\dist\\owl.js',
    ]),
  ).toEqual(['@kurkle/color', '@odoo/owl', 'preact']);
});

test.each(['@odoo/o-spreadsheet', '@odoo/owl'])('the build refuses to put %s into what is delivered', (name) => {
  expect(() => licenceComment([name])).toThrow(/LGPL.* may not become part of what is delivered/);
});

test.each(Object.keys(delivered))('%s is free of the LGPL engine', (file) => {
  expect(delivered[file]).not.toMatch(/o[-_]spreadsheet|@odoo|\bLGPL|Lesser General Public/i);
});
