// A spreadsheet file of the local runtime: sheets of plain values in plain stores, everything that calculates or is looked at in the engine. Here is
// what can be done with it, and what a change of one part means for the others. Knows no Apps Script classes.
import { type InputRules, readCell } from './cell-input';
import type { CellValue, Evaluation, PersonEdit, WorkbookLocale, Zone } from './contract';
import type { CellError } from './engine/errors';
import { hideArrows, showArrows } from './filter-arrows';
import type { NamedZone } from './named-ranges';
import { OpenFile } from './open-file';
import { pastedByPerson, personEdit, typedByPerson } from './person-hand';
import { mayEdit, type Place, protectionsAt } from './protected-cells';
import type { SheetStore } from './sheet-store';
import { NEW_SHEET, type SheetInfo } from './tabs';
import { Formula, type TypedCell } from './typed';
import { type TypingRules, typedText } from './user-entered';
import { WorkbookError } from './workbook-error';
import { dateToSerial } from './zone-time';
import type { Dimension } from './zones';

export class Workbook extends OpenFile {
  // --- sheets ---

  sheets(): SheetInfo[] {
    return this.tabs.all();
  }

  sheetByName(name: string): SheetInfo | undefined {
    return this.tabs.named(name);
  }

  sheetById(id: string): SheetInfo | undefined {
    return this.tabs.find(id);
  }

  /** The cells of a sheet. A sheet deleted meanwhile is refused. */
  store(sheetId: string): SheetStore {
    return this.tabs.store(sheetId);
  }

  isPlain(sheetId: string): boolean {
    return this.tabs.plain(sheetId) !== undefined;
  }

  /** Adds a tab at a zero-based place and returns its id. */
  insertSheet(name: string | undefined, position: number, grid: { rows: number; cols: number } = NEW_SHEET): string {
    return this.tabs.insert(name, position, grid);
  }

  /** A fresh id for metadata, charts and the like. */
  freshId(): number {
    return Number(this.tabs.newId());
  }

  deleteSheet(sheetId: string): void {
    const others = this.sheets().filter((sheet) => sheet.id !== sheetId && !sheet.hidden);
    if (others.length === 0) throw new WorkbookError("You can't remove all the sheets in a document.");
    this.names.lose(sheetId);
    this.tabs.delete(sheetId);
    this.extras.forgetSheet(sheetId);
    if (this.active.sheetId === sheetId) this.select(others[0]?.id ?? '');
  }

  renameSheet(sheetId: string, name: string): void {
    this.tabs.rename(sheetId, name);
  }

  /** Moves a tab to a zero-based place. */
  moveSheet(sheetId: string, position: number): void {
    this.tabs.move(sheetId, position);
  }

  hideSheet(sheetId: string, hidden: boolean): void {
    this.tabs.hide(sheetId, hidden);
  }

  colorSheet(sheetId: string, color: string | undefined): void {
    this.tabs.color(sheetId, color);
  }

  /** Copies a tab with its cells behind the last one and returns the copy's id; without a name it is `Copy of X`. */
  duplicateSheet(sheetId: string, name?: string): string {
    return this.tabs.duplicate(sheetId, name);
  }

  select(sheetId: string, zone: Zone = { top: 0, left: 0, bottom: 0, right: 0 }): void {
    this.active = { sheetId, zone };
  }

  /** Inserts empty lines before line `at`; they look like the line before them, or after them. */
  insertLines(sheetId: string, dimension: Dimension, at: number, count: number, like: 'before' | 'after' = 'before'): void {
    const store = this.store(sheetId);
    this.tabs.checkCells(count * (dimension === 'ROW' ? store.cols : store.rows));
    store.insert(dimension, at, count, like);
    this.extras.linesInserted(sheetId, dimension, at, count);
  }

  removeLines(sheetId: string, dimension: Dimension, at: number, count: number): void {
    const store = this.store(sheetId);
    const size = dimension === 'ROW' ? store.rows : store.cols;
    if (count >= size) throw new WorkbookError(`You can't delete all the ${dimension === 'ROW' ? 'rows' : 'columns'} on the sheet.`);
    this.names.lose(sheetId, { dimension, at, count });
    store.remove(dimension, at, count);
    this.extras.linesRemoved(sheetId, dimension, at, count);
  }

