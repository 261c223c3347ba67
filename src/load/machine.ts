// The load as a pure state machine: (cursor, clock) → what to send; (cursor, answers, clock) → records and the next cursor. One door for callers.
export { accept } from './accept';
export { arrivesWhole, nextMarks, OVERLAP_SECONDS, progress, readCursor, startLoad, withProof } from './cursor';
export { nextStep } from './plan';
