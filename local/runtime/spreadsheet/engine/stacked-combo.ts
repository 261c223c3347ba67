// Columns of a combo chart may be stacked in Google's charts; the engine draws it so, too, but drops the word for it from such a chart.
import { library } from './library';

export function registerStackedCombo(): void {
  const { chartTypeRegistry } = library.registries;
  const combo = chartTypeRegistry.get('combo');
  chartTypeRegistry.replace('combo', { ...combo, allowedDefinitionKeys: [...combo.allowedDefinitionKeys, 'stacked'] } as typeof combo);
}
