// What the runtime adds to the engine's model: many commands in one step, notes of cells, and a watch on people's edits.
import { type Dispatch, library, type Position } from './library';

export interface NoteChange {
  readonly col: number;
  readonly row: number;
  /** Empty removes the note. */
  readonly text: string;
}

export interface EngineCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface StructureCommand extends EngineCommand {
  readonly sheetId: string;
  readonly dimension: 'ROW' | 'COL';
  readonly base: number;
  readonly position: 'before' | 'after';
  readonly quantity: number;
  readonly elements: readonly number[];
}

type SheetNotes = Readonly<Record<string, string>>;

/** Sees every command the model applies, own and remote, before and after; used to notice people's edits. */
export interface CommandWatch {
  before(command: EngineCommand): void;
  after(command: EngineCommand): void;
}

const watches = new WeakMap<object, CommandWatch>();

/** Sets the watch of a model, found by its getters. */
export function watchCommands(getters: object, watch: CommandWatch): void {
  watches.set(getters, watch);
}

/** Registers the plugins with the library; a page and a headless model must both have them to understand each other. */
export function registerPlugins(): void {
  const { registries, coreTypes, CorePlugin, UIPlugin, CoreViewPlugin } = library;
  if (registries.corePluginRegistry.contains('runtimeNotes')) return;
  coreTypes.add('SET_NOTES' as never);

  /** `BULK {commands}`: one revision, one undo step and one recalculation for a list of commands. */
  class BulkCommands extends UIPlugin {
    override handle(command: never): void {
      const { type, commands } = command as { type: string; commands: readonly EngineCommand[] };
      if (type !== 'BULK') return;
      for (const { type: each, ...payload } of commands) (this.dispatch as unknown as Dispatch)(each, payload);
    }
  }

  /** Notes of cells, by `row,col`; they follow inserted and deleted lines. */
  class CellNotes extends CorePlugin {
    static override readonly getters = ['getCellNote', 'getCellNotes'];
    readonly notes: Record<string, SheetNotes> = {};

    override handle(raw: never): void {
      const command = raw as StructureCommand & { notes: readonly NoteChange[]; sheetIdTo: string };
      const notes = { ...this.notes[command.sheetId] };
      switch (command.type) {
        case 'SET_NOTES':
          for (const change of command.notes) {
            if (change.text === '') delete notes[`${change.row},${change.col}`];
            else notes[`${change.row},${change.col}`] = change.text;
          }
          this.keep(command.sheetId, notes);
          return;
        case 'DELETE_SHEET':
          this.keep(command.sheetId, {});
          return;
        case 'DUPLICATE_SHEET':
          this.keep(command.sheetIdTo, notes);
          return;
        case 'ADD_COLUMNS_ROWS':
        case 'REMOVE_COLUMNS_ROWS':
          if (Object.keys(notes).length > 0) this.keep(command.sheetId, movedNotes(notes, command));
      }
    }

    private keep(sheetId: string, notes: SheetNotes): void {
      (this.history as unknown as { update(...path: unknown[]): void }).update('notes', sheetId, notes);
    }

    getCellNote({ sheetId, col, row }: Position): string {
      return this.notes[sheetId]?.[`${row},${col}`] ?? '';
    }

    /** Notes of a sheet, keyed `row,col` (zero-based). */
    getCellNotes(sheetId: string): SheetNotes {
      return this.notes[sheetId] ?? {};
    }

    override import(data: never): void {
      Object.assign(this.notes, (data as { notes?: Record<string, SheetNotes> }).notes ?? {});
    }

    override export(data: never): void {
      (data as { notes?: Record<string, SheetNotes> }).notes = { ...this.notes };
    }
  }

  class CommandObserver extends CoreViewPlugin {
    override beforeHandle(command: never): void {
      watches.get(this.getters)?.before(command);
    }
    override handle(command: never): void {
      watches.get(this.getters)?.after(command);
    }
  }

  registries.corePluginRegistry.add('runtimeNotes', CellNotes as never);
  registries.coreViewsPluginRegistry.add('runtimeObserver', CommandObserver as never);
  registries.featurePluginRegistry.add('runtimeBulk', BulkCommands as never);
}

function movedNotes(notes: SheetNotes, command: StructureCommand): SheetNotes {
  const removed = command.type === 'REMOVE_COLUMNS_ROWS' ? new Set(command.elements) : undefined;
  const at = command.position === 'after' ? command.base + 1 : command.base;
  const move = (line: number): number | undefined => {
    if (removed === undefined) return line >= at ? line + command.quantity : line;
    if (removed.has(line)) return undefined;
    let before = 0;
    for (const element of removed) if (element < line) before++;
    return line - before;
  };
  const moved: Record<string, string> = {};
  for (const [key, text] of Object.entries(notes)) {
    const [row = 0, col = 0] = key.split(',').map(Number);
    const line = move(command.dimension === 'ROW' ? row : col);
    if (line !== undefined) moved[command.dimension === 'ROW' ? `${line},${col}` : `${row},${line}`] = text;
  }
  return moved;
}
