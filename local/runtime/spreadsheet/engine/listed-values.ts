// A drop-down list means its texts as they are written. The engine reads its items as if they were typed, so that "2026-10" would be a date, and the same
// text in a cell none of the list.
import { library, type Position } from './library';

interface Validating {
  getRuleErrorForCellValue(value: unknown, position: Position, rule: Rule): string | undefined;
  readonly getters: { getLocale(): { readonly code: string } };
}
interface Rule {
  readonly criterion: { readonly type: string; readonly values: readonly string[] };
}

export function registerListedValues(): void {
  const { coreViewsPluginRegistry } = library.registries;
  const Validation = coreViewsPluginRegistry.get('data_validation_ui') as unknown as new (config: never) => Validating;

  class ListedValues extends Validation {
    override getRuleErrorForCellValue(value: unknown, position: Position, rule: Rule): string | undefined {
      const error = super.getRuleErrorForCellValue(value, position, rule);
      if (error === undefined || rule.criterion.type !== 'isValueInList') return error;
      const text = String(value).toLowerCase();
      if (rule.criterion.values.some((item) => item.toLowerCase() === text)) return undefined;
      return this.getters.getLocale().code.startsWith('ru') ? 'Выберите значение из списка.' : 'Choose a value from the list.';
    }
  }
  coreViewsPluginRegistry.replace('data_validation_ui', ListedValues as never);
}
