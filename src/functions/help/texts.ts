// The text of every function of the catalogue; a function without one does not compile.
import type { FunctionName } from '../names';
import { breakdownTexts } from './breakdown-texts';
import { dealTexts } from './deal-texts';
import { memoryTexts } from './memory-texts';
import { payTexts } from './pay-texts';
import { planTexts } from './plan-texts';
import { tableTexts } from './table-texts';
import type { FunctionText } from './text';
import { workTexts } from './work-texts';

export const functionTexts: Readonly<Record<FunctionName, FunctionText>> = {
  ...dealTexts,
  ...tableTexts,
  ...planTexts,
  ...workTexts,
  ...breakdownTexts,
  ...memoryTexts,
  ...payTexts,
};
