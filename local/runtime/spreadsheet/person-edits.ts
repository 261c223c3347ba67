// Notices what people change on a page: the engine applies their commands one by one, this gathers them into one edit.
// It cannot tell a person from a script by the command; whatever happens outside the workbook's own steps is a person's.
import type { CellValue, Zone } from './contract';
import type { Position } from './engine/library';
import type { CommandWatch, EngineCommand } from './engine/plugins';

/** Cells that one change of a person touched on one sheet. */
export interface GatheredEdit {
  readonly sheetId: string;
  readonly zone: Zone;
  /** The upper left cell's values. */
  readonly oldValue: CellValue;
  readonly newValue: CellValue;
}

export class PersonEdits implements CommandWatch {
  private changed: { position: Position; oldValue: CellValue }[] = [];
  private formulas: string[] = [];
  private gathered: GatheredEdit[] = [];

  constructor(
    private readonly value: (position: Position) => CellValue,
    private readonly report: (edit: GatheredEdit) => void,
    /** Told of every typed formula, in the engine's syntax, so that the sheets it mentions can be brought in. */
    private readonly formulaTyped: (formula: string) => void,
    private readonly isOwnStep: () => boolean,
  ) {}

  before(command: EngineCommand): void {
    if (command.type !== 'UPDATE_CELL' || command['content'] === undefined || this.isOwnStep()) return;
    const position = { sheetId: String(command['sheetId']), row: Number(command['row']), col: Number(command['col']) };
    const content = String(command['content']);
    if (content.startsWith('=')) this.formulas.push(content);
    if (this.changed.length === 0 && this.gathered.length === 0) queueMicrotask(() => this.flush());
    this.changed.push({ position, oldValue: this.value(position) });
  }

  after(): void {
    // Everything is gathered before; the new value is read when the engine has finished.
  }

  /** One change is complete: what comes next is another edit, also when a running script keeps both waiting. */
  complete(): void {
    if (this.changed.length === 0) return;
    const changed = this.changed;
    this.changed = [];
    for (const formula of this.formulas.splice(0)) this.formulaTyped(formula);
    for (const sheetId of new Set(changed.map(({ position }) => position.sheetId))) {
      const cells = changed.filter(({ position }) => position.sheetId === sheetId);
      const rows = cells.map(({ position }) => position.row);
      const cols = cells.map(({ position }) => position.col);
      const zone = { top: least(rows), bottom: most(rows), left: least(cols), right: most(cols) };
      const newValue = this.value({ sheetId, row: zone.top, col: zone.left });
      this.gathered.push({ sheetId, zone, oldValue: cells[0]?.oldValue ?? '', newValue });
    }
  }

  private flush(): void {
    this.complete();
    for (const edit of this.gathered.splice(0)) this.report(edit);
  }
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number));
}
