// What is pushed to Google: the public names, their help, the syntax, the files and the manifest.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import Ajv from 'ajv';
import { jsdoc } from '../../src/functions/function-docs';
import { FUNCTION_NAMES } from '../../src/functions/names';

const code = readFileSync('dist/Code.js', 'utf8');
const program = parse(code, { ecmaVersion: 2020, sourceType: 'script', locations: true });

type Declaration = {
  type: string;
  id?: { name: string };
  params?: { name: string }[];
  start: number;
  declarations?: { id: { name?: string } }[];
};
const body = program.body as unknown as Declaration[];

const publicNames = [
  ...FUNCTION_NAMES,
  'approveMonth',
  'authCallback',
  'beginOauth',
  'buildReports',
  'cancelRefresh',
  'connect',
  'continueRefresh',
  'createInputSheets',
  'disconnect',
  'formulaAnswer',
  'formulaChoices',
  'insertFormula',
  'keepDraft',
  'lastRuns',
  'loadProgress',
  'menuApproveMonth',
  'menuBuildReports',
  'menuHelp',
  'menuInputSheets',
  'menuPlans',
  'menuPlatformCheck',
  'menuStopDigest',
  'menuRecalculate',
  'menuRefresh',
  'onEdit',
  'onInstall',
  'onOpen',
  'paySetup',
  'plans',
  'refresh',
  'reportChoices',
  'saveKpiSet',
  'saveScheme',
  'savePlans',
  'saveSettings',
  'scheduleState',
  'scheduledRefresh',
  'setSchedule',
  'settingChoices',
  'showPlans',
  'showSidebar',
  'sidebarState',
  'testDigest',
  'testNotice',
  'tryDemo',
].sort();

describe('dist/Code.js', () => {
  test('declares exactly the public names; every other top-level name ends with an underscore', () => {
    const names = body.flatMap((node) =>
      node.type === 'VariableDeclaration'
        ? (node.declarations ?? []).map((one) => one.id.name ?? '(pattern)')
        : [node.id?.name ?? node.type],
    );
    expect(names.filter((name) => !name.endsWith('_')).sort()).toEqual(publicNames);
  });

  test('stays below the megabyte that is advised for a script', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(1024 * 1024);
  });

  test('declares entries as plain functions, the only form Sheets accepts for custom functions', () => {
    const declared = body.filter((node) => node.type === 'FunctionDeclaration').map((node) => node.id?.name ?? '');
    expect(publicNames.filter((name) => !declared.includes(name))).toEqual([]);
  });

  test.each(FUNCTION_NAMES)('%s carries its Russian help right above the declaration', (name) => {
    const node = body.find((one) => one.id?.name === name);
    if (!node) throw new Error(`${name} is missing`);
    const help = jsdoc(name, 'ru');
    expect(help).toContain('@customfunction');
    expect(code.slice(0, node.start).endsWith(`${help}\n`)).toBe(true);
    const documented = [...help.matchAll(/@param \{[^}]*\} (\w+)/g)].map((match) => match[1]);
    expect(node.params?.map((param) => param.name)).toEqual(documented);
    expect(documented.at(-1)).toBe('data');
  });

  test('is an ES2019 script plus ?. and ??: the parser refuses anything newer than 2020, and its other novelties are absent', () => {
    const novelties = new Set<string>();
    const walk = (node: unknown): void => {
      if (Array.isArray(node)) node.forEach(walk);
      else if (typeof node === 'object' && node !== null) {
        const { type, bigint } = node as { type?: unknown; bigint?: unknown };
        if (type === 'ImportExpression' || type === 'MetaProperty' || typeof bigint === 'string') novelties.add(String(type));
        Object.values(node).forEach(walk);
      }
    };
    walk(program.body);
    expect([...novelties]).toEqual([]);
    expect(() => parse('class A { x = 1 }', { ecmaVersion: 2020, sourceType: 'script' })).toThrow();
  });

  test('touches no service when it is evaluated, in any auth mode', () => {
    const touched: string[] = [];
    const trap = (name: string) =>
      new Proxy(function service() {}, {
        get: (_target, key) => {
          touched.push(`${name}.${String(key)}`);
          return undefined;
        },
        apply: () => touched.push(`${name}()`),
      });
    const services = [
      'SpreadsheetApp',
      'UrlFetchApp',
      'PropertiesService',
      'CacheService',
      'LockService',
      'ScriptApp',
      'Session',
      'HtmlService',
      'Utilities',
      'MailApp',
      'Charts',
      'Logger',
    ];
    const context = createContext(Object.fromEntries(services.map((name) => [name, trap(name)])));
    runInContext(code, context);
    expect(touched).toEqual([]);
  });

  test('names no host of anybody and holds nothing that looks like a secret', () => {
    expect(code).not.toMatch(/o-spreadsheet/);
    expect(code).not.toMatch(/\/rest\/\d+\/[a-z0-9]{8,}/i);
  });
});

test('clasp would push dist/Code.js, the pages and the manifest, nothing else', () => {
  const output = execFileSync(process.execPath, ['node_modules/@google/clasp/build/src/index.js', 'status', '--json'], {
    encoding: 'utf8',
  });
  const { filesToPush } = JSON.parse(output) as { filesToPush: string[] };
  expect(filesToPush.sort()).toEqual([
    'dist/Code.js',
    'dist/Demo.html',
    'dist/Help.html',
    'dist/Plans.html',
    'dist/Sidebar.html',
    'dist/appsscript.json',
  ]);
  expect(readdirSync('dist').sort()).toEqual(['Code.js', 'Demo.html', 'Help.html', 'Plans.html', 'Sidebar.html', 'appsscript.json']);
});

test('the manifest asks for the six scopes of the product and nothing more', () => {
  const scope = 'https://www.googleapis.com/auth/';
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['timeZone', 'runtimeVersion', 'exceptionLogging', 'dependencies', 'oauthScopes'],
    properties: {
      timeZone: { const: 'Europe/Moscow' },
      runtimeVersion: { const: 'V8' },
      exceptionLogging: { const: 'STACKDRIVER' },
      dependencies: { type: 'object', additionalProperties: false },
      oauthScopes: {
        type: 'array',
        uniqueItems: true,
        minItems: 6,
        items: {
          enum: [
            'spreadsheets.currentonly',
            'script.external_request',
            'script.container.ui',
            'script.scriptapp',
            'script.send_mail',
            'userinfo.email',
          ].map((name) => scope + name),
        },
      },
    },
  };
  const check = new Ajv({ allErrors: true }).compile(schema);
  check(JSON.parse(readFileSync('dist/appsscript.json', 'utf8')));
  expect(check.errors).toBeNull();
});
