// Notices what people change on a page: the engine applies their commands one by one, this gathers them into one edit.
// It cannot tell a person from a script by the command; whatever happens outside the workbook's own steps is a person's.
import type { CellValue, Zone } from './contract';
import type { Position } from './engine/library';
import type { CommandWatch, EngineCommand } from './engine/plugins';

interface GatheredEdit {
  readonly sheetId: string;
  readonly zone: Zone;
  readonly oldValue: CellValue;
}

export class PersonEdits implements CommandWatch {
  private gathered: { position: Position; oldValue: CellValue; formula: string | undefined }[] = [];

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
    const formula = content.startsWith('=') ? content : undefined;
    if (this.gathered.length === 0) queueMicrotask(() => this.flush());
    this.gathered.push({ position, oldValue: this.value(position), formula });
  }

  after(): void {
    // Everything is gathered before; the new value is read when the engine has finished.
  }

  private flush(): void {
    const edits = this.gathered;
    this.gathered = [];
    for (const { formula } of edits) if (formula !== undefined) this.formulaTyped(formula);
    const sheets = new Set(edits.map((edit) => edit.position.sheetId));
    for (const sheetId of sheets) {
      const cells = edits.filter((edit) => edit.position.sheetId === sheetId);
      const rows = cells.map((edit) => edit.position.row);
      const cols = cells.map((edit) => edit.position.col);
      const zone = { top: least(rows), bottom: most(rows), left: least(cols), right: most(cols) };
      this.report({ sheetId, zone, oldValue: cells[0]?.oldValue ?? '' });
    }
  }
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((least, number) => Math.min(least, number));
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number));
}
