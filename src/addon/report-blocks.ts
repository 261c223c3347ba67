// One block of a report sheet: its cells, looks, notes, and the conditional formats of all blocks.
import { withSeparator } from '../report/formula';
import type { Block, Condition, FormulaCondition, GradientCondition, RangeLook } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** Where a formula spills is emptied first: a leftover cell would be in its way. */
export function drawBlock(sheet: Sheet, block: Block, separator: ',' | ';'): void {
  for (const { area } of block.spills) sheet.getRange(area).clearContent();
  for (const merge of block.merges) sheet.getRange(merge).merge();
  for (const look of block.looks) applyLook(sheet, look);
  for (const { a1, value } of block.values) sheet.getRange(a1).setValue(value);
  for (const { a1, formula } of block.formulas) sheet.getRange(a1).setFormula(withSeparator(formula, separator));
  for (const { a1, text } of block.notes) sheet.getRange(a1).setNote(text);
}

function applyLook(sheet: Sheet, look: RangeLook): void {
  const range = sheet.getRange(look.a1);
  if (look.numberFormat !== undefined) range.setNumberFormat(look.numberFormat);
  if (look.background !== undefined) range.setBackground(look.background);
  if (look.color !== undefined) range.setFontColor(look.color);
  if (look.fontSize !== undefined) range.setFontSize(look.fontSize);
  if (look.bold !== undefined) range.setFontWeight(look.bold ? 'bold' : 'normal');
  if (look.italic !== undefined) range.setFontStyle(look.italic ? 'italic' : 'normal');
  if (look.align !== undefined) range.setHorizontalAlignment(look.align);
  if (look.verticalAlign !== undefined) range.setVerticalAlignment(look.verticalAlign);
  if (look.wrap !== undefined) range.setWrap(look.wrap);
  const style = SpreadsheetApp.BorderStyle.SOLID;
  if (look.borderBottom !== undefined) range.setBorder(null, null, true, null, null, null, look.borderBottom, style);
  if (look.borderTop !== undefined) range.setBorder(true, null, null, null, null, null, look.borderTop, style);
}

/** Our rules replace those that say the same; rules people added stay, below ours. */
export function drawConditions(sheet: Sheet, conditions: readonly Condition[], separator: ',' | ';'): void {
  const formulas = conditions.filter((one): one is FormulaCondition => 'formula' in one);
  const ours = new Set(formulas.map(({ formula }) => withSeparator(formula, separator)));
  const heated = new Set(conditions.flatMap((one) => ('gradient' in one ? [one.ranges.join()] : [])));
  const theirs = sheet.getConditionalFormatRules().filter((rule) => {
    if (rule.getGradientCondition()) return !heated.has(rangesOf(rule));
    const values = rule.getBooleanCondition()?.getCriteriaValues() ?? [];
    return !values.some((value) => ours.has(String(value)));
  });
  const rules = conditions.map((condition) =>
    'gradient' in condition ? gradientRule(sheet, condition) : formulaRule(sheet, condition, separator),
  );
  sheet.setConditionalFormatRules([...rules, ...theirs]);
}

function rangesOf(rule: Rule): string {
  return rule
    .getRanges()
    .map((range) => range.getA1Notation())
    .join();
}

function formulaRule(sheet: Sheet, condition: FormulaCondition, separator: ',' | ';'): Rule {
  const rule = SpreadsheetApp.newConditionalFormatRule()
    .whenFormulaSatisfied(withSeparator(condition.formula, separator))
    .setRanges(condition.ranges.map((a1) => sheet.getRange(a1)));
  if (condition.background !== undefined) rule.setBackground(condition.background);
  if (condition.color !== undefined) rule.setFontColor(condition.color);
  if (condition.bold !== undefined) rule.setBold(condition.bold);
  return rule.build();
}

function gradientRule(sheet: Sheet, { ranges, gradient }: GradientCondition): Rule {
  return SpreadsheetApp.newConditionalFormatRule()
    .setGradientMinpoint(gradient.min)
    .setGradientMaxpoint(gradient.max)
    .setRanges(ranges.map((a1) => sheet.getRange(a1)))
    .build();
}
