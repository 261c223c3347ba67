// The demo company, for tests: what is planted in it, and what the product and the second reading of the definitions make of it.
import { demoPortal } from '../../local/demo-data/demo-portal';
import { DEMO_SCALE } from '../fuzz';
import { instant, type PortalFile, recordsFromPortal } from '../records-from-portal';
import { factsOf } from './against-oracle';
import * as oracle from './oracle';

export const NO_SETTINGS: oracle.OracleSettings = {
  closeDateSource: 'history',
  misclickSeconds: 60,
  junkStages: [],
  stageAliases: {},
  monthlyRates: {},
  lossReasonField: '',
};

/** Takes seconds: to be made once, and only when a test needs it. */
export function demoCompany() {
  const { data, planted } = demoPortal({ lang: 'en', now: Date.parse('2025-11-24T14:20:00+03:00'), scale: DEMO_SCALE });
  const file: PortalFile = JSON.parse(JSON.stringify(data));
  // Leads have a history of their own in the file; its rows name a status instead of a stage.
  const stageHistory = file['stageHistory']?.filter((row) => 'STAGE_ID' in row);
  const world = {
    records: recordsFromPortal({ ...file, stageHistory }),
    settings: NO_SETTINGS,
    timeZone: 'Europe/Moscow',
    asOf: instant(planted.now),
  };
  const whole = { start: planted.from.slice(0, 10), end: planted.now.slice(0, 10), managers: null, pipelines: null };
  return { planted, world, whole, facts: factsOf(world), told: oracle.tell(world) };
}
