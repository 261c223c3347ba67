// What a person does with the add-on, step by step, on an open local file: connect, refresh, build reports, type, paste, ask a formula.
// It knows the public functions of the script by name and nothing of files, pages and command lines.
import type { Runtime } from '../runtime/contract';
import type { Step } from './args';
import { plainValue } from './plain-value';

/** What one `--refresh` did, all its runs together. */
export interface RefreshLine {
  readonly requests: number;
  /** Rows received. */
  readonly rows: number;
  /** Real time, with every wait. */
  readonly seconds: number;
  readonly generation: number;
}

export type EvalLine =
  | { readonly formula: string; readonly value: unknown }
  | { readonly formula: string; readonly error: string; readonly message: string };

export interface CallLine {
  readonly function: string;
  readonly value: unknown;
}

/** What `npm run workbook` prints. */
export interface Report {
  readonly refresh: RefreshLine[];
  readonly eval: EvalLine[];
  readonly sheets: Record<string, unknown>;
  readonly calls: CallLine[];
}

/** The answer of the script's `connect`: whose portal it is, and a sentence for each permission that the webhook lacks. */
export interface Connection {
  readonly portal: string;
  readonly missing: readonly string[];
}

/** Connects the file to a portal as the sidebar's form does. Throws the add-on's sentence when the webhook is wrong. */
export function connect(runtime: Runtime, webhook: string): Connection {
  const answer = fields(runtime.run('connect', [webhook], { as: 'sidebar' }));
  const missing = answer['missingScopes'];
  return { portal: String(answer['portal'] ?? ''), missing: Array.isArray(missing) ? missing.map(String) : [] };
}

/** How far a load has come: shown while a run ends within its time budget and the next one goes on. */
export type Progress = (line: RefreshLine) => void;

/** Loads the portal to the end: runs of the script follow one another as the sidebar's repeated calls do, until one says it is done. */
export function refresh(runtime: Runtime, progress: Progress = () => {}): RefreshLine {
  const begun = performance.now();
  let requests = 0;
  for (;;) {
    const answer = fields(runtime.run('refresh', [], { as: 'sidebar' }));
    requests += Number(answer['requests'] ?? 0);
    const rows = Number(answer['rows'] ?? 0);
    const line = { requests, rows, seconds: secondsSince(begun), generation: Number(answer['generation'] ?? 0) };
    if (answer['done'] !== false) return line;
    progress(line);
  }
}

/** Builds (or rebuilds) the report sheets as the menu does. */
export function buildReports(runtime: Runtime): void {
  runtime.run('buildReports', [], { as: 'menu' });
  runtime.spreadsheet.flush();
}

/** Does the steps in order and answers what they gave; throws at the first that fails. `read` gives the rows of a tab-separated file. */
export function takeSteps(runtime: Runtime, steps: readonly Step[], read: (file: string) => string[][]): Report {
  const report: Report = { refresh: [], eval: [], sheets: {}, calls: [] };
  for (const step of steps) takeStep(runtime, step, read, report);
  return report;
}

function takeStep(runtime: Runtime, step: Step, read: (file: string) => string[][], report: Report): void {
  const { spreadsheet } = runtime;
  switch (step.kind) {
    case 'refresh':
      report.refresh.push(refresh(runtime));
      return;
    case 'reports':
      buildReports(runtime);
      return;
    case 'set':
      sheetMustExist(runtime, step.sheet);
      runtime.edit(step.sheet, step.a1, step.text);
      return;
    case 'fill':
      spreadsheet.fillAsPerson(step.sheet, read(step.file));
      return;
    case 'call':
      report.calls.push({
        function: step.functionName,
        value: plainValue(runtime.run(step.functionName, step.args, { as: 'sidebar' }), spreadsheet.timeZone),
      });
      return;
    case 'eval':
      report.eval.push(evalLine(runtime, step.formula));
      return;
    case 'dump':
      sheetMustExist(runtime, step.sheet);
      report.sheets[step.sheet] = plainValue(spreadsheet.dump(step.sheet), spreadsheet.timeZone);
      return;
  }
}

function evalLine(runtime: Runtime, formula: string): EvalLine {
  const result = runtime.evaluate(formula);
  if ('error' in result) return { formula, error: result.error, message: result.message };
  return { formula, value: plainValue(result.value, runtime.spreadsheet.timeZone) };
}

function sheetMustExist(runtime: Runtime, name: string): void {
  const names = runtime.spreadsheet.sheets().map((sheet) => sheet.name);
  if (names.includes(name)) return;
  throw new Error(`There is no sheet "${name}"; the sheets are: ${names.map((one) => `"${one}"`).join(', ')}.`);
}

function fields(answer: unknown): Readonly<Record<string, unknown>> {
  return typeof answer === 'object' && answer !== null ? (answer as Record<string, unknown>) : {};
}

function secondsSince(begun: number): number {
  return Math.round(performance.now() - begun) / 1000;
}
