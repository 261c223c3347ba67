// What a file's formulas would read of the input sheets: the packed text that the stamp names, straight from the hidden sheet.
import { gunzipSync } from 'node:zlib';
import { unpackInputs } from '../../src/inputs/pack';
import type { TypedInputs } from '../../src/inputs/sheet';
import { act, type Desk } from './loaded-desk';

export interface Stamped {
  readonly generation: number;
  readonly version: number;
}

export function stampOf(desk: Desk): Stamped {
  const text = String(act(desk, "return file.getRangeByName('B24_DATA').getValue()"));
  const [, generation, version] = /#(\d+)\.(\d+)$/.exec(text) ?? [];
  return { generation: Number(generation), version: Number(version) };
}

/** null = the stamp says that nothing was typed. Throws when the stamped text is not there whole. */
export function typedInputs(desk: Desk): TypedInputs | null {
  const { version } = stampOf(desk);
  if (version === 0) return null;
  const rows = act(desk, "return file.getSheetByName('_b24_inputs').getRange(1, 1, 2, 11).getValues()") as string[][];
  const [head = '', ...chunks] = rows[version % 2] ?? [];
  if (!head.startsWith(`v${version} `)) throw new Error(`The stamp names ${version}, the sheet holds "${head}".`);
  const packed = chunks.slice(0, Number(head.split(' ')[1])).map((chunk) => chunk.slice(chunk.indexOf(':') + 1));
  return unpackInputs(gunzipSync(Buffer.from(packed.join(''), 'base64')).toString('utf8'));
}

/** Cells of a sheet as they are shown. */
export function shownRows(desk: Desk, name: string): string[][] {
  return act(desk, `return file.getSheetByName('${name}').getDataRange().getDisplayValues()`) as string[][];
}
