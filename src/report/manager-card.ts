// The sheet «Карточка менеджера»: one person for the one-to-one – own numbers against the others and the period before, own funnel, the largest and the
// stuck deals, losses, what became of actions taken, and what was agreed, which people type.
import type { Lang } from '../cell';
import type { Labels } from '../facts/facts';
import { cardWords } from '../locale/report-person-words';
import { LAST_90_DAYS, ownPeriodChoice, periodChoice, personChoice, pipelineChoice } from './choices';
import { listRows } from './list-block';
import { ACTION_ROWS, actionsBlock, askActions } from './manager-card-actions';
import { AGREED_ROWS, agreedBlock } from './manager-card-agreed';
import { askDeals, LARGEST_LINES, LOSS_LINES, largestDeals, lossList, STUCK_LINES, stuckDeals } from './manager-card-deals';
import { askFunnel, drawStages, stageList } from './manager-card-funnel';
import { askNumbers, COMPARE_ROWS, cardTiles, compareBlock } from './manager-card-numbers';
import { openPage } from './page';
import type { ReportSheet } from './spec';

const SPANS = [
  [1, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
  [10, 11],
] as const;

export function managerCardSheet(labels: Labels, lang: Lang): ReportSheet {
  const text = cardWords;
  const people = personChoice(text.person[lang], text.personHelp[lang], labels);
  const page = openPage({
    id: 'managerCard',
    labels,
    lang,
    choices: [
      people,
      periodChoice(lang),
      // What a month is too short for: pass rates, losses, the time since an action.
      ownPeriodChoice('review', text.review[lang], text.reviewHelp[lang], labels, lang, LAST_90_DAYS),
      pipelineChoice(lang, true),
    ],
    widths: [220, 100, 95, 115, 100, 100, 100, 100, 100, 100, 100],
  });
  const numbers = askNumbers(page);
  const deals = askDeals(page);
  const funnel = askFunnel(page);
  const actions = askActions(page);
  page.tiles('tiles', cardTiles(page, numbers, deals), SPANS);
  page.block(COMPARE_ROWS, (row) => compareBlock(page, numbers, row), 2);
  const pictures = page.chartRow(300);
  page.block(listRows({ lines: funnel.lines, hint: '' }), (row) => stageList(page, funnel, row), 2);
  page.block(listRows({ lines: LARGEST_LINES }), (row) => largestDeals(page, deals, row), 1);
  page.block(listRows({ lines: STUCK_LINES, hint: '' }), (row) => stuckDeals(page, deals, row), 2);
  page.block(listRows({ lines: LOSS_LINES, hint: '' }), (row) => lossList(page, deals, row), 2);
  page.block(ACTION_ROWS, (row) => actionsBlock(page, actions, row));
  page.block(AGREED_ROWS, (row) => agreedBlock(page, people.list?.values ?? [], row), 2);
  drawStages(page, funnel, pictures);
  return page.sheet();
}
