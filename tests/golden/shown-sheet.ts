// A report sheet as people see it, as lines of text for review: what each cell shows, then what each chart draws.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { act, type Desk } from '../addon/loaded-desk';

interface Seen {
  readonly cells: string[][];
  readonly charts: string[];
}

/** Rows with their numbers, cells by their columns; blank ones are left out. Values are as the sheet formats them. */
export function shownSheet(desk: Pick<Desk, 'runtime'>, tab: string): string {
  const { cells, charts } = JSON.parse(String(act(desk as Desk, script(tab)))) as Seen;
  const rows = cells.flatMap((row, down) => {
    const filled = row.flatMap((text, at) => (text === '' ? [] : [`${columnName(at)} ${rounded(text.replace(/\s+/g, ' '))}`]));
    return filled.length > 0 ? [`${down + 1}\t${filled.join(' | ')}`] : [];
  });
  return [...rows, ...charts.sort()].join('\n').concat('\n');
}

/** The text beside the one that was reviewed. GOLDEN=update rewrites that for review; a missing one is a difference. */
export function reviewed(folder: string, name: string, text: string): string {
  const file = join(__dirname, 'report-values', folder, `${name}.txt`);
  if (process.env['GOLDEN'] === 'update') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : 'no golden file';
}

/** Ages of deals grow with the clock of the run, by seconds: hundredths of a day are fine enough. */
const rounded = (text: string): string =>
  text.replace(/^(-?\d+)([.,])(\d{3,})$/, (_, whole, point, part) => Number(`${whole}.${part}`).toFixed(2).replace('.', point));

const script = (tab: string): string => `
  const sheet = file.getSheetByName(${JSON.stringify(tab)});
  const charts = sheet.getCharts().map((chart) => {
    const place = chart.getContainerInfo();
    const ranges = chart.getRanges().map((range) => range.getA1Notation()).join(', ');
    return ['chart', place.getAnchorRow() + ':' + place.getAnchorColumn(), chart.getOptions().get('title'), ranges].join('\\t');
  });
  return JSON.stringify({ cells: sheet.getDataRange().getDisplayValues(), charts });`;

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}
