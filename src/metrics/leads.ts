// M10: leads created, converted and refused in the period. A lead belongs to a person, not to a pipeline.
import { type Facts, LOST, NO_DAY, OPEN, WON } from '../facts/facts';
import { ratio } from '../stats';
import { type Grouping, personGroups } from './grouping';
import type { Slice } from './slice';

export interface LeadTotals {
  readonly created: number;
  readonly converted: number;
  readonly junk: number;
}

type LeadPopulation = keyof LeadTotals | 'closed';

/** Totals of each group of people; pipelines do not matter. */
export function leadTotals(facts: Facts<'leads'>, slice: Slice, grouping: Grouping | null = null): LeadTotals[] {
  const { leads } = facts;
  const groups = personGroups(facts, leads.manager, slice, grouping);
  const totals = Array.from({ length: grouping?.count ?? 1 }, () => ({ created: 0, converted: 0, junk: 0 }));
  for (let row = 0; row < leads.count; row++) {
    const total = totals[groups[row] ?? -1];
    if (total === undefined) continue;
    for (const which of ['created', 'converted', 'junk'] as const) if (belongs(facts, row, slice, which)) total[which]++;
  }
  return totals;
}

/** Rows of `LeadFacts` behind a number, ascending. */
export function leadRows(facts: Facts<'leads'>, slice: Slice, which: LeadPopulation): number[] {
  const groups = personGroups(facts, facts.leads.manager, slice, null);
  return [...groups.keys()].filter((row) => groups[row] === 0 && belongs(facts, row, slice, which));
}

/** converted / (converted + junk). */
export function leadConversion({ converted, junk }: LeadTotals): number | null {
  return ratio(converted, converted + junk);
}

function belongs({ leads }: Facts<'leads'>, row: number, { period }: Slice, which: LeadPopulation): boolean {
  const state = leads.state[row] ?? OPEN;
  const day = (which === 'created' ? leads.createdDay[row] : leads.closeDay[row]) ?? NO_DAY;
  if (day === NO_DAY || day < period.start || day > period.end) return false;
  if (which === 'converted') return state === WON;
  return which === 'junk' ? state === LOST : true;
}
