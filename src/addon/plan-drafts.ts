// Plans that a person typed and did not save survive closing the window: they lie with the person, by file, year, metric and scope.
import { type PlanQuestion, plannedMetric } from '../functions/plan-editor';
import { compressed, decompressed } from './compress';
import { openFile } from './file';
import type { DraftCell } from './server-api';

/** A property holds 9 KB. */
const MOST_TEXT = 8500;

/** What was typed; an empty list forgets it. A draft too large to be kept is not: the plans themselves are never touched here. */
export function keepPlanDraft(asked: PlanQuestion, cells: readonly DraftCell[]): void {
  const own = PropertiesService.getUserProperties();
  const text = Array.isArray(cells) && cells.length > 0 ? compressed(JSON.stringify(cells)) : '';
  if (text === '' || text.length > MOST_TEXT) own.deleteProperty(keyOf(asked));
  else own.setProperty(keyOf(asked), text);
}

export function keptPlanDraft(asked: PlanQuestion): DraftCell[] {
  const text = PropertiesService.getUserProperties().getProperty(keyOf(asked));
  if (!text) return [];
  try {
    const cells = JSON.parse(decompressed(text)) as unknown;
    return Array.isArray(cells) ? (cells as DraftCell[]) : [];
  } catch {
    return [];
  }
}

function keyOf({ year, metric, scope }: PlanQuestion): string {
  return `b24.draft ${openFile().getId()} ${year} ${plannedMetric(metric)} ${scope}`;
}
