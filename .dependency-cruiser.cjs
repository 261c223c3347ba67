// The import rules of docs/architecture.md, checked: data flows down the folders, nothing imports upwards.
const pure = ['bitrix24', 'raw', 'load', 'inputs', 'memory', 'facts', 'metrics', 'functions', 'report', 'locale'];
const basics = '^src/(cell|errors|period|money|stats|columns|redact|digits|iso|zone|matching)\\.ts$';

/** Folder → what it may import besides itself and the basics; a type-only import from `types` is allowed too. */
const allowed = {
  bitrix24: { code: ['locale'], types: [] },
  raw: { code: ['locale'], types: [] },
  load: { code: ['bitrix24', 'raw', 'locale'], types: [] },
  inputs: { code: ['locale'], types: [] },
  memory: { code: [], types: ['raw', 'inputs'] },
  facts: { code: ['locale'], types: ['raw', 'inputs', 'memory'] },
  metrics: { code: ['facts'], types: ['inputs', 'memory'] },
  functions: { code: ['metrics', 'inputs', 'locale', 'facts', 'memory'], types: [] },
  report: { code: ['functions', 'metrics', 'locale'], types: ['facts'] },
  locale: { code: [], types: [] },
};

const rules = Object.entries(allowed).map(([folder, may]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [basics, `^src/(${[folder, ...may.code].join('|')})/`],
    dependencyTypesNot: ['type-only'],
  },
}));

module.exports = {
  forbidden: [
    ...rules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'local-never-imports-src', severity: 'error', from: { path: '^local/' }, to: { path: '^src/' } },
    { name: 'src-never-imports-local', severity: 'error', from: { path: '^src/' }, to: { path: '^local/' } },
    {
      name: 'pure-never-imports-the-edge',
      severity: 'error',
      from: { path: `^src/(${pure.join('|')})/` },
      to: { path: '^src/(addon|sidebar|main)' },
    },
    {
      name: 'basics-stay-small',
      severity: 'error',
      from: { path: basics },
      to: { path: '^src/', pathNot: [basics, '^src/locale/errors'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'nothing-imports-main', severity: 'error', from: {}, to: { path: '^src/main\\.ts$' } },
    // What a scheme pays while it is typed is computed by the metric itself, not by a copy of it.
    {
      name: 'sidebar-takes-types-only',
      severity: 'error',
      from: { path: '^src/sidebar/' },
      to: { path: '^src/', pathNot: ['^src/(sidebar|locale)/', '^src/metrics/bonus\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    // What Google parses on every call has no package; what a browser parses has one small library.
    {
      name: 'src-needs-no-package',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sidebar/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    {
      name: 'sidebar-needs-preact-only',
      severity: 'error',
      from: { path: '^src/sidebar/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: '^node_modules/preact/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json', '.css'] },
  },
};
