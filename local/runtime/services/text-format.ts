// Java's String.format as Utilities.formatString offers it, and Utilities.parseCsv. Pure text.
import { ServiceException } from '../service';

const pattern = /%(?:(\d+)\$)?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

/** `%s %d %f %e %x %o %c %b %n %%` with flags, width and precision; another conversion throws (`%j` is not Java's). */
export function formattedString(template: string, values: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    pattern,
    (_, position: string | undefined, flags: string, width = '0', precision: string | undefined, conversion: string) => {
      if (conversion === '%') return '%';
      if (conversion === 'n') return '\n';
      const index = position === undefined ? next++ : Number(position) - 1;
      if (index >= values.length) throw new ServiceException(`Format specifier '%${conversion}'`);
      const text = converted(conversion, values[index], flags, precision);
      if (flags.includes('-')) return text.padEnd(Number(width));
      if (!flags.includes('0') || conversion === 's') return text.padStart(Number(width));
      const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
      return sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0');
    },
  );
}

function converted(conversion: string, value: unknown, flags: string, precision: string | undefined): string {
  switch (conversion) {
    case 's':
    case 'S': {
      const text = String(value).slice(0, precision === undefined ? undefined : Number(precision));
      return conversion === 'S' ? text.toUpperCase() : text;
    }
    case 'b':
      return String(value !== null && value !== false);
    case 'c':
      return typeof value === 'number' ? String.fromCodePoint(value) : String(value).slice(0, 1);
    case 'd':
      return withSign(Number(value), grouped(String(Math.abs(Math.trunc(numeric(value, conversion)))), flags), flags);
    case 'x':
    case 'X': {
      const text = Math.trunc(numeric(value, conversion)).toString(16);
      return conversion === 'X' ? text.toUpperCase() : text;
    }
    case 'o':
      return Math.trunc(numeric(value, conversion)).toString(8);
    case 'f': {
      const [whole = '', fraction] = Math.abs(numeric(value, conversion))
        .toFixed(Number(precision ?? 6))
        .split('.');
      return withSign(Number(value), grouped(whole, flags) + (fraction === undefined ? '' : `.${fraction}`), flags);
    }
    case 'e':
    case 'E': {
      const text = numeric(value, conversion)
        .toExponential(Number(precision ?? 6))
        .replace(/e([+-])(\d)$/, 'e$10$2');
      return conversion === 'E' ? text.toUpperCase() : text;
    }
    default:
      throw new ServiceException(`UnknownFormatConversionException: Conversion = '${conversion}'`);
  }
}

function numeric(value: unknown, conversion: string): number {
  const number = typeof value === 'number' ? value : Number(value);
  if (value === null || Number.isNaN(number)) throw new ServiceException(`Cannot convert ${String(value)} to %${conversion}`);
  return number;
}

const grouped = (digits: string, flags: string): string => (flags.includes(',') ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits);
const withSign = (value: number, text: string, flags: string): string =>
  value < 0 ? `-${text}` : flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;

/** RFC 4180 rows of texts, no types; quotes doubled inside quotes. */
export function csvRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[index + 1] === '\n') index += 1;
      endRow();
    } else cell += char;
  }
  if (quoted) throw new ServiceException('Could not parse text.');
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
