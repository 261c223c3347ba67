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
  /** Texts that INDIRECT was given since the last look. */
  private reached = new Set<string>();

  constructor(private readonly parts: FormulasParts) {}

  /** INDIRECT reads the range that a text names: what sheet that is, is known only while the engine calculates, when nothing may be applied. */
  reach(reference: string): void {
    this.reached.add(reference);
  }

  /** Brings into the engine the plain sheets that INDIRECT reached for; says whether formulas must be calculated again. */
  bringReached(home?: string): boolean {
    const references = [...this.reached];
    this.reached.clear();
    return references.map((reference) => this.promoteMentioned(`=${reference}`, home)).includes(true);
  }

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

  /**
   * Brings into the engine every plain sheet the formula refers to, by its name or by a named range; says whether there was one. `home` is the sheet
   * that references without a sheet mean, when the formula stands in no cell: a cell with a formula is in the engine anyway.
   */
  promoteMentioned(canonical: string, home?: string): boolean {
    const { tabs, names: ranges, promote } = this.parts;
    this.parts.volatile.see(canonical);
    const found = mentions(canonical);
    const names = new Set(found.names);
    ranges.mention(names);
    const sheetNames = new Set(found.sheets.map((name) => name.toLowerCase()));
    const isHomeMeant = found.names.some((name) => /^\$?(?:[A-Z]{1,3}(?:\$?\d+)?|\d+)$/.test(name));
    const mentioned = tabs.all().filter(({ id, name }) => {
      const plain = tabs.plain(id);
      if (plain === undefined) return false;
      if (id === home && isHomeMeant) return true;
      return sheetNames.has(name.toLowerCase()) || [...plain.names.keys()].some((named) => names.has(named.toUpperCase()));
    });
    for (const { id } of mentioned) promote(id);
    return mentioned.length > 0;
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
    const { host, locale } = this.parts;
    const sheetId = host.getters.getSheetIds()[0] ?? '';
    const canonical = toCanonical(formula.startsWith('=') ? formula : `=${formula}`, locale());
    this.promoteMentioned(canonical, sheetId);
    host.settle();
    let result = host.getters.evaluateFormulaResult(sheetId, canonical);
    while (this.bringReached(sheetId)) result = host.getters.evaluateFormulaResult(sheetId, canonical);
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
