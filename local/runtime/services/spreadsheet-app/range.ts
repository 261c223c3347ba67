// The Range class: what it holds and how it looks come from its bases; here are validation, check boxes, protection, names' users and
// metadata of lines.
import { mayEdit, protectionsAt } from '../../spreadsheet/protected-cells';
import { listOf, only, signed } from '../arguments';
import type { Banding } from './banding';
import { appliedBanding } from './banding';
import { DataValidation } from './data-validation';
import { checkboxValidation, validate, validationAt } from './data-validations';
import { addedMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOf, metadataSignatures } from './developer-metadata';
import * as enums from './enums';
import { createdFilter, type Filter, filterOf } from './filter';
import { addedProtection, type Protection } from './protection';
import { RangeEdges } from './range-edges';
import { cellCount, storeOf } from './range-geometry';
import { checkShape, filled } from './range-values';

export class Range extends RangeEdges {
  /** Contents, formats, notes and validation by options; nothing said means contents and formats. */
  clear(...args: unknown[]): Range {
    const options = (args[0] ?? {}) as Record<'contentsOnly' | 'formatOnly' | 'commentsOnly' | 'validationsOnly', boolean | undefined>;
    const some = options.contentsOnly || options.formatOnly || options.commentsOnly || options.validationsOnly;
    if (!some || options.contentsOnly) this.clearContent();
    if (!some || options.formatOnly) this.clearFormat();
    if (!some || options.commentsOnly) this.clearNote();
    if (options.validationsOnly) this.clearDataValidations();
    return this;
  }

  getDataValidation(): DataValidation | null {
    this.context.enter('SpreadsheetApp.Range.getDataValidation');
    this.context.read(1);
    return validationAt(this.context, this.sheetId, this.zone.top, this.zone.left);
  }

  getDataValidations(): (DataValidation | null)[][] {
    this.context.enter('SpreadsheetApp.Range.getDataValidations');
    this.context.read(cellCount(this.zone));
    return filled(this, 0).map((row, down) =>
      row.map((_, across) => validationAt(this.context, this.sheetId, this.zone.top + down, this.zone.left + across)),
    );
  }

  setDataValidation(...args: unknown[]): Range {
    this.context.format('setDataValidation');
    this.context.later(this, () => validate(this.context, this.sheetId, this.zone, (args[0] ?? null) as DataValidation | null));
    return this;
  }

  setDataValidations(...args: unknown[]): Range {
    this.context.format('setDataValidations');
    const rules = args[0] as (DataValidation | null)[][];
    checkShape(this, rules);
    this.context.later(this, () => {
      rules.forEach((row, down) => {
        row.forEach((rule, across) => {
          const [top, left] = [this.zone.top + down, this.zone.left + across];
          validate(this.context, this.sheetId, { top, bottom: top, left, right: left }, rule);
        });
      });
    });
    return this;
  }

  clearDataValidations(): Range {
    this.context.format('clearDataValidations');
    this.context.later(this, () => validate(this.context, this.sheetId, this.zone, null));
    return this;
  }

  insertCheckboxes(...args: unknown[]): Range {
    only(args, 0, 'SpreadsheetApp.Range.insertCheckboxes');
    this.context.format('insertCheckboxes');
    this.context.later(this, () => {
      validate(this.context, this.sheetId, this.zone, checkboxValidation(this.context));
      const values = storeOf(this).values(this.zone);
      const boxes = values.map((row) => row.map((value) => (typeof value === 'boolean' ? value : false)));
      this.context.workbook.write(this.sheetId, this.zone.top, this.zone.left, boxes);
    });
    return this;
  }

  removeCheckboxes(): Range {
    this.clearDataValidations();
    return this.clearContent();
  }

  isChecked(): boolean | null {
    const [first, ...rest] = this.getValues().flat();
    return typeof first === 'boolean' && rest.every((value) => value === first) ? first : null;
  }

  check(): Range {
    return this.setValue(true);
  }

  uncheck(): Range {
    return this.setValue(false);
  }

  protect(): Protection {
    this.context.structure('protect', this);
    return addedProtection(this.context, this.sheetId, this.zone);
  }

  canEdit(): boolean {
    const { workbook, execution } = this.context;
    return protectionsAt(workbook.extras.protections, this).every((protection) => mayEdit(protection, execution.person, workbook.owner));
  }

  createFilter(): Filter {
    this.context.structure('createFilter', this);
    return createdFilter(this.context, this.sheetId, this.zone);
  }

  getFilter(): Filter | null {
    return filterOf(this.context, this.sheetId);
  }

  applyRowBanding(...args: unknown[]): Banding {
    this.context.format('applyRowBanding');
    return appliedBanding(this, args[0] === undefined ? 'LIGHT_GREY' : String(args[0]), args[1] !== false, args[2] === true);
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, { sheetId: this.sheetId, zone: this.zone });
  }

  addDeveloperMetadata(...args: unknown[]): Range {
    addedMetadata(this.context, args, { sheetId: this.sheetId, zone: this.zone });
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, { sheetId: this.sheetId, zone: this.zone });
  }
}

signed(Range, {
  insertCheckboxes: [[], ['any'], ['any', 'any']],
  addDeveloperMetadata: metadataSignatures,
  clear: [[], ['object']],
  setDataValidation: [[[DataValidation]]],
  setDataValidations: [[listOf(listOf([DataValidation]))]],
  applyRowBanding: [[], [enums.BandingTheme], [enums.BandingTheme, 'boolean', 'boolean']],
});
