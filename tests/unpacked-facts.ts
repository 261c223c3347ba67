// Facts as a formula reads them: every table from its own text.
import type { FactTables } from '../src/facts/facts';
import { unpackStays, unpackTable } from '../src/facts/pack';

export function unpackedFacts(texts: Readonly<Record<string, string>>): FactTables {
  const read = <N extends Exclude<keyof FactTables, 'stays'>>(name: N): FactTables[N] => unpackTable(name, texts[name] ?? '');
  return {
    labels: read('labels'),
    deals: read('deals'),
    cycles: read('cycles'),
    journeys: read('journeys'),
    stays: unpackStays(Object.fromEntries(Object.entries(texts).filter(([name]) => name.startsWith('stays/')))),
    cards: read('cards'),
    origins: read('origins'),
    utm: read('utm'),
    losses: read('losses'),
    lines: read('lines'),
    steps: read('steps'),
    paces: read('paces'),
    leads: read('leads'),
    activities: read('activities'),
    responses: read('responses'),
    directories: read('directories'),
    clients: read('clients'),
    changes: read('changes'),
    payees: read('payees'),
    backs: read('backs'),
  };
}
