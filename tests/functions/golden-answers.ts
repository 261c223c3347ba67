// Answers of functions on the worked example: their tables and their complaints.
import { isKpiError } from '../../src/errors';
import { describe as sentenceOf } from '../../src/locale/describe';
import { askGolden, type Desk } from './golden-desk';

export type Cells = (string | number)[][];
export const table = (name: string, args: readonly unknown[], desk: Desk = {}) => askGolden(name, args, desk) as Cells;
export const complaint = (name: string, args: readonly unknown[], desk: Desk = {}): string => {
  try {
    return `answered ${JSON.stringify(askGolden(name, args, desk))}`;
  } catch (error) {
    if (!isKpiError(error)) throw error;
    return sentenceOf(error, 'ru');
  }
};
