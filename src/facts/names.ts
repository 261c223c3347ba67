// What has a name in the records: read before the facts are derived, because settings that facts depend on are typed by these names.
import { dayOf } from '../period';
import type { Records } from '../raw/records';
import type { FactContext } from './context';
import { directories } from './directories';
import type { Labels } from './facts';
import { formerCategories, formerOwners, knownMemory } from './memory';
import { people } from './people';
import { population } from './population';
import type { Directories } from './side-tables';
import { stageDirectory } from './stages';

export interface RecordNames {
  readonly labels: Pick<Labels, 'pipelines' | 'managers' | 'departments' | 'zone' | 'lang' | 'asOfDay'>;
  readonly codes: Directories;
}

/** The names as the labels and directories of the facts will have them. */
export function recordNames(records: Records, context: Pick<FactContext, 'zone' | 'lang' | 'asOf' | 'memory'>): RecordNames {
  const { zone, lang, asOf } = context;
  const memory = knownMemory(context);
  const duties = {
    deals: population(records.deals, asOf),
    leads: records.leads,
    activities: records.activities,
    former: formerOwners(memory),
  };
  const { managers, departments } = people(duties, records.users, records.departments, lang);
  const { pipelines } = stageDirectory(records, {}, formerCategories(memory));
  return { labels: { pipelines, managers, departments, zone, lang, asOfDay: dayOf(asOf, zone) }, codes: directories(records, '') };
}
