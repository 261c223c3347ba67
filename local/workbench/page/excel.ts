// «Скачать .xlsx»: the file with values and charts, made in the page by the spreadsheet itself and zipped.
import { strToU8, zipSync } from 'fflate';
import type { Connection } from './connection';
import { library, Model } from './spreadsheet';
import type { Words } from './words';

/** Puts the entry into the bar; must run before the spreadsheet is drawn. */
export function addExcelMenu(connection: Connection, words: Words, fileName: () => string, failed: (message: string) => void): void {
  const { topbarMenuRegistry } = library.registries;
  const entry = {
    name: words.excel,
    sequence: 1,
    isReadonlyAllowed: true,
    execute: () => {
      download(connection, `${fileName()}.xlsx`).catch((error: Error) => failed(error.message));
    },
  };
  if (!topbarMenuRegistry.contains('file')) topbarMenuRegistry.add('file', { name: words.file, sequence: 5, children: [] });
  topbarMenuRegistry.addChild('download_excel', ['file'], entry);
}

async function download(connection: Connection, name: string): Promise<void> {
  const data = await new Promise<unknown>((resolve) => {
    connection.on('excel', (message) => resolve(message.data));
    connection.send({ kind: 'excel' });
  });
  const bytes = await excelPackage(data);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([bytes as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  );
  link.download = name;
  link.click();
  // The browser has taken the bytes once the click is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function excelPackage(data: unknown): Promise<Uint8Array> {
  const { files } = await new Model(data as never).exportXLSX();
  const parts = await Promise.all(
    files.map(async (file): Promise<[string, Uint8Array]> => {
      if ('content' in file) return [file.path, strToU8(repaired(file.path, file.content))];
      return [file.path, new Uint8Array(await (await fetch(file.imageSrc)).arrayBuffer())];
    }),
  );
  return zipSync(Object.fromEntries(parts), { level: 6 });
}

/**
 * Other programs refuse two things the spreadsheet writes: an empty style of errors, and a pie with a hole of no size. And they show the apostrophe that
 * marks a text to the spreadsheet alone (engine-sheet.ts): their texts are told from formulas by where they stand.
 */
function repaired(path: string, xml: string): string {
  if (path.endsWith('sharedStrings.xml')) return xml.replace(/(<t(?: [^>]*)?>)'/g, '$1');
  return xml.replace(/ errorStyle=""/g, '').replace(/holeSize val="0"/g, 'holeSize val="1"');
}
