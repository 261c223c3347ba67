// The blocks of a report sheet: their cells, looks, lists and notes, in as few calls as it takes.
import { addressOf, boxOf, meets, outside } from '../report/cells';
import { type LookKey, lookSteps, rectangles } from '../report/drawing';
import { withSeparator } from '../report/formula';
import type { Block } from '../report/spec';
import type { Place } from './report-memory';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Where a formula spills is emptied first: a leftover cell would be in its way. `standing`: ids of blocks that are drawn where they stood. */
export function drawBlocks(sheet: Sheet, blocks: readonly Block[], standing: ReadonlySet<string>, separator: ',' | ';'): void {
  const spills = blocks.flatMap((block) => block.spills.map(({ area }) => area));
  if (spills.length > 0) sheet.getRangeList(spills).clearContent();
  for (const merge of blocks.flatMap(({ merges }) => merges)) sheet.getRange(merge).merge();
  // How people made the cells look that they type in is theirs.
  const looks = blocks.flatMap((block) => (block.typed.length > 0 && standing.has(block.id) ? [] : block.looks));
  for (const { key, value, ranges } of lookSteps(looks)) setLook[key](sheet.getRangeList([...ranges]), value);
  const values = blocks.flatMap((block) => freeValues(sheet, block));
  for (const { a1, rows } of rectangles(values)) sheet.getRange(a1).setValues(rows.map((row) => row.map(({ value }) => value)));
  for (const { a1, rows } of rectangles(blocks.flatMap(({ formulas }) => formulas))) {
    sheet.getRange(a1).setFormulas(rows.map((row) => row.map(({ formula }) => withSeparator(formula, separator))));
  }
  for (const { a1, values: list } of blocks.flatMap(({ lists = [] }) => lists)) {
    const rule = SpreadsheetApp.newDataValidation().requireValueInList([...list], true);
    sheet.getRange(a1).setDataValidation(rule.setAllowInvalid(true).build());
  }
  for (const { a1, rows } of rectangles(blocks.flatMap(({ notes }) => notes))) {
    sheet.getRange(a1).setNotes(rows.map((row) => row.map(({ text }) => text)));
  }
}

/** Cells that people type in get their value only while they hold nothing. */
function freeValues(sheet: Sheet, { values, typed }: Block): Block['values'] {
  if (typed.length === 0) return values;
  const boxes = typed.map(boxOf);
  return values.filter(({ a1 }) => !boxes.some((box) => meets(box, boxOf(a1))) || sheet.getRange(a1).isBlank());
}

const setLook: Readonly<Record<LookKey, (list: RangeList, value: string | number | boolean) => void>> = {
  numberFormat: (list, value) => list.setNumberFormat(String(value)),
  background: (list, value) => list.setBackground(String(value)),
  color: (list, value) => list.setFontColor(String(value)),
  fontSize: (list, value) => list.setFontSize(Number(value)),
  bold: (list, value) => list.setFontWeight(value ? 'bold' : 'normal'),
  italic: (list, value) => list.setFontStyle(value ? 'italic' : 'normal'),
  align: (list, value) => list.setHorizontalAlignment(value as 'left'),
  verticalAlign: (list, value) => list.setVerticalAlignment(value as 'top'),
  wrap: (list, value) => list.setWrap(value === true),
  borderBottom: (list, value) => list.setBorder(null, null, true, null, null, null, String(value), SpreadsheetApp.BorderStyle.SOLID),
  borderTop: (list, value) => list.setBorder(true, null, null, null, null, null, String(value), SpreadsheetApp.BorderStyle.SOLID),
};

/**
 * What people typed goes with its cells when a new layout has them elsewhere, in one call, so that a killed run finds it either here or there. A
 * source that is blank has gone already. Answers the places as they are then, which must be remembered before anything else is drawn.
 */
export function moveTyped(sheet: Sheet, before: Readonly<Record<string, Place>>, blocks: readonly Block[]): Record<string, Place> {
  const places: Record<string, Place> = { ...before };
  for (const { id, typed } of blocks) {
    const place = before[id];
    if (place === undefined || place.typed.join() === typed.join()) continue;
    place.typed.forEach((from, at) => {
      const to = typed[at];
      if (to === undefined || to === from) return;
      const left = outside(boxOf(from), [boxOf(to)]);
      if (left.every((part) => sheet.getRange(addressOf(part)).isBlank())) return;
      sheet.getRange(from).moveTo(sheet.getRange(addressOf(shifted(from, to))));
    });
    places[id] = { ...place, typed };
  }
  return places;
}

/** The source's size at the corner of the target. */
function shifted(from: string, to: string): ReturnType<typeof boxOf> {
  const [source, { top, left }] = [boxOf(from), boxOf(to)];
  return { top, left, bottom: top + source.bottom - source.top, right: left + source.right - source.left };
}

/** Empties the areas of blocks that stand elsewhere now, or not at all; what people typed stays. */
export function clearLeft(
  sheet: Sheet,
  before: Readonly<Record<string, Place>>,
  blocks: readonly Block[],
  removed: readonly string[],
): void {
  const areas = new Map(blocks.map(({ id, area }) => [id, area]));
  const typed = [...blocks.flatMap((block) => block.typed), ...Object.values(before).flatMap((place) => place.typed)].map(boxOf);
  const parts = Object.entries(before)
    .filter(([id, { area }]) => !removed.includes(id) && areas.get(id) !== area)
    .flatMap(([, { area }]) => outside(boxOf(area), typed).map(addressOf));
  for (const a1 of parts) {
    const range = sheet.getRange(a1);
    range.breakApart();
    range.clear().clearNote().clearDataValidations();
  }
}
