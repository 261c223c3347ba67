// The help of the functions of plan and forecast: true to the words they understand, and examples that are answered.
import { choiceWords } from '../../src/functions/arguments/choice';
import { coverageItems } from '../../src/functions/coverage';
import { forecastMethods } from '../../src/functions/forecast';
import { goalLevels } from '../../src/functions/goal';
import { planTexts } from '../../src/functions/help/plan-texts';
import { leadStates } from '../../src/functions/leads';
import { planFactItems } from '../../src/functions/plan-fact';
import { planDimensions } from '../../src/functions/plan-fact-table';
import { planStatusWords } from '../../src/locale/plan-words';
import { askGolden } from './golden-desk';

const names = Object.keys(planTexts) as (keyof typeof planTexts)[];

test.each([
  ['B24_LEADS', 'state', leadStates],
  ['B24_PLANFACT', 'what', planFactItems],
  ['B24_PLANFACT_TABLE', 'by', planDimensions],
  ['B24_FORECAST', 'method', forecastMethods],
  ['B24_COVERAGE', 'what', coverageItems],
  ['B24_GOAL', 'level', goalLevels],
] as const)('the help of %s names every word of "%s"', (name, param, choices) => {
  const params: Readonly<Partial<Record<string, { readonly ru: string; readonly en: string }>>> = planTexts[name].params;
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(choices, lang)) expect(params[param]?.[lang]).toContain(`"${word}"`);
  }
});

test('the help names every status', () => {
  for (const word of Object.values(planStatusWords)) {
    expect(planTexts.B24_PLANFACT.params.what.ru).toContain(word.ru);
    expect(planTexts.B24_PLANFACT.params.what.en).toContain(word.en);
  }
});

/** The arguments of an example, names of the example's company in place of others. */
function argumentsOf(example: string): unknown[] {
  const inside = /\((.*)\)$/.exec(example)?.[1] ?? '';
  return inside.split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/).map((written) => {
    if (written === 'A2:A15') return [['Анна А.'], ['']];
    if (written === 'B24_DATA') return 'b24:2025-05-20T15:00:00Z#1.0';
    const text = written.replace(/"/g, '');
    return (
      { Иванова: 'Анна А.', Collins: 'Анна А.', Продажи: 'Общая', Sales: 'Общая' }[text] ??
      (/^Корп|^Corp/.test(text) ? 'Отдел продаж 1' : text)
    );
  });
}

test.each(names)('the examples of %s are answered', (name) => {
  for (const example of planTexts[name].examples) {
    const [ru, en] = [example.ru, example.en].map((formula) => askGolden(name, argumentsOf(formula)));
    expect(ru).toBeDefined();
    expect(JSON.stringify(ru)).not.toMatch(/Аргумент/);
    expect(en).toEqual(ru);
  }
});
