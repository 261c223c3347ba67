// Junk stages (M04) as the panel shows and writes them: rows of «Нормы», where people type them as well.
import { KpiError } from '../errors';
import { headOf } from '../inputs/rows';
import type { Directory } from '../inputs/sheet';
import { normKey, wordName } from '../inputs/words';
import { normWords } from '../locale/input-rows';
import { fileLang, openFile } from './file';
import { ensureInputSheet } from './input-layout';
import { inputSheets, readSheets } from './input-sheets';
import { currentDirectory } from './inputs';
import { typedNow } from './typed-inputs';
import { appendRows, writeColumn } from './typed-rows';

/** Names of the fail stages whose deals are no lost ones. */
export function junkStageNames(directory: Directory = currentDirectory()): string[] {
  const { junkStages } = typedNow(directory, 'norms').inputs.norms;
  return directory.names.failStages.filter((name) => junkStages.includes(idOf(name, directory)));
}

/** KpiError('argument', 'settingRefused') for what is no fail stage. */
export function checkJunkStages(wanted: readonly string[]): void {
  const { failStages } = currentDirectory().names;
  const unknown = wanted.find((name) => !failStages.includes(name));
  if (unknown !== undefined)
    throw new KpiError('argument', 'settingRefused', { name: 'junkStages', found: unknown, allowed: failStages.join(', ') || '–' });
}

/** Makes exactly these, which were checked, the junk stages. A row that stands there keeps its place: its value becomes a yes or a no. */
export function writeJunkStages(wanted: readonly string[]): void {
  const directory = currentDirectory();
  const { failStages } = directory.names;
  const before = junkStageNames(directory);
  const changed = failStages.filter((name) => wanted.includes(name) !== before.includes(name));
  if (changed.length === 0) return;
  const file = openFile();
  const lang = fileLang(file);
  const active = file.getActiveSheet();
  const { sheet } = ensureInputSheet(file, 'norms', inputSheets(file).get('norms'), { ...directory, lang }, lang);
  file.setActiveSheet(active);
  const read = readSheets(new Map([['norms', sheet]])).get('norms');
  const { headerRow, heads } = headOf('norms', read?.values ?? []);
  const place = heads[headerRow];
  const [norm = -1, subject = -1] = [place?.get('norm'), place?.get('subject')];
  if (!read || !place || norm < 0 || subject < 0) throw new KpiError('data', 'settingsHeader', { sheet: sheet.getName() });
  const rowsOf = (id: string): number[] =>
    read.values.flatMap((row, at) =>
      at > headerRow && normKey(String(row[norm])) === 'junkStages' && idOf(String(row[subject]), directory) === id ? [at + 1] : [],
    );
  const fresh: string[] = [];
  for (const name of changed) {
    const rows = rowsOf(idOf(name, directory));
    for (const row of rows) writeColumn(sheet, place.get('value'), row, [wordName(wanted.includes(name) ? 'yes' : 'no', lang)]);
    if (rows.length === 0) fresh.push(name);
  }
  const words = { norm: normWords.junkStages.name[lang], value: wordName('yes', lang) };
  appendRows(
    read,
    place,
    fresh.map((name) => ({ ...words, subject: name })),
    () => '@',
  );
}

/** '' = no stage is called so. */
function idOf(name: string, directory: Directory): string {
  const found = directory.stage(name);
  return 'id' in found ? found.id : '';
}
