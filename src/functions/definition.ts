// What an entry of the function catalogue is. What people read about it stands in help/.
import type { Cell, Table } from '../cell';
import type { ArgumentName } from '../locale/argument-words';
import type { FunctionName } from './names';
import type { Question } from './question';

export interface FunctionDefinition {
  readonly name: FunctionName;
  /** In the order of the formula; the last one is always the stamp (D4). All of them may be omitted. */
  readonly params: readonly ArgumentName[];
  /** Rules of the definitions it stands on. */
  readonly rules: readonly string[];
  /** The answer; asks the question for the tables it needs once the arguments are read. Throws KpiError. */
  readonly answer: (args: readonly unknown[], question: Question) => Cell | Table;
}
