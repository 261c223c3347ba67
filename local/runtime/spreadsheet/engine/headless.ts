// What a model that nobody looks at need not work out after every step: the palette of the colour picker, and where each line lies in pixels. The page has
// a model of its own, with both. Importing this file is enough.
import { library } from './library';

interface Finalizing {
  finalize(): void;
}

interface Positions extends Finalizing {
  headerPositions: Record<string, unknown>;
  computeHeaderPositionsOfSheet(sheetId: string): unknown;
  getColDimensions(sheetId: string, col: number): unknown;
  getRowDimensions(sheetId: string, row: number): unknown;
  getColRowOffset(dimension: string, reference: number, index: number, sheetId: string): unknown;
}

type Plugin<T> = new (...args: never[]) => T;

const { coreViewsPluginRegistry, statefulUIPluginRegistry } = library.registries;

const Colors = coreViewsPluginRegistry.get('custom_colors') as unknown as Plugin<Finalizing>;
class NoColors extends Colors {
  override finalize(): void {}
}
coreViewsPluginRegistry.replace('custom_colors', NoColors as never);

const HeaderPositions = statefulUIPluginRegistry.get('header_positions') as unknown as Plugin<Positions>;
/** Of a sheet when somebody asks: changes empty what is known. */
class PositionsOnDemand extends HeaderPositions {
  override finalize(): void {}

  override getColDimensions(sheetId: string, col: number): unknown {
    this.find(sheetId);
    return super.getColDimensions(sheetId, col);
  }

  override getRowDimensions(sheetId: string, row: number): unknown {
    this.find(sheetId);
    return super.getRowDimensions(sheetId, row);
  }

  override getColRowOffset(dimension: string, reference: number, index: number, sheetId: string): unknown {
    this.find(sheetId);
    return super.getColRowOffset(dimension, reference, index, sheetId);
  }

  private find(sheetId: string): void {
    this.headerPositions[sheetId] ??= this.computeHeaderPositionsOfSheet(sheetId);
  }
}
statefulUIPluginRegistry.replace('header_positions', PositionsOnDemand as never);
