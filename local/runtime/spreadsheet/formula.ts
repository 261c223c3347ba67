// Formula text between the file's syntax (Russian: `;` and decimal comma, `\` in arrays) and the engine's (`,` and `.`).
// Function names are English in both. Pure: knows neither cells nor the engine.
import { quoteSheetName } from './a1';
import type { WorkbookLocale } from './contract';

/** Stands for a comma that Russian syntax does not allow: no engine parses it, so the cell shows a parse error. */
const WRONG_COMMA = '\u201a';

interface Piece {
  readonly kind: 'text' | 'sheet' | 'number' | 'word' | 'sign' | 'space';
  readonly text: string;
}

/** A file-syntax formula as the engine reads it. `;` separates arguments in both locales; a wrong comma stays wrong. */
export function toCanonical(formula: string, locale: WorkbookLocale): string {
  const ru = locale === 'ru_RU';
  const braces: string[] = [];
  let result = '';
  for (const piece of pieces(formula, ru ? ',' : '.')) {
    if (piece.kind === 'number') result += piece.text.replace(',', '.');
    else if (piece.kind !== 'sign') result += piece.text;
    else {
      track(braces, piece.text);
      const inArray = braces[braces.length - 1] === '{';
      if (piece.text === ';') result += inArray ? ';' : ',';
      else if (piece.text === '\\' && ru) result += inArray ? ',' : '\\';
      else if (piece.text === ',' && ru) result += WRONG_COMMA;
      else result += piece.text;
    }
  }
  return result;
}

/** An engine formula as the file shows it. */
export function fromCanonical(formula: string, locale: WorkbookLocale): string {
  const restored = formula.replaceAll('#REF!', '#REF').replaceAll('#REF', '#REF!');
  const ru = locale === 'ru_RU';
  const braces: string[] = [];
  let result = '';
  for (const piece of pieces(restored, '.')) {
    if (piece.kind === 'number' && ru) result += piece.text.replace('.', ',');
    else if (piece.kind === 'sheet') result += quoteSheetName(piece.text.slice(1, -1).replaceAll("''", "'"));
    else if (piece.kind !== 'sign') result += piece.text;
    else {
      track(braces, piece.text);
      result += piece.text === ',' && ru ? (braces[braces.length - 1] === '{' ? '\\' : ';') : piece.text;
    }
  }
  return result.replaceAll(WRONG_COMMA, ',');
}

/**
 * What a formula mentions: sheets it points at, upper-case function names, words that may be named ranges or cells of the formula's own sheet (what
 * follows `Sheet!` is neither).
 */
export function mentions(formula: string): { sheets: string[]; functions: string[]; names: string[] } {
  const found = { sheets: [] as string[], functions: [] as string[], names: [] as string[] };
  const all = pieces(formula, '.').filter((piece) => piece.kind !== 'space');
  // `Sheet!A1`, `Sheet!A:C`: both ends of the range lie on that sheet.
  const isElsewhere = (index: number): boolean =>
    all[index - 1]?.text === '!' || (all[index - 1]?.text === ':' && all[index - 3]?.text === '!');
  all.forEach((piece, index) => {
    const next = all[index + 1]?.text;
    if (piece.kind === 'sheet') found.sheets.push(piece.text.slice(1, -1).replaceAll("''", "'"));
    else if (piece.kind === 'word') {
      if (next === '!') found.sheets.push(piece.text);
      else if (next === '(') found.functions.push(piece.text.toUpperCase());
      else if (!isElsewhere(index)) found.names.push(piece.text.toUpperCase());
    } else if (piece.kind === 'number' && next === ':' && !isElsewhere(index)) found.names.push(piece.text);
  });
  return found;
}

function track(braces: string[], sign: string): void {
  if (sign === '(' || sign === '{') braces.push(sign);
  else if (sign === ')' || sign === '}') braces.pop();
}

const WORD = /[\p{L}\p{N}_.$#]/u;

function pieces(formula: string, decimal: '.' | ','): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  const push = (kind: Piece['kind'], end: number) => {
    result.push({ kind, text: formula.slice(at, end) });
    at = end;
  };
  while (at < formula.length) {
    const char = formula[at] ?? '';
    if (char === '"' || char === "'") push(char === '"' ? 'text' : 'sheet', closingQuote(formula, at, char));
    else if (/\d/.test(char)) push(...numberEnd(formula, at, decimal));
    else if (/\s/.test(char)) push('space', at + 1);
    else if (WORD.test(char)) push('word', wordEnd(formula, at));
    else push('sign', at + 1);
  }
  return result;
}

function closingQuote(formula: string, start: number, quote: string): number {
  for (let at = start + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] !== quote) return at + 1;
    at++;
  }
  return formula.length;
}

function wordEnd(formula: string, start: number): number {
  let end = start;
  while (end < formula.length && WORD.test(formula[end] ?? '')) end++;
  return end;
}

function numberEnd(formula: string, start: number, decimal: '.' | ','): ['number' | 'word', number] {
  const pattern = decimal === ',' ? /\d+(?:,\d+)?(?:[eE][+-]?\d+)?/y : /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  pattern.lastIndex = start;
  const end = start + (pattern.exec(formula)?.[0].length ?? 1);
  // `2Q` or a range of rows such as `2:5` is not a number with a tail: leave words whole.
  return WORD.test(formula[end] ?? '') && formula[end] !== '.' ? ['word', wordEnd(formula, start)] : ['number', end];
}
