// What the workbook refuses. The façade turns it into Google's Exception.

/** A refusal of the workbook, in Google's words (apps-script 2.2). */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
}
