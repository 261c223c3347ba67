// What the runtime injects: SpreadsheetApp and the Charts enums.
export { chartsService as charts } from './charts';
export type { SpreadsheetUi } from './context';
export { spreadsheetApp } from './spreadsheet-app';
