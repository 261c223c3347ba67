// KPI sets that the panel edits, in «Наборы KPI», where people edit them as well; what schemes of pay come to.
import { KpiError } from '../errors';
import { directoryOf } from '../functions/directory';
import { metricName } from '../functions/metric-names';
import { type KpiSetForm, type PaySetup, paySetupOf } from '../functions/pay-setup';
import type { KpiItem } from '../inputs/kpi-set';
import { placedKpiSets } from '../inputs/read-plans';
import { headOf } from '../inputs/rows';
import type { ColumnKey } from '../inputs/sheets';
import { wordName } from '../inputs/words';
import { METRIC_IDS, metricOf } from '../metrics/catalogue';
import { factsSource } from './facts-source';
import { fileLang, openFile } from './file';
import { ensureInputSheet } from './input-layout';
import { inputSheets, readSheets, typedCells } from './input-sheets';
import { settleInputs, typedNow } from './typed-inputs';
import { appendRows, deleteRows, numberFormat, type TypedCell, writeColumn } from './typed-rows';

const MOST_ITEMS = 20;

/** KpiError('data', 'notLoaded') before the first load. */
export function openPaySetup(): PaySetup {
  const { labels, directories } = factsSource().load(['directories']);
  return paySetupOf(typedNow(directoryOf(labels, directories)), labels);
}

/**
 * Writes the set of one owner: metrics that stay keep their rows with what stands beside them, others go, new ones are appended. KpiError('argument', 'kpiSetRefused')
 * for a set that is none: an unknown owner or metric, a weight or target that is no positive number, a metric twice; nothing is written then.
 */
export function saveSet(form: KpiSetForm): PaySetup {
  const items = checkedItems(form);
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(10000)) throw new KpiError('settings', 'savingBusy');
  try {
    const { labels, directories } = factsSource().load(['directories']);
    const directory = directoryOf(labels, directories);
    const owner = ownerOf(form.owner, directory);
    const file = openFile();
    const lang = fileLang(file);
    const { sheet } = ensureInputSheet(file, 'kpiSets', inputSheets(file).get('kpiSets'), directory, lang);
    const read = readSheets(new Map([['kpiSets', sheet]])).get('kpiSets');
    const { headerRow, heads } = headOf('kpiSets', read?.values ?? []);
    const place = heads[headerRow];
    if (!read || !place) throw new KpiError('data', 'settingsHeader', { sheet: sheet.getName() });
    const sets = placedKpiSets({ cells: typedCells(new Map([['kpiSets', read]])), directory, complaints: [] });
    const own = sets.find((set) => set.owner.scope === owner.scope && set.owner.id === owner.id);
    const rowOf = (metric: string): number | undefined => own?.rows[own.items.findIndex((item) => item.metric === metric)];
    const cellsOf = (item: KpiItem): Record<ColumnKey<'kpiSets'>, TypedCell> => ({
      owner: form.owner,
      metric: metricName(METRIC_IDS.find((id) => id === item.metric) ?? 'wonSum', lang),
      weight: item.weight,
      target: item.target,
      direction: wordName(item.direction, lang),
      floor: item.floor,
      cap: item.cap,
    });
    const fresh: KpiItem[] = [];
    for (const item of items) {
      const row = rowOf(item.metric);
      if (row === undefined) fresh.push(item);
      else
        for (const [key, cell] of Object.entries(cellsOf(item)) as [ColumnKey<'kpiSets'>, TypedCell][])
          if (key !== 'owner' && key !== 'metric') writeColumn(sheet, place.get(key), row, [cell]);
    }
    const first = appendRows(read, place, fresh.map(cellsOf), (key, cells) => (key === 'target' ? numberFormat(cells) : '0.0%'));
    const column = place.get('target') ?? 0;
    fresh.forEach(({ metric, target }, at) => {
      sheet.getRange(first + at, column + 1).setNumberFormat(unitOf(metric) === 'share' ? '0.0%' : numberFormat([target]));
    });
    const gone = (own?.items ?? []).flatMap((item, at) =>
      items.some(({ metric }) => metric === item.metric) ? [] : (own?.rows[at] ?? []),
    );
    deleteRows(sheet, gone);
    SpreadsheetApp.flush();
    settleInputs();
    return openPaySetup();
  } finally {
    lock.releaseLock();
  }
}

const unitOf = (metric: string): string => metricOf(METRIC_IDS.find((id) => id === metric) ?? 'wonSum').unit;

function ownerOf(typed: unknown, directory: ReturnType<typeof directoryOf>): { scope: 'manager' | 'department'; id: number } {
  const manager = directory.manager(String(typed));
  if ('id' in manager) return { scope: 'manager', id: manager.id };
  const department = directory.department(String(typed));
  if ('id' in department) return { scope: 'department', id: department.id };
  throw new KpiError('argument', 'kpiSetRefused', { found: String(typed) });
}

function checkedItems(form: unknown): KpiItem[] {
  const { items } = (form ?? {}) as Partial<KpiSetForm>;
  const positive = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value > 0;
  const fits = (item: unknown): item is KpiItem => {
    const { metric, weight, target, direction, floor, cap } = (item ?? {}) as Partial<KpiItem>;
    return (
      METRIC_IDS.some((id) => id === metric) &&
      positive(weight) &&
      Number(weight) <= 1 &&
      positive(target) &&
      (direction === 'up' || direction === 'down') &&
      typeof floor === 'number' &&
      floor >= 0 &&
      positive(cap) &&
      floor <= Number(cap) &&
      Number(cap) <= 10
    );
  };
  const bad = Array.isArray(items) && items.length <= MOST_ITEMS ? items.find((item) => !fits(item)) : form;
  if (bad !== undefined || !items)
    throw new KpiError('argument', 'kpiSetRefused', { found: String((bad as Partial<KpiItem> | undefined)?.metric ?? '') });
  if (new Set(items.map(({ metric }) => metric)).size < items.length)
    throw new KpiError('argument', 'kpiSetRefused', { found: items[0]?.metric ?? '' });
  return [...items];
}
