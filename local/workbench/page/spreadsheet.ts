// The page's door to the spreadsheet component: one place for the types its package does not export.
import '../../runtime/spreadsheet/engine/setup';
import { Model, Spreadsheet } from '@odoo/o-spreadsheet';
import { library } from '../../runtime/spreadsheet/engine/library';

export { library, Model, Spreadsheet };

/** What menu entries and panels get: the model and ways to speak to the person. */
export interface SpreadsheetEnvironment {
  readonly model: Model;
}

/** A menu entry. */
export type ActionSpec = ReturnType<typeof library.registries.topbarMenuRegistry.get>;
