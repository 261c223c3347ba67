// Number formats: Google's patterns as scripts write them, and the smaller language the engine understands.
import { library } from './engine/library';

/** Google's name of "no format", and what `getNumberFormat` says of it (apps-script 5.1). */
export const GENERAL = '0.###############';

/**
 * Stands for `@` in the engine where a text begins with `=` or an apostrophe: under the engine's own text format such a text needs an
 * apostrophe that formulas would then read as part of it. A number pattern leaves texts alone.
 */
export const MARKED_TEXT = '#,##0""""""""';

/** Whether cells of this pattern (Google's or the engine's) show dates or times, so that their numbers are Dates. */
export function isDateFormat(format: string): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[(?:[A-Za-z]+ ?\d*|[<>=][^\]]*)\](?<!\[(?:h+|m+|s+)\])/g, '');
  const result = !/^(?:general|@)?$/i.test(bare.trim()) && /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/[sS]\.0+/g, ''));
  dateFormats.set(format, result);
  return result;
}

const dateFormats = new Map<string, boolean>();
const engineFormats = new Map<string, string>();

/** The engine's pattern that shows numbers most like Google's; `''` is the automatic format. */
export function toEngineFormat(google: string): string {
  let engine = engineFormats.get(google);
  if (engine === undefined) {
    engine = translated(google);
    engineFormats.set(google, engine);
  }
  return engine;
}

function translated(google: string): string {
  if (isGeneral(google)) return '';
  if (google === '@') return '@';
  const candidate = isDateFormat(google) ? translatedDate(google) : translatedNumber(google);
  if (accepted(candidate)) return candidate;
  if (isDateFormat(google)) return 'dd.mm.yyyy';
  return /%/.test(google) ? '0.00%' : /\.0/.test(google) ? '#,##0.00' : '#,##0';
}

/** Whether the pattern means "automatic". */
export function isGeneral(format: string): boolean {
  return /^(?:general|основной|)$/i.test(format) || format === GENERAL;
}

function accepted(format: string): boolean {
  return [1234.5678, -1234.5678, 0].every((value) => {
    try {
      library.helpers.formatValue(value, { format, locale: library.DEFAULT_LOCALE });
      return true;
    } catch {
      return false;
    }
  });
}

function translatedDate(google: string): string {
  return mapUnquoted(google, (bare) =>
    bare
      .replace(/\[h+\]/gi, 'hhhh')
      .replace(/am\/pm|a\/p/gi, 'a')
      .replace(/\.0+/g, '')
      .replace(/[YMDHS]/g, (letter) => letter.toLowerCase())
      // The engine knows hours and seconds of two digits only.
      .replace(/(?<!h)h(?!h)/g, 'hh')
      .replace(/(?<!s)s(?!s)/g, 'ss')
      .replace(/[^ymdhsaq\s.,:/\\-]+/gi, (literal) => `"${literal}"`),
  );
}

function translatedNumber(google: string): string {
  return google
    .split(';')
    .slice(0, 3)
    .map((part) =>
      mapUnquoted(part.replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"'), (bare) =>
        bare
          .replace(/\[[^\]]*\]/g, '')
          .replace(/[eE][+-]0+/g, '')
          .replace(/#* ?\?+\/\?+/g, '0.00')
          .replace(/[_*]./g, '')
          .replace(/\?/g, '#')
          .replace(/[^0#.,%@\s\\+()\-"]+/g, (literal) => `"${literal}"`),
      ),
    )
    .join(';');
}

/** Applies the change outside quoted text and escaped characters. */
function mapUnquoted(format: string, change: (bare: string) => string): string {
  return format.replace(
    /("[^"]*"|\\.)|([^"\\]+)/g,
    (_, literal: string | undefined, bare: string | undefined) => literal ?? change(bare ?? ''),
  );
}

/**
 * The two-way table of a workbook: the engine keeps only its own pattern, scripts expect to read back theirs. Two Google patterns
 * that look alike in the engine are told apart by empty quotes, which the engine prints as nothing.
 */
export class FormatBook {
  private readonly toGoogle: Map<string, string>;
  private readonly toEngine = new Map<string, string>();

  constructor(saved: readonly (readonly [string, string])[] = []) {
    this.toGoogle = new Map(saved);
    for (const [engine, google] of saved) this.toEngine.set(google, engine);
  }

  engine(google: string): string {
    const known = this.toEngine.get(google);
    if (known !== undefined) return known;
    let engine = toEngineFormat(google);
    if (engine === '' || engine === '@') return engine;
    while ((this.toGoogle.get(engine) ?? google) !== google) engine += '""';
    this.toEngine.set(google, engine);
    this.toGoogle.set(engine, google);
    return engine;
  }

  google(engine: string | undefined): string {
    if (engine === undefined || engine === '') return GENERAL;
    if (engine === MARKED_TEXT) return '@';
    return this.toGoogle.get(engine) ?? engine;
  }

  save(): [string, string][] {
    return [...this.toGoogle];
  }
}
