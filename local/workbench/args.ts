// The command lines of the local programs `workbook` and `demo` as data. It knows flags and their shapes; running them is elsewhere.

export type Language = 'ru' | 'en';

/** One step of `npm run workbook`, in the order given. */
export type Step =
  | { readonly kind: 'refresh' }
  | { readonly kind: 'reports' }
  | { readonly kind: 'set'; readonly sheet: string; readonly a1: string; readonly text: string }
  | { readonly kind: 'fill'; readonly sheet: string; readonly file: string }
  | { readonly kind: 'call'; readonly functionName: string; readonly args: readonly unknown[] }
  | { readonly kind: 'eval'; readonly formula: string }
  | { readonly kind: 'dump'; readonly sheet: string };

export interface WorkbookArgs {
  /** null: nothing to connect; the state kept in `state` may already be connected. */
  readonly webhook: string | null;
  /** Start of the clock, UTC ms; null = the system's time. */
  readonly now: number | null;
  /** null: not said; a new workbook is Russian, a kept one stays as it is. */
  readonly lang: Language | null;
  readonly state: string | null;
  readonly steps: readonly Step[];
}

export interface DemoArgs {
  /** A real portal instead of the embedded one. */
  readonly webhook: string | null;
  /** A portal file for the embedded portal instead of the demo data. */
  readonly data: string | null;
  /** 0 takes a free port. */
  readonly port: number;
  readonly open: boolean;
  readonly lang: Language;
}

export const workbookUsage = `Usage: npm run -s workbook -- [--webhook URL] [--now ISO] [--lang ru|en] [--state DIR] steps…
Steps, done in the order given:
  --refresh                 load the portal through the add-on
  --reports                 build the report sheets
  --set 'Sheet!A1=value'    type into a cell
  --fill 'Sheet=FILE.tsv'   paste a tab-separated file at A1
  --call 'name(JSON args)'  call a function of the script
  --eval '=FORMULA'         the value of a formula
  --dump 'Sheet'            the values of a sheet
The environment variable B24_WEBHOOK stands for --webhook.`;

export const demoUsage = `Usage: npm run demo -- [--webhook URL | --data FILE] [--port N] [--no-open] [--lang ru|en]
The environment variable B24_WEBHOOK stands for --webhook.`;

/** A command line that cannot be understood; the program answers with its usage and exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The webhook a portal gave, from the environment, when the flag is absent. */
type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the arguments of `npm run workbook`; throws UsageError with one sentence. */
export function workbookArgs(argv: readonly string[], environment: Environment): WorkbookArgs {
  const steps: Step[] = [];
  let webhook = environment['B24_WEBHOOK']?.trim() || null;
  let now: number | null = null;
  let lang: Language | null = null;
  let state: string | null = null;
  for (const { flag, value } of flags(
    argv,
    ['--refresh', '--reports'],
    ['--webhook', '--now', '--lang', '--state', '--set', '--fill', '--call', '--eval', '--dump'],
  )) {
    if (flag === '--webhook') webhook = value;
    else if (flag === '--now') now = instant(value);
    else if (flag === '--lang') lang = language(value);
    else if (flag === '--state') state = value;
    else steps.push(step(flag, value));
  }
  if (steps.length === 0 && webhook === null) throw new UsageError('Nothing to do: give a webhook or a step.');
  return { webhook, now, lang, state, steps };
}

/** Reads the arguments of `npm run demo`; throws UsageError with one sentence. */
export function demoArgs(argv: readonly string[], environment: Environment): DemoArgs {
  let webhook: string | null = null;
  let data: string | null = null;
  let port = 0;
  let open = true;
  let lang: Language = 'ru';
  for (const { flag, value } of flags(argv, ['--no-open'], ['--webhook', '--data', '--port', '--lang'])) {
    if (flag === '--webhook') webhook = value;
    else if (flag === '--data') data = value;
    else if (flag === '--port') port = portNumber(value);
    else if (flag === '--no-open') open = false;
    else if (flag === '--lang') lang = language(value);
    else throw new UsageError(`There is no option ${flag}.`);
  }
  if (webhook !== null && data !== null) throw new UsageError('--webhook and --data exclude each other: a real portal has its own data.');
  if (data === null) webhook ??= environment['B24_WEBHOOK']?.trim() || null;
  return { webhook, data, port, open, lang };
}

