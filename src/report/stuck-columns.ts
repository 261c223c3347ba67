// Places of the columns that B24_STUCK answers, for blocks that pick from it.

/** `count`: how many there are. */
export const STUCK = { deal: 0, link: 1, manager: 2, stage: 3, days: 4, sum: 7, expected: 8, step: 9, stepDue: 10, reasons: 11, count: 12 };
