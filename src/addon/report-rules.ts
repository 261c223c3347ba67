// Conditional formats of a report sheet: ours are drawn anew and stand first, those that people made stay below them.
import { withSeparator } from '../report/formula';
import type { Condition, FormulaCondition, GradientCondition } from '../report/spec';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

/** What a rule of ours is known by: its formula, in every locale the same, or the cells of its heat map. */
export function ruleKey(condition: Condition): string {
  return 'gradient' in condition ? condition.ranges.join() : plain(condition.formula);
}

/** `before`: keys of the rules that the last drawing made. */
export function drawRules(sheet: Sheet, conditions: readonly Condition[], before: readonly string[], separator: ',' | ';'): void {
  const ours = new Set([...before, ...conditions.map(ruleKey)]);
  const known = sheet.getConditionalFormatRules();
  const theirs = known.filter((rule) => !keysOf(rule).some((key) => ours.has(key)));
  if (conditions.length === 0 && theirs.length === known.length) return;
  const rules = conditions.map((condition) =>
    'gradient' in condition ? gradientRule(sheet, condition) : formulaRule(sheet, condition, separator),
  );
  sheet.setConditionalFormatRules([...rules, ...theirs]);
}

function keysOf(rule: Rule): string[] {
  if (!rule.getGradientCondition()) return (rule.getBooleanCondition()?.getCriteriaValues() ?? []).map((value) => plain(String(value)));
  const ranges = rule.getRanges().map((range) => range.getA1Notation());
  return [ranges.join()];
}

function plain(formula: string): string {
  return formula.replace(/[,;\s]/g, '');
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
