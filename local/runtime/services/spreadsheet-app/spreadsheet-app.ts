// The `SpreadsheetApp` global of one execution: the open file, builders, enums.
import { type Execution, ServiceObject } from '../../service';
import type { Workbook } from '../../spreadsheet/workbook';
import { signed } from '../arguments';
import { ConditionalFormatRuleBuilder } from './conditional-format-rule-builder';
import { SheetsContext, type SpreadsheetUi } from './context';
import { DataValidationBuilder } from './data-validation-builder';
import * as enums from './enums';
import { Range } from './range';
import { RangeGeometry } from './range-geometry';
import { Sheet } from './sheet';
import { Spreadsheet } from './spreadsheet';
import { typedChartBuilder } from './typed-chart-builders';

const FULL_SCOPE = ['https://www.googleapis.com/auth/spreadsheets'];

class SpreadsheetApp extends ServiceObject {
  readonly serviceName = 'SpreadsheetApp';
  readonly #context: SheetsContext;
  readonly #spreadsheet: Spreadsheet;

  constructor(workbook: Workbook, execution: Execution, ui: SpreadsheetUi | undefined) {
    super();
    this.#context = new SheetsContext(workbook, execution, ui, {
      range: (sheetId, zone) => new Range(this.#context, sheetId, zone),
      sheet: (sheetId) => new Sheet(this.#context, sheetId),
      spreadsheet: () => this.#spreadsheet,
      typedChartBuilder: (type, state) => typedChartBuilder(type, this.#context, state),
    });
    this.#spreadsheet = new Spreadsheet(this.#context);
  }

  getActive(): Spreadsheet | null {
    return this.#active('getActive');
  }

  getActiveSpreadsheet(): Spreadsheet | null {
    return this.#active('getActiveSpreadsheet');
  }

  getActiveSheet(): Sheet | null {
    return this.#active('getActiveSheet')?.getActiveSheet() ?? null;
  }

  getActiveRange(): Range | null {
    return this.#active('getActiveRange')?.getActiveRange() ?? null;
  }

  getCurrentCell(): Range | null {
    return this.#active('getCurrentCell')?.getActiveCell() ?? null;
  }

  setActiveSheet(...args: unknown[]): Sheet {
    return this.#spreadsheet.setActiveSheet(...args);
  }

  setActiveRange(...args: unknown[]): Range {
    return this.#spreadsheet.setActiveRange(...args);
  }

  setCurrentCell(...args: unknown[]): Range {
    return this.#spreadsheet.setActiveRange(...args);
  }

  /** Other files need the full scope and are never open to custom functions and simple triggers (apps-script 4.3). */
  openById(id: string): Spreadsheet {
    return this.#open('SpreadsheetApp.openById', id);
  }

  openByUrl(url: string): Spreadsheet {
    return this.#open('SpreadsheetApp.openByUrl', /\/d\/([^/]+)/.exec(url)?.[1] ?? url);
  }

  /** The open file; null in a run that knows none. */
  #active(method: string): Spreadsheet | null {
    this.#context.enter(`SpreadsheetApp.${method}`);
    return this.#context.execution.hasFile ? this.#spreadsheet : null;
  }

  #open(call: string, id: string): Spreadsheet {
    this.#context.execution.permit(call, { modes: ['FULL'], scopes: FULL_SCOPE });
    if (id === this.#context.workbook.id) return this.#spreadsheet;
    throw this.#context.unknownFile();
  }

  flush(): void {
    this.#context.flush();
  }

  getUi(): ServiceObject {
    return this.#context.userInterface();
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.#context);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.#context);
  }

  get BorderStyle(): ServiceObject {
    return enums.BorderStyle;
  }
  get WrapStrategy(): ServiceObject {
    return enums.WrapStrategy;
  }
  get Dimension(): ServiceObject {
    return enums.Dimension;
  }
  get Direction(): ServiceObject {
    return enums.Direction;
  }
  get CopyPasteType(): ServiceObject {
    return enums.CopyPasteType;
  }
  get ProtectionType(): ServiceObject {
    return enums.ProtectionType;
  }
  get DeveloperMetadataVisibility(): ServiceObject {
    return enums.DeveloperMetadataVisibility;
  }
  get DeveloperMetadataLocationType(): ServiceObject {
    return enums.DeveloperMetadataLocationType;
  }
  get InterpolationType(): ServiceObject {
    return enums.InterpolationType;
  }
  get RelativeDate(): ServiceObject {
    return enums.RelativeDate;
  }
  get SheetType(): ServiceObject {
    return enums.SheetType;
  }
  get RecalculationInterval(): ServiceObject {
    return enums.RecalculationInterval;
  }
  get DataValidationCriteria(): ServiceObject {
    return enums.DataValidationCriteria;
  }
  get BooleanCriteria(): ServiceObject {
    return enums.BooleanCriteria;
  }
  get BandingTheme(): ServiceObject {
    return enums.BandingTheme;
  }
}

/** Google's SpreadsheetApp over a workbook, for one execution. `ui` is absent where nothing can be shown. */
export function spreadsheetApp(workbook: Workbook, execution: Execution, ui?: SpreadsheetUi): ServiceObject {
  return new SpreadsheetApp(workbook, execution, ui);
}

signed(SpreadsheetApp, {
  setActiveSheet: [[Sheet], [Sheet, 'boolean']],
  setActiveRange: [[RangeGeometry]],
  setCurrentCell: [[RangeGeometry]],
  openById: [['string']],
  openByUrl: [['string']],
});
