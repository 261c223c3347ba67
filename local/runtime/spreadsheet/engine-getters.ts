// The part of the engine's getters this runtime reads, in its own words.

import type { EngineStyle } from './attributes';
import type { Zone } from './contract';
import type { EngineValue, Position } from './engine/library';
import type { EngineLocale } from './engine/locales';

export interface EngineCell {
  readonly isFormula: boolean;
  readonly content?: string;
  readonly parsedValue?: string | number | boolean | null;
  readonly format?: string;
  readonly style?: EngineStyle;
  readonly compiledFormula?: { toFormulaString(getters: object): string; readonly rangeDependencies?: readonly EngineRange[] };
}

export interface EvaluatedCell extends EngineValue {
  readonly type: 'text' | 'number' | 'boolean' | 'error' | 'empty';
  readonly formattedValue: string;
  readonly errorOriginPosition?: Position;
}

export interface EngineRange {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly unboundedZone: Partial<Zone>;
  readonly invalidXc?: string;
}

export interface EngineFigure {
  readonly id: string;
  readonly col: number;
  readonly row: number;
  readonly offset: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

export interface EngineGetters {
  getSheetIds(): string[];
  getSheetName(sheetId: string): string;
  tryGetSheet(sheetId: string): { readonly color?: string } | undefined;
  isSheetVisible(sheetId: string): boolean;
  getNumberRows(sheetId: string): number;
  getNumberCols(sheetId: string): number;
  getCell(position: Position): EngineCell | undefined;
  getCells(sheetId: string): readonly { readonly id: number }[] | Record<string, { readonly id: number }>;
  getCellPosition(id: number): Position;
  getEvaluatedCell(position: Position): EvaluatedCell;
  getEvaluatedCellsPositions(sheetId: string): readonly Position[];
  getCellStyle(position: Position): EngineStyle;
  getCellNote(position: Position): string;
  getColSize(sheetId: string, col: number): number;
  getUserRowSize(sheetId: string, row: number): number | undefined;
  getPaneDivisions(sheetId: string): { readonly xSplit: number; readonly ySplit: number };
  isRowHiddenByUser(sheetId: string, row: number): boolean;
  isColHiddenByUser(sheetId: string, col: number): boolean;
  getGridLinesVisibility(sheetId: string): boolean;
  getMergesInZone(sheetId: string, zone: Zone): readonly Zone[];
  getMerge(position: Position): Zone | undefined;
  getNamedRanges(): readonly { readonly name: string; readonly range: EngineRange }[];
  getRangeDataFromZone(sheetId: string, zone: Zone): object;
  getRangeFromSheetXC(sheetId: string, xc: string): EngineRange;
  getDataValidationRules(sheetId: string): readonly { readonly id: string; readonly ranges: readonly EngineRange[] }[];
  getValidationRuleForCell(position: Position): { readonly id: string; readonly isBlocking?: boolean } | undefined;
  isDataValidationInvalid(position: Position): boolean;
  getConditionalFormats(sheetId: string): readonly { readonly id: string; readonly ranges: readonly string[] }[];
  getFigure(sheetId: string, figureId: string): EngineFigure | undefined;
  getLocale(): EngineLocale;
  getActiveSheetId(): string;
  getTranslatedCellFormula(sheetId: string, offsetX: number, offsetY: number, formula: unknown): string;
  evaluateFormulaResult(sheetId: string, formula: string): EngineValue | readonly (readonly EngineValue[])[];
}
