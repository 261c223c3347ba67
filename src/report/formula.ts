// Formula text: built canonical (comma between arguments, point in numbers), rendered for the separator a file expects (D8).

/** A text literal. */
export function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** `NAME(a,b)` without the equals sign, for use inside a formula. */
export function call(name: string, ...args: readonly string[]): string {
  return `${name}(${args.join(',')})`;
}

/** A formula of ours: the stamp is its last argument, so it recalculates after every refresh (D4). */
export function stamped(name: string, ...args: readonly string[]): string {
  return call(name, ...args, 'B24_DATA');
}

/** The formula as a file expects it: with `;` the commas between arguments become `;` and decimal points become commas; texts stay. */
export function withSeparator(formula: string, separator: ',' | ';'): string {
  if (separator === ',') return formula;
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/,/g, ';').replace(/(\d)\.(\d)/g, '$1,$2')))
    .join('');
}

/** Values of a column where another one is not blank (and is none of the words), for charts: what lies beyond them is truly empty. */
export function filled(values: string, names: string, ...without: readonly string[]): string {
  return `IFERROR(FILTER(${[values, `${names}<>""`, ...without.map((word) => `${names}<>${quoted(word)}`)].join(',')}),"")`;
}
