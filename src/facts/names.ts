// What has a name in the records: read before the facts are derived, because settings that facts depend on are typed by these names.
import { dayOf } from '../period';
import type { Records } from '../raw/records';
import type { FactContext } from './context';
import { directories } from './directories';
import type { Labels } from './facts';
import { people } from './people';
import { population } from './population';
import type { Directories } from './side-tables';
import { stageDirectory } from './stages';

export interface RecordNames {
  readonly labels: Pick<Labels, 'pipelines' | 'managers' | 'departments' | 'zone' | 'lang' | 'asOfDay'>;
  readonly codes: Directories;
}

/** The names as the labels and directories of the facts will have them. */
export function recordNames(records: Records, { zone, lang, asOf }: Pick<FactContext, 'zone' | 'lang' | 'asOf'>): RecordNames {
  const duties = { deals: population(records.deals, asOf), leads: records.leads, activities: records.activities };
  const { managers, departments } = people(duties, records.users, records.departments, lang);
  const { pipelines } = stageDirectory(records, {});
  return { labels: { pipelines, managers, departments, zone, lang, asOfDay: dayOf(asOf, zone) }, codes: directories(records, '') };
}
