// The conditional formats of a sheet, and how the engine is told of them.
import type { FormatRule, Point } from './conditional-format-rule';
import { ConditionalFormatRule } from './conditional-format-rule';
import { copier } from './conditional-format-rule-builder';
import type { SheetsContext } from './context';
import { engineCriteria, engineValue } from './criteria';

const RELATIVE: Readonly<Record<string, string>> = {
  TODAY: 'today',
  TOMORROW: 'tomorrow',
  YESTERDAY: 'yesterday',
  PAST_WEEK: 'lastWeek',
  PAST_MONTH: 'lastMonth',
  PAST_YEAR: 'lastYear',
};

/** Replaces all rules of a sheet, first one strongest (apps-script 5.3). The sheet moves into the engine. */
export function setConditionalFormats(context: SheetsContext, sheetId: string, rules: readonly ConditionalFormatRule[]): void {
  const { workbook } = context;
  if (rules.length === 0 && workbook.isPlain(sheetId)) return;
  context.do(() => {
    workbook.promote(sheetId);
    workbook.flush();
    for (const { id } of context.getters.getConditionalFormats(sheetId)) workbook.apply({ type: 'REMOVE_CONDITIONAL_FORMAT', sheetId, id });
    workbook.extras.rules = workbook.extras.rules.filter(
      (record) => !(record.sheetId === sheetId && record.engineId.startsWith('format-')),
    );
    for (const { rule } of rules) {
      const id = `format-${workbook.freshId()}`;
      const ranges = rule.ranges
        .filter((range) => range.sheetId === sheetId)
        .map((range) => context.getters.getRangeDataFromZone(sheetId, range.zone));
      workbook.apply({ type: 'ADD_CONDITIONAL_FORMAT', sheetId, ranges, cf: { id, rule: engineRule(context, rule) } });
      workbook.extras.rules.push({ engineId: id, sheetId, description: { ...rule } });
    }
  });
}

/** Rules of a sheet in their order, with ranges where they are now. */
export function conditionalFormats(context: SheetsContext, sheetId: string): ConditionalFormatRule[] {
  if (context.workbook.isPlain(sheetId)) return [];
  return context.getters.getConditionalFormats(sheetId).flatMap(({ id, ranges }) => {
    const record = context.workbook.extras.rules.find((entry) => entry.engineId === id);
    if (record === undefined) return [];
    const now = ranges.map((xc) => ({ sheetId, zone: context.getters.getRangeFromSheetXC(sheetId, xc).zone }));
    return [new ConditionalFormatRule(context, { ...(record.description as unknown as FormatRule), ranges: now }, copier)];
  });
}

function engineRule(context: SheetsContext, rule: FormatRule): object {
  if (rule.criteria === undefined) {
    const { min, mid, max } = rule.gradient;
    return {
      type: 'ColorScaleRule',
      minimum: threshold(min, 'value'),
      ...(mid ? { midpoint: threshold(mid, 'percentile') } : {}),
      maximum: threshold(max, 'value'),
    };
  }
  const relative = rule.criteria.endsWith('_RELATIVE');
  const { background, fontColor, bold, italic, underline, strikethrough } = rule.style;
  return {
    type: 'CellIsRule',
    operator: engineCriteria[rule.criteria],
    // Anew: the engine takes no array of another realm, as those of a script are.
    values: relative ? [] : Array.from(rule.values, (value) => engineValue(context, value)),
    ...(rule.criteria.startsWith('DATE') ? { dateValue: relative ? RELATIVE[String(rule.values[0])] : 'exactDate' } : {}),
    style: {
      ...(background ? { fillColor: background } : {}),
      ...(fontColor ? { textColor: fontColor } : {}),
      ...(bold === undefined ? {} : { bold }),
      ...(italic === undefined ? {} : { italic }),
      ...(underline === undefined ? {} : { underline }),
      ...(strikethrough === undefined ? {} : { strikethrough }),
    },
  };
}

function threshold(point: Point | undefined, fallback: string): object {
  const color = Number.parseInt((point?.color ?? '#ffffff').slice(1), 16);
  const types: Readonly<Record<string, string>> = { NUMBER: 'number', PERCENT: 'percentage', PERCENTILE: 'percentile' };
  const type = types[point?.type ?? ''] ?? fallback;
  return type === 'value' ? { type, color } : { type, color, value: point?.value || '50' };
}
