// The engine's model as the workbook drives it: commands that wait for the next step, and the guard against changing cells while formulas are
// being calculated. It knows no sheet.
import type { Model as EngineModel } from '@odoo/o-spreadsheet';
import type { Dispatch } from './engine/library';
import type { EngineCommand } from './engine/plugins';
import { WorkbookError } from './workbook-error';

export class ModelSteps {
  private waiting: EngineCommand[] = [];
  private working = 0;

  constructor(
    private readonly model: EngineModel,
    /** A restored model was calculated before it knew who answers its custom functions. */
    private stale: boolean,
    /** Brings cells that formulas asked for while they were calculated; says whether they must be calculated again. */
    private readonly bring: () => boolean,
  ) {}

  /** Whether the engine is at work on a step of ours: what it does meanwhile is no person's doing. */
  get isWorking(): boolean {
    return this.working > 0;
  }

  /** Keeps a command for the next step. */
  defer(command: EngineCommand): void {
    this.waiting.push(command);
  }

  /** Applies what waits, in one recalculation. */
  settle(): void {
    // While the engine evaluates, a custom function may read: it sees what was settled before.
    if (this.isWorking) return;
    if (this.stale) {
      this.stale = false;
      this.step({ type: 'EVALUATE_CELLS' });
    }
    if (this.waiting.length > 0) {
      const commands = this.waiting;
      this.waiting = [];
      this.step({ type: 'BULK', commands });
    }
    while (this.bring()) this.step({ type: 'EVALUATE_CELLS' });
  }

  /** Applies one command of the engine, after what waits; throws when the engine refuses it. */
  apply(command: EngineCommand): void {
    this.settle();
    const reasons = this.step(command);
    if (reasons.length > 0 && !reasons.includes('NoChanges') && !reasons.includes('ValuesNotChanged')) {
      throw new WorkbookError(refusal(command, reasons));
    }
  }

  /** Calculates every formula again. */
  recalculate(): void {
    this.settle();
    this.step({ type: 'EVALUATE_CELLS' });
  }

  /** Does work during which nothing may be applied. */
  guarded<T>(work: () => T): T {
    this.working++;
    try {
      return work();
    } finally {
      this.working--;
    }
  }

  private step(command: EngineCommand): readonly string[] {
    const { type, ...payload } = command;
    return this.guarded(() => (this.model.dispatch as unknown as Dispatch)(type, payload).reasons);
  }
}

function refusal(command: EngineCommand, reasons: readonly string[]): string {
  if (reasons.includes('ForbiddenCharactersInSheetName')) return 'The name of a sheet may not contain the characters * ? / \\ [ ] here.';
  return `The spreadsheet engine refused ${command.type}: ${reasons.join(', ')}.`;
}
