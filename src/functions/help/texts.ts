// The text of every function of the catalogue; a function without one does not compile.
import type { FunctionName } from '../names';
import { dealTexts } from './deal-texts';
import { tableTexts } from './table-texts';
import type { FunctionText } from './text';

export const functionTexts: Readonly<Record<FunctionName, FunctionText>> = { ...dealTexts, ...tableTexts };
