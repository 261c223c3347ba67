// The Sheet class: what it holds and how its lines lie come from its bases; here are charts, rules and marks.
import { type EnumValue, ServiceException } from '../../service';
import { listOf, signed } from '../arguments';
import { ConditionalFormatRule } from './conditional-format-rule';
import { conditionalFormats, setConditionalFormats } from './conditional-formats';
import { addedMetadata, type DeveloperMetadata, DeveloperMetadataFinder, metadataOf, metadataSignatures } from './developer-metadata';
import { chartsOf, EmbeddedChart, placeChart, removeChart } from './embedded-chart';
import { EmbeddedChartBuilder, modifier, newChartRecord } from './embedded-chart-builder';
import * as enums from './enums';
import { type Filter, filterOf } from './filter';
import { NamedRange } from './named-range';
import { addedProtection, type Protection, protectionsOf } from './protection';
import { SheetLines } from './sheet-lines';

export class Sheet extends SheetLines {
  // --- charts ---

  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.context, { record: newChartRecord(this.context, this.id) });
  }

  getCharts(): EmbeddedChart[] {
    this.context.enter('SpreadsheetApp.Sheet.getCharts');
    return chartsOf(this.context, this.id).map((record) => new EmbeddedChart(this.context, record, modifier));
  }

  insertChart(...args: unknown[]): void {
    this.context.chart('insertChart', { sheetId: this.id });
    placeChart(this.context, this.id, (args[0] as EmbeddedChart).record);
  }

  updateChart(...args: unknown[]): void {
    this.context.chart('updateChart', { sheetId: this.id });
    const { record } = args[0] as EmbeddedChart;
    if (!removeChart(this.context, record)) throw new ServiceException('The chart no longer exists.');
    placeChart(this.context, this.id, record);
  }

  removeChart(...args: unknown[]): void {
    this.context.chart('removeChart', { sheetId: this.id });
    removeChart(this.context, (args[0] as EmbeddedChart).record);
  }

  // --- rules and marks ---

  getConditionalFormatRules(): ConditionalFormatRule[] {
    this.context.enter('SpreadsheetApp.Sheet.getConditionalFormatRules');
    this.context.settle();
    return conditionalFormats(this.context, this.id);
  }

  setConditionalFormatRules(...args: unknown[]): void {
    const rules = args[0] as ConditionalFormatRule[];
    this.context.format('setConditionalFormatRules');
    this.context.later({ sheetId: this.id }, () => setConditionalFormats(this.context, this.id, rules));
  }

  getFilter(): Filter | null {
    return filterOf(this.context, this.id);
  }

  protect(): Protection {
    this.context.structure('protect', { sheetId: this.id });
    return addedProtection(this.context, this.id, undefined);
  }

  getProtections(...args: unknown[]): Protection[] {
    return protectionsOf(this.context, args[0] as EnumValue, this.id);
  }

  getNamedRanges(): NamedRange[] {
    const named = this.context.workbook.namedZones().filter((zone) => zone.sheetId === this.id);
    return named.map(({ name }) => new NamedRange(this.context, name));
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataOf(this.context, { sheetId: this.id });
  }

  addDeveloperMetadata(...args: unknown[]): this {
    addedMetadata(this.context, args, { sheetId: this.id });
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.context, { sheetId: this.id });
  }
}

signed(Sheet, {
  setConditionalFormatRules: [[listOf(ConditionalFormatRule)]],
  addDeveloperMetadata: metadataSignatures,
  insertChart: [[EmbeddedChart]],
  updateChart: [[EmbeddedChart]],
  removeChart: [[EmbeddedChart]],
  getProtections: [[enums.ProtectionType]],
});
