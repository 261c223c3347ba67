// Types the inputs of the demo company into an open file as its people would: into the sheets that the add-on made, cell by cell as pasted.
import { typedInputs } from '../demo-data/typed-inputs';
import type { Runtime } from '../runtime/contract';
import type { Language } from './args';

const asked = {
  ru: {
    table: '=B24_KPI_TABLE("последние 180 дней";;;"менеджер";"wonSum, wonCount")',
    scheme: 'Схема мотивации',
    norms: 'Нормы',
    settings: 'Настройки',
  },
  en: {
    table: '=B24_KPI_TABLE("last 180 days",,,"manager","wonSum, wonCount")',
    scheme: 'Bonus scheme',
    norms: 'Norms',
    settings: 'Settings',
  },
} as const;

/** Pay is shown in the demo: nobody's wages are in it. */
const answers = {
  ru: { scheme: ['Кому', 'все'], norm: ['Звонки', '3'], setting: ['Показывать мотивацию', 'да'] },
  en: { scheme: ['For whom', 'all'], norm: ['Calls', '3'], setting: ['Show pay', 'yes'] },
} as const;

/** Makes the input sheets and fills them; the file must be loaded. `now` in epoch milliseconds. */
export function fillDemoInputs(runtime: Runtime, lang: Language, now: number): void {
  runtime.run('createInputSheets', [], { as: 'menu' });
  const { spreadsheet } = runtime;
  const { table, scheme, norms, settings } = asked[lang];
  for (const { sheet, rows } of typedInputs(lang, now, usualMonths(runtime, table))) spreadsheet.pasteAsPerson(sheet, 'A2', rows);
  answer(runtime, scheme, 1, 'E', answers[lang].scheme);
  answer(runtime, norms, 1, 'C', answers[lang].norm);
  answer(runtime, settings, 0, 'B', answers[lang].setting);
}

/** Managers who work here, with a sixth of what they won in half a year. */
function usualMonths(runtime: Runtime, formula: string): { manager: string; wonSum: number; wonCount: number }[] {
  const result = runtime.evaluate(formula);
  if ('error' in result) throw new Error(result.message);
  const [, ...lines] = result.value as [unknown, unknown, unknown][];
  return lines
    .slice(0, -1)
    .filter(([name, sum]) => Number(sum) > 0 && !String(name).includes('('))
    .map(([name, sum, count]) => ({ manager: String(name), wonSum: Number(sum) / 6, wonCount: Number(count) / 6 }));
}

/** Types into the row whose cell `column` (0-based) holds the word. */
function answer(runtime: Runtime, sheet: string, column: number, letter: string, [word, value]: readonly [string, string]): void {
  const row = runtime.spreadsheet.dump(sheet).findIndex((cells) => cells[column] === word);
  if (row < 0) throw new Error(`The sheet ${sheet} has no row "${word}".`);
  runtime.edit(sheet, `${letter}${row + 1}`, value);
}
