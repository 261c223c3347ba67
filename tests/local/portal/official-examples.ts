// The official examples of Bitrix24's documentation, read in place from ../shared. A clone without them skips their tests and says so.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** One example: the method, what is asked, and what the documentation says is answered. */
export interface Contract {
  readonly method: string;
  readonly request: Record<string, unknown>;
  readonly response: Record<string, unknown>;
  readonly status: number;
}

export type Rows = Record<string, unknown>[];

const folder = resolve(__dirname, '../../../../shared/contracts/bitrix24');
const present = existsSync(folder);
if (!present) process.stderr.write('The official examples (../shared/contracts) are not here; their tests are skipped.\n');

/** `test`, or a skipped test where the examples are not. */
export const contractTest = present ? test : test.skip;

/** The example of a file's name without `.json`. */
export const read = (name: string): Contract => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Contract;

/** Records of an example's answer: its result, or the list under a key of it. */
export const rows = (contract: Contract, key?: string): Rows => {
  const result = contract.response['result'] as Record<string, unknown>;
  return (key === undefined ? result : result[key]) as Rows;
};

/** Names of all examples. */
export const exampleNames = (): string[] => readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
