// B24_COACH: at which stages each manager loses more deals than the others do, the weak places first.
import type { Cell } from '../cell';
import { tableWords } from '../locale/table-words';
import { coachingWords, workWords } from '../locale/work-words';
import { type CoachingRow, type CoachingVerdict, coaching, Z99 } from '../metrics/coaching';
import type { Slice } from '../metrics/slice';
import { ratio } from '../stats';
import { periodArgument } from './arguments/period';
import { onlyPipeline, pipelinesArgument } from './arguments/pipeline';
import { peopleArgument, personName } from './arguments/who';
import { withinCapacity } from './deal-cells';
import type { FunctionDefinition } from './definition';
import { MANAGER_CAPACITY } from './kpi-table';
import { cellOf } from './output';
import { stageCell } from './table-cells';

const HEADERS = [
  tableWords.manager,
  tableWords.stage,
  tableWords.advanced,
  workWords.decided,
  tableWords.passRate,
  workWords.othersAdvanced,
  workWords.othersDecided,
  workWords.othersRate,
  workWords.difference,
  workWords.low,
  workWords.high,
  workWords.verdict,
  workWords.lostDeals,
] as const;

/** Whom to teach, then whom to learn from. */
const ORDER: readonly CoachingVerdict[] = ['weak', 'strong', 'no_difference', 'insufficient'];

type Line = CoachingRow & { readonly index: number };

export const coachFunction: FunctionDefinition = {
  name: 'B24_COACH',
  params: ['period', 'who', 'pipeline', 'data'],
  rules: ['M36', 'R11'],
  answer: (args, question) => {
    const { labels } = question;
    const { lang } = labels;
    const period = periodArgument(args[0], labels);
    const people = peopleArgument(args[1], labels);
    const pipeline = onlyPipeline(pipelinesArgument(args[2], labels), labels);
    // Whoever is asked for is compared with everybody else of the company, not of the choice.
    const slice: Slice = { period, managers: null, pipelines: new Set([pipeline]) };
    const rules = { minimum: question.inputs().inputs.norms.minCoaching, z: Z99 };
    const lines = coaching(question.load(['deals', 'journeys']), slice, pipeline, rules)
      .flatMap((rows, index) => rows.map((row): Line => ({ ...row, index })))
      .filter(({ index, manager }) => manager[1] > 0 && (people === null || people.has(index)));
    lines.sort(
      (a, b) =>
        ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
        (a.verdict === 'strong' ? -1 : 1) * ((a.difference?.value ?? 0) - (b.difference?.value ?? 0)),
    );
    const lost = (rows: readonly Line[]) => rows.reduce((sum, { lostDeals }) => sum + lostDeals.length, 0);
    const line = ({ index, stage, manager, team, difference, verdict, lostDeals }: Line): Cell[] => [
      personName(labels, index),
      stageCell(labels, pipeline, stage),
      ...manager,
      cellOf(ratio(...manager)),
      ...team,
      cellOf(ratio(...team)),
      cellOf(difference?.value),
      cellOf(difference?.low),
      cellOf(difference?.high),
      coachingWords[verdict][lang],
      lostDeals.length,
    ];
    const rest = (left: readonly Line[]): Cell[] => HEADERS.map((word) => (word === workWords.lostDeals ? lost(left) : ''));
    const stages = Math.max(1, labels.pipelines[pipeline]?.stages.length ?? 1);
    return [HEADERS.map((word) => word[lang]), ...withinCapacity(lines, MANAGER_CAPACITY * stages, line, rest, labels)];
  },
};
