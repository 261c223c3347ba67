// The golden example comes through the portal as it stands in the file.
import { readFileSync } from 'node:fs';
import { readPortalFile } from '../../local/portal/portal-file';
import { type PortalFile, recordsFromPortal } from '../records-from-portal';
import { desk, load } from './drive';

const golden = JSON.parse(readFileSync(`${__dirname}/../golden/kpi-example/kpi-example.json`, 'utf8')) as {
  inputs: PortalFile;
};

it('the golden example arrives unchanged', () => {
  const { records } = load(desk(readPortalFile(golden)), { mode: 'full' });
  const { deals, leads, stageHistory, currencies, categories } = recordsFromPortal(golden.inputs);
  const plain = deals.filter((deal) => !deal.recurring);
  expect(
    records.deals.map(({ id, stageId, semantic, opportunity, createdTime, closedate }) => ({
      id,
      stageId,
      semantic,
      opportunity,
      createdTime,
      closedate,
    })),
  ).toEqual(
    plain.map(({ id, stageId, semantic, opportunity, createdTime, closedate }) => ({
      id,
      stageId,
      semantic,
      opportunity,
      createdTime,
      closedate,
    })),
  );
  expect(records.leads.map((lead) => lead.id)).toEqual(leads.map((lead) => lead.id));
  expect(records.stageHistory).toEqual(stageHistory);
  expect([records.currencies.length, records.categories]).toEqual([currencies.length, categories]);
});
