// `LOAD_CELLS`: many cells of one sheet in one command, several times faster than a command per cell. The engine reads them as it reads a
// saved file; what is in the command replaces the cells it names, so it is meant for a part of a sheet that is still empty.
import { library } from './library';

export const LOAD_CELLS = 'LOAD_CELLS';

/** A part of a sheet in the engine's saved form. Numbers in `styles` and `formats` of the sheet point into the tables beside it. */
export interface LoadedCells {
  readonly sheets: readonly [
    {
      readonly id: string;
      /** Content by A1. */
      readonly cells: Readonly<Record<string, string>>;
      /** Style and format numbers by zone, e.g. `A2:A700`. */
      readonly styles: Readonly<Record<string, number>>;
      readonly formats: Readonly<Record<string, number>>;
    },
  ];
  readonly styles: Readonly<Record<number, object>>;
  readonly formats: Readonly<Record<number, string>>;
}

interface Command {
  readonly type: string;
  readonly data: LoadedCells;
}

/** What the engine's own plugins have and their types hide. */
interface Importing {
  handle(command: Command): void;
  import(data: LoadedCells): void;
}

interface Evaluating {
  handle(command: Command): void;
  shouldRebuildDependenciesGraph: boolean;
  positionsToUpdate: { sheetId: string; col: number; row: number }[];
}

/** Teaches the library the command; page and headless model must both know it. */
export function registerLoadedCells(): void {
  const { registries, coreTypes, helpers, invalidateCFEvaluationCommands, invalidateChartEvaluationCommands } = library;
  if (coreTypes.has(LOAD_CELLS as never)) return;
  coreTypes.add(LOAD_CELLS as never);
  // Kept looks of cells and charts are out of date afterwards.
  invalidateCFEvaluationCommands.add(LOAD_CELLS as never);
  invalidateChartEvaluationCommands.add(LOAD_CELLS as never);
  const Cells = registries.corePluginRegistry.get('cell') as unknown as new (config: never) => Importing;
  const Evaluation = registries.coreViewsPluginRegistry.get('evaluation') as unknown as new (config: never) => Evaluating;

  class LoadingCells extends Cells {
    override handle(command: Command): void {
      if (command.type === LOAD_CELLS) this.import(command.data);
      else super.handle(command);
    }
  }

  class EvaluatingLoadedCells extends Evaluation {
    override handle(command: Command): void {
      if (command.type !== LOAD_CELLS) {
        super.handle(command);
        return;
      }
      if (this.shouldRebuildDependenciesGraph) return;
      const [{ id, cells }] = command.data.sheets;
      for (const place of Object.keys(cells)) this.positionsToUpdate.push({ sheetId: id, ...helpers.toCartesian(place) });
    }
  }

  registries.corePluginRegistry.replace('cell', LoadingCells as never);
  registries.coreViewsPluginRegistry.replace('evaluation', EvaluatingLoadedCells as never);
}