  /** Throws Google's refusal when a person may not change a place (apps-script 2.2). */
  checkEdit(place: Place, person: string): void {
    if (protectionsAt(this.extras.protections, place).every((protection) => mayEdit(protection, person, this.owner))) return;
    throw new WorkbookError(
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
  }

  // --- cells ---

  /** Writes a block as `setValues` does: text is parsed as typed, null empties. Dates get the locale's date format where there is none. */
  write(sheetId: string, row: number, col: number, block: readonly (readonly unknown[])[]): void {
    this.put(sheetId, row, col, this.typed(sheetId, row, col, block));
  }

  private typed(sheetId: string, row: number, col: number, block: readonly (readonly unknown[])[]): TypedCell[][] {
    const store = this.store(sheetId);
    const rules = this.typingRules();
    const plain = { ...rules, plainText: true, formulaInPlainText: this.switches.formulaInTextCell === 'formula' };
    const input = this.inputRules;
    return block.map((line, down) =>
      line.map((value, across) => {
        if (typeof value === 'string') return typedText(value, store.plainText(row + down, col + across) ? plain : rules);
        // A number in a cell of plain text is its text.
        if (typeof value === 'number' && store.plainText(row + down, col + across)) return this.shown(value, '');
        return readCell(value, input);
      }),
    );
  }

  /** The file's ways with values that are no text. */
  get inputRules(): InputRules {
    return { nonFiniteNumbers: this.switches.nonFiniteNumbers, locale: this.localeName, timeZone: this.zoneName };
  }

  private typingRules(): TypingRules {
    const year = new Date(Math.round((dateToSerial(new Date(this.now()), this.zoneName) - 25569) * 86_400_000)).getUTCFullYear();
    return { locale: this.localeName, currentYear: year, plainText: false };
  }

  /** Writes understood cells; formulas move a plain sheet into the engine first. */
  put(sheetId: string, row: number, col: number, cells: readonly (readonly TypedCell[])[]): void {
    if (this.isPlain(sheetId) && cells.some((line) => line.some((cell) => cell instanceof Formula))) this.promote(sheetId);
    this.store(sheetId).put(row, col, cells);
  }

  /** Values of the used part of a sheet; `[]` when it is empty. */
  dump(sheetName: string): CellValue[][] {
    const info = this.sheetByName(sheetName);
    if (info === undefined) throw new WorkbookError(`There is no sheet named "${sheetName}".`);
    const store = this.store(info.id);
    const { rows, cols } = store.extent();
    return rows === 0 ? [] : store.values({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });
  }

  // --- formulas ---

  /** The error a cell shows and its note; undefined when the cell is no error. */
  errorAt(sheetId: string, row: number, col: number): CellError | undefined {
    if (this.isPlain(sheetId)) return undefined;
    this.flush();
    const position = { sheetId, row, col };
    const cell = this.getters.getEvaluatedCell(position);
    return cell.type === 'error' ? this.errors.of(position, cell) : undefined;
  }

  /** Whether what a cell holds breaks a validation that rejects (apps-script 5.3). */
  isRejected(sheetId: string, row: number, col: number): boolean {
    const position = { sheetId, row, col };
    if (this.isPlain(sheetId) || !this.getters.getValidationRuleForCell(position)?.isBlocking) return false;
    this.flush();
    return this.getters.isDataValidationInvalid(position);
  }

  /** A formula's value without leaving a trace; `=…` in the file's syntax. */
  evaluate(formula: string): Evaluation {
    return this.formulas.evaluate(formula);
  }

  /** The syntax in which scripts hand over formulas that are no typed text: `setFormula`, rules (apps-script 5.2). */
  get apiSyntax(): WorkbookLocale {
    return this.switches.formulaSyntax === 'english' ? 'en_US' : this.localeName;
  }

  /** A formula of the engine as the file shows it. */
  shownFormula(canonical: string): string {
    return this.formulas.shown(canonical);
  }

  /** A script's formula as the engine writes it; sheets it mentions are in the engine afterwards. */
  adopted(formula: string): string {
    return this.formulas.adopted(formula, this.apiSyntax);
  }

  // --- named ranges ---

  namedZones(): NamedZone[] {
    return this.names.all();
  }

  namedZone(name: string): NamedZone | undefined {
    return this.names.find(name);
  }

  setNamedZone(name: string, sheetId: string, zone: Zone): void {
    this.names.set(name, sheetId, zone);
  }

  /** Removes the name if it exists; says whether it did. */
  removeNamedZone(name: string): boolean {
    return this.names.remove(name);
  }

  // --- people ---

  protected override personWrote(sheetId: string, zone: Zone, oldValue: CellValue): void {
    this.personEdited(personEdit(this, sheetId, zone, oldValue));
  }

  /** Tells whoever listens of a person's edit. */
  personEdited(edit: PersonEdit): void {
    this.options.onPersonEdit?.(edit);
  }

  /** A person types a text into a cell (USER_ENTERED) and leaves it. */
  editAsPerson(sheetName: string, a1: string, text: string, person = this.owner): void {
    typedByPerson(this, person, sheetName, a1, text);
  }

  /** A person pastes rows of texts; the sheet is made when absent, its grid grows as a paste makes it grow. */
  pasteAsPerson(sheetName: string, a1: string, rows: readonly (readonly string[])[], person = this.owner): void {
    pastedByPerson(this, person, sheetName, a1, rows);
  }

  /** A paste at A1 (the command line's `--fill`). */
  fillAsPerson(sheetName: string, rows: readonly (readonly string[])[]): void {
    this.pasteAsPerson(sheetName, 'A1', rows);
  }

  /** Shows a filter's arrows; a plain sheet shows them when it comes into the engine. */
  showFilter(sheetId: string, zone: Zone): void {
    if (!this.isPlain(sheetId)) showArrows(this.host, sheetId, zone);
  }

  hideFilter(sheetId: string, zone: Zone): void {
    if (!this.isPlain(sheetId)) hideArrows(this.host, sheetId, zone);
  }
}
