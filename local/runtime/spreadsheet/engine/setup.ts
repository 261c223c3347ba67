// Everything the engine must know before a model is made: the runtime's commands, notes, missing functions, Google's error texts.
// Importing this file is enough; it does nothing twice. Runs in Node and in the page.
import { registerGoogleFunctions } from './google-functions';
import { registerIndirect } from './indirect';
import { library } from './library';
import { registerListedValues } from './listed-values';
import { registerLoadedCells } from './loaded-cells';
import { registerPlugins } from './plugins';
import { registerStackedCombo } from './stacked-combo';

for (const text of ['#ERROR!', '#REF!', '#VALUE!']) library.registries.errorTypes.add(text as never);
registerGoogleFunctions();
registerIndirect();
registerPlugins();
registerLoadedCells();
registerStackedCombo();
registerListedValues();
