// Formulas of a file: between its syntax and the engine's, with every plain sheet they can read brought into the engine; and values of formulas that
// stand in no cell.
import { type CellErrors, valueError } from './cell-errors';
import type { CellValue, Evaluation, WorkbookLocale } from './contract';
import type { EngineValue } from './engine/library';
import type { EngineHost } from './engine-sheet';
import { fromCanonical, mentions, toCanonical } from './formula';
import type { NamedRanges } from './named-ranges';
import { isDateFormat } from './number-format';
import type { Tabs } from './tabs';
import type { VolatileCells } from './volatile-cells';
import { serialToDate } from './zone-time';

/** What formulas need of their file. */
interface FormulasParts {
  readonly host: EngineHost;
  readonly tabs: Tabs;
  readonly names: NamedRanges;
  readonly errors: CellErrors;
  readonly locale: () => WorkbookLocale;
  readonly volatile: VolatileCells;
  readonly promote: (sheetId: string) => void;
}

export class Formulas {
  constructor(private readonly parts: FormulasParts) {}

  /** A formula of the engine as the file shows it. */
  shown(canonical: string): string {
    return fromCanonical(canonical, this.parts.locale());
  }

  /** A formula of the file as the engine writes it; sheets it mentions are in the engine afterwards. */
  adopted(formula: string, syntax = this.parts.locale()): string {
    const canonical = toCanonical(formula, syntax);
    this.promoteMentioned(canonical);
    return canonical;
  }

  /** Brings into the engine every plain sheet the formula can read. */
  promoteMentioned(canonical: string): void {
    const { tabs, names: ranges, promote } = this.parts;
    this.parts.volatile.see(canonical);
    const found = mentions(canonical);
    const names = new Set(found.names);
    ranges.mention(names);
    const sheetNames = new Set(found.sheets.map((name) => name.toLowerCase()));
    for (const { id, name } of tabs.all()) {
      const plain = tabs.plain(id);
      if (plain === undefined) continue;
      const mentioned = sheetNames.has(name.toLowerCase()) || [...plain.names.keys()].some((named) => names.has(named.toUpperCase()));
      // INDIRECT reaches a sheet through a text.
      if (mentioned || found.texts.some((text) => text.includes('!') && text.toLowerCase().includes(name.toLowerCase()))) promote(id);
    }
  }

  /** Notes what the formulas mention that the engine already holds. */
  mentionExisting(): void {
    const { getters } = this.parts.host;
    for (const sheetId of getters.getSheetIds()) {
      for (const { id } of Object.values(getters.getCells(sheetId))) {
        const cell = getters.getCell(getters.getCellPosition(id));
        if (!cell?.isFormula) continue;
        const formula = cell.compiledFormula?.toFormulaString(getters) ?? '';
        this.parts.volatile.see(formula);
        this.parts.names.mention(mentions(formula).names);
      }
    }
  }

  /** A formula's value without leaving a trace; `=…` in the file's syntax. */
  evaluate(formula: string): Evaluation {
    const { host, tabs, promote } = this.parts;
    const sheetId = host.getters.getSheetIds()[0] ?? '';
    const canonical = this.adopted(formula.startsWith('=') ? formula : `=${formula}`);
    // References without a sheet mean the first one here, which may still be plain.
    if (tabs.plain(sheetId) && mentions(canonical).names.some((name) => /^\$?[A-Z]{1,3}(\$?\d+)?$/.test(name))) promote(sheetId);
    host.settle();
    const result = host.getters.evaluateFormulaResult(sheetId, canonical);
    if (!Array.isArray(result)) return this.evaluation(result as EngineValue, canonical);
    const columns = result as readonly (readonly EngineValue[])[];
    const rows = (columns[0] ?? []).map((_, row) => columns.map((column) => column[row]));
    if (rows.length === 1 && rows[0]?.length === 1) return this.evaluation(rows[0][0] ?? {}, canonical);
    return { value: rows.map((row) => row.map((cell) => this.plainValue(cell ?? {}))) };
  }

  private evaluation(cell: EngineValue, formula: string): Evaluation {
    const error = valueError(cell);
    if (error === undefined) return { value: this.plainValue(cell) };
    const named = cell.value === '#BAD_EXPR' ? this.parts.errors.unknownName(formula, cell.message ?? '') : undefined;
    return { error: (named ?? error).text, message: (named ?? error).message };
  }

  private plainValue(cell: EngineValue): CellValue {
    if (cell.value === undefined || cell.value === null) return '';
    if (typeof cell.value === 'number' && cell.format !== undefined && isDateFormat(cell.format))
      return serialToDate(cell.value, this.parts.host.timeZone());
    return valueError(cell)?.text ?? cell.value;
  }
}
