// What the parts of a run of a refresh came to, and made one.
import type { Send } from '../bitrix24/http';
import type { Records } from '../raw/records';
import type { Connection } from './connection';
import type { RunReport } from './run-report';

/** What a part of a run came to. */
export interface Outcome extends RunReport {
  readonly done: boolean;
  /** Rows received in this load so far. */
  readonly rows: number;
  readonly records: Records | null;
  /** Neither numbers nor sheets have changed. */
  readonly nothingNew: boolean;
}

export function nothingDone(kind: RunReport['kind']): Outcome {
  return { kind, done: true, requests: 0, retries: 0, changes: {}, refused: '', unkept: '', rows: 0, records: null, nothingNew: false };
}

export function together(first: Outcome, second: Outcome): Outcome {
  return {
    kind: first.kind,
    done: second.done,
    requests: first.requests + second.requests,
    retries: first.retries + second.retries,
    changes: { ...first.changes, ...second.changes },
    refused: '',
    // Whatever one commit could not keep, the next one has tried again.
    unkept: second.done && !second.nothingNew ? second.unkept : first.unkept,
    rows: first.rows + second.rows,
    records: second.records ?? first.records,
    nothingNew: first.nothingNew && second.nothingNew,
  };
}

/** Who asks which portal. */
export interface Access {
  readonly connection: Connection;
  readonly send: Send;
  /** A person confirmed that everything may be replaced. */
  readonly confirmed: boolean;
}