interface Flag {
  readonly flag: string;
  /** `''` for a switch. */
  readonly value: string;
}

function flags(argv: readonly string[], switches: readonly string[], valued: readonly string[]): Flag[] {
  const found: Flag[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const word = argv[at] ?? '';
    const named = /^(--[a-z-]+)(?:=([\s\S]*))?$/.exec(word);
    if (named === null) throw new UsageError(`"${word}" is not an option.`);
    const flag = named[1] ?? '';
    if (switches.includes(flag)) {
      if (named[2] !== undefined) throw new UsageError(`${flag} takes no value.`);
      found.push({ flag, value: '' });
      continue;
    }
    if (!valued.includes(flag)) throw new UsageError(`There is no option ${flag}.`);
    const value = named[2] ?? argv[++at];
    if (value === undefined || (named[2] === undefined && /^--[a-z]/.test(value))) throw new UsageError(`${flag} needs a value after it.`);
    found.push({ flag, value });
  }
  return found;
}

function step(flag: string, value: string): Step {
  switch (flag) {
    case '--refresh':
      return { kind: 'refresh' };
    case '--reports':
      return { kind: 'reports' };
    case '--set':
      return cellText(value);
    case '--fill':
      return fileOfSheet(value);
    case '--call':
      return scriptCall(value);
    case '--eval':
      if (!value.startsWith('=')) throw new UsageError(`--eval expects a formula that begins with "=", found "${value}".`);
      return { kind: 'eval', formula: value };
    case '--dump':
      return { kind: 'dump', sheet: unquoted(value) };
    default:
      throw new UsageError(`There is no option ${flag}.`);
  }
}

function cellText(value: string): Step {
  const parts = /^('(?:[^']|'')+'|[^!]+)!(\$?[A-Za-z]{1,3}\$?[0-9]{1,7})=([\s\S]*)$/.exec(value);
  if (parts === null) throw new UsageError(`--set expects 'Sheet!A1=value', found "${value}".`);
  const [, sheet = '', a1 = '', text = ''] = parts;
  return { kind: 'set', sheet: unquoted(sheet), a1: a1.replaceAll('$', '').toUpperCase(), text };
}

function fileOfSheet(value: string): Step {
  const parts = /^('(?:[^']|'')+'|[^=]+)=([\s\S]+)$/.exec(value);
  if (parts === null) throw new UsageError(`--fill expects 'Sheet=FILE.tsv', found "${value}".`);
  return { kind: 'fill', sheet: unquoted(parts[1] ?? ''), file: parts[2] ?? '' };
}

function scriptCall(value: string): Step {
  const parts = /^\s*([\p{L}_$][\p{L}\p{N}_$]*)\s*\(([\s\S]*)\)\s*$/u.exec(value);
  if (parts === null) throw new UsageError(`--call expects 'functionName(JSON arguments)', found "${value}".`);
  try {
    return { kind: 'call', functionName: parts[1] ?? '', args: JSON.parse(`[${parts[2] ?? ''}]`) as unknown[] };
  } catch {
    throw new UsageError(`--call ${parts[1]}: the arguments are not JSON: ${parts[2]}`);
  }
}

function unquoted(name: string): string {
  return /^'.*'$/s.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function instant(value: string): number {
  const time = /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new UsageError(`--now expects a time such as 2026-10-20T12:00:00+03:00, found "${value}".`);
  return time;
}

function language(value: string): Language {
  if (value === 'ru' || value === 'en') return value;
  throw new UsageError(`--lang expects ru or en, found "${value}".`);
}

function portNumber(value: string): number {
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new UsageError(`--port expects a number from 0 to 65535, found "${value}".`);
}
