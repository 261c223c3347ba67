// The help of the breakdowns: every word that an argument takes first stands in its text, in both languages.
import { activityKinds, activityMeasures } from '../../src/functions/activity';
import { choiceWords } from '../../src/functions/arguments/choice';
import { cohortMetrics } from '../../src/functions/cohort';
import { winRateBases } from '../../src/functions/conversion';
import { functionTexts } from '../../src/functions/help/texts';
import { responseMeasures } from '../../src/functions/response';
import { sourceKeys } from '../../src/functions/sources';
import { topDimensions } from '../../src/functions/top';
import { clientMetrics, productMetrics } from '../../src/functions/top-sold';
import { segmentWords } from '../../src/locale/breakdown-words';
import { golden } from '../golden-kpi';
import { askGolden } from './golden-desk';

test.each([
  ['B24_TOP', 'by', topDimensions],
  ['B24_TOP', 'metric', productMetrics],
  ['B24_TOP', 'metric', clientMetrics],
  ['B24_REPEAT', 'by', winRateBases],
  ['B24_SOURCES', 'by', sourceKeys],
  ['B24_ACTIVITY', 'kind', activityKinds],
  ['B24_ACTIVITY', 'per', activityMeasures],
  ['B24_RESPONSE', 'stat', responseMeasures],
  ['B24_COHORT', 'metric', cohortMetrics],
] as const)('the help of %s names every word of "%s"', (name, param, choices) => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of choiceWords(choices, lang)) expect(functionTexts[name].params[param]?.[lang]).toContain(`"${word}"`);
  }
});

test('every word of every choice is understood, whatever the case', () => {
  const place = { B24_TOP: 3, B24_SOURCES: 3, B24_ACTIVITY: 3, B24_RESPONSE: 3, B24_COHORT: 3 } as const;
  const lists = {
    B24_TOP: topDimensions,
    B24_SOURCES: sourceKeys,
    B24_ACTIVITY: activityKinds,
    B24_RESPONSE: responseMeasures,
    B24_COHORT: cohortMetrics,
  };
  for (const name of Object.keys(place) as (keyof typeof place)[]) {
    for (const { value, ru, en } of lists[name]) {
      const answers = [value, ...ru, ...en].map((word) => {
        const args: unknown[] = ['2025-05', '', '', '', ''];
        args[place[name]] = word.toUpperCase();
        return JSON.stringify(askGolden(name, args));
      });
      expect([name, value, new Set(answers).size]).toEqual([name, value, 1]);
    }
  }
});

test('the help of B24_RFM names every segment', () => {
  for (const lang of ['ru', 'en'] as const) {
    for (const word of Object.values(segmentWords)) expect(functionTexts.B24_RFM.text[lang]).toContain(`${word[lang]} (`);
  }
});

test('examples of the help are answered by the worked example when its names stand in them', () => {
  const names: Readonly<Record<string, string>> = {
    Иванова: 'Анна',
    Продажи: 'Общая',
    'Корпоративные продажи': 'Отдел продаж 1',
    'Отдел продаж': 'Отдел продаж 1',
  };
  const functions = ['B24_TOP', 'B24_RFM', 'B24_REPEAT', 'B24_SOURCES', 'B24_ACTIVITY', 'B24_RESPONSE', 'B24_COHORT'] as const;
  for (const name of functions) {
    for (const { ru } of functionTexts[name].examples) {
      const written = /\((.*)\)$/.exec(ru)?.[1]?.split(';') ?? [];
      const args = written.map((text) => {
        const word = text.replace(/^"|"$/g, '');
        if (text === 'B24_DATA') return `b24:2025-05-20T15:00:00Z#${golden.inputs.deals.length}.0`;
        return text === 'A2:A15' ? [['Анна'], ['Борис']] : /^\d+$/.test(text) ? Number(text) : (names[word] ?? word);
      });
      // Refused arguments would throw.
      const answer = askGolden(name, args);
      expect([ru, answer === undefined]).toEqual([ru, false]);
    }
  }
});
