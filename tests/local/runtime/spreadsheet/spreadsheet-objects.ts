// One object of every class of SpreadsheetApp the runtime has, made as scripts make them; and the names scripts see on them.
import { manualClock } from '../../../../local/clock';
import { RunningExecution } from '../../../../local/runtime/execution';
import { ServiceObject } from '../../../../local/runtime/service';
import { charts, spreadsheetApp } from '../../../../local/runtime/services/spreadsheet-app';
import type { Workbook } from '../../../../local/runtime/spreadsheet/workbook';
import { workbook } from './workbook-under-test';

/** A service object as the realm calls it. */
export type Callable = ServiceObject & Readonly<Record<string, (...args: unknown[]) => Callable & Callable[]>>;

/** A run of the file's owner that may do everything. */
export function ownersRun(): RunningExecution {
  return new RunningExecution({
    authMode: 'FULL',
    hasUi: true,
    clock: manualClock(0),
    timeZone: 'Europe/Moscow',
    userEmail: 'owner@example.com',
    budgetMs: 1e9,
    scopes: null,
    movesClock: true,
  });
}

/** By Google's class name. */
export function spreadsheetObjects(
  execution = ownersRun(),
  book: Workbook = workbook({ owner: 'owner@example.com' }),
): Readonly<Record<string, Callable>> {
  const app = spreadsheetApp(book, execution) as Callable;
  const enumOf = (owner: ServiceObject, group: string, name: string) =>
    (owner as unknown as Record<string, Record<string, unknown>>)[group]?.[name];
  const call = (object: Callable | undefined, name: string, ...args: unknown[]) => object?.[name]?.(...args) as Callable & Callable[];
  const file = call(app, 'getActiveSpreadsheet');
  const sheet = call(file, 'getActiveSheet');
  const range = call(sheet, 'getRange', 'A1:B2');
  call(file, 'setNamedRange', 'Имя', range);
  call(sheet, 'addDeveloperMetadata', 'ключ');
  const condition = call(call(call(app, 'newConditionalFormatRule'), 'whenNumberEqualTo', 1), 'setRanges', [range]);
  const scale = call(
    call(call(call(app, 'newConditionalFormatRule'), 'setGradientMinpoint', '#ffffff'), 'setGradientMaxpoint', '#000000'),
    'setRanges',
    [range],
  );
  const validation = call(call(app, 'newDataValidation'), 'requireCheckbox');
  const chart = call(call(sheet, 'newChart'), 'addRange', range);
  const [metadata] = call(sheet, 'getDeveloperMetadata');
  const built = call(chart, 'build');
  const service = charts(execution) as Callable;
  const typed = ['Area', 'Bar', 'Column', 'Combo', 'Line', 'Pie', 'Scatter', 'Histogram', 'Table'].filter(
    (name) => `as${name}Chart` in chart,
  );
  return {
    SpreadsheetApp: app,
    Spreadsheet: file,
    Sheet: sheet,
    Range: range,
    RangeList: call(sheet, 'getRangeList', ['A1']),
    NamedRange: call(file, 'getNamedRanges')[0] as Callable,
    Protection: call(range, 'protect'),
    Filter: call(call(sheet, 'getRange', 'D1:E5'), 'createFilter'),
    Banding: call(range, 'applyRowBanding', enumOf(app, 'BandingTheme', 'BLUE'), true, false),
    DeveloperMetadata: metadata as Callable,
    DeveloperMetadataLocation: call(metadata, 'getLocation'),
    DeveloperMetadataFinder: call(file, 'createDeveloperMetadataFinder'),
    DataValidation: call(validation, 'build'),
    DataValidationBuilder: validation,
    ConditionalFormatRule: call(condition, 'build'),
    ConditionalFormatRuleBuilder: condition,
    BooleanCondition: call(call(condition, 'build'), 'getBooleanCondition'),
    GradientCondition: call(call(scale, 'build'), 'getGradientCondition'),
    EmbeddedChart: built,
    EmbeddedChartBuilder: call(sheet, 'newChart'),
    ...Object.fromEntries(typed.map((name) => [`Embedded${name}ChartBuilder`, call(call(sheet, 'newChart'), `as${name}Chart`)])),
    ContainerInfo: call(built, 'getContainerInfo'),
    Charts: service,
  };
}

/** The methods a script sees on an object (local/runtime/service.ts). */
export function visibleMethods(object: ServiceObject): string[] {
  const names = new Set<string>();
  for (let at = Object.getPrototypeOf(object) as object; at !== ServiceObject.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (typeof value === 'function' && name !== 'constructor' && name !== 'toString' && !name.startsWith('_')) names.add(name);
    }
  }
  return [...names].sort();
}
