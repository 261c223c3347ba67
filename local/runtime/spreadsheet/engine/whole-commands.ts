// Commands go from model to model as they are. The library shortens neighbouring cells to their difference, and fails where a reference to a range follows
// one to a cell in the same place of two formulas: nothing would be written then.
import type { Model } from '@odoo/o-spreadsheet';

interface Shortening {
  readonly session: { readonly commandSquisher: { squish(commands: unknown): unknown } };
}

/** Of every model that sends, before its first command. What others shortened is still understood. */
export function sendWholeCommands(model: Model): void {
  (model as unknown as Shortening).session.commandSquisher.squish = (commands) => commands;
}
