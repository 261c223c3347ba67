// KPI sets and schemes of pay as the panel shows them: by names, with what a scheme pays at some attainments (M34, M35). JSON only.
import type { Labels } from '../facts/facts';
import type { KpiItem } from '../inputs/kpi-set';
import type { TypedInputs } from '../inputs/sheet';
import { bonusOf } from '../metrics/bonus';
import { METRIC_IDS, type MetricUnit, metricOf } from '../metrics/catalogue';
import { personName } from './arguments/who';
import { metricName } from './metric-names';

export interface KpiSetForm {
  /** As «Наборы KPI» understands it: a manager or a department. */
  readonly owner: string;
  readonly items: readonly KpiItem[];
}

export interface SchemeExample {
  readonly name: string;
  /** Plan that the examples stand on: what schemes are usually talked about. */
  readonly plan: number;
  /** Attainment (a fraction) and what is paid in all. */
  readonly paid: readonly { readonly attainment: number; readonly total: number }[];
}

export interface PaySetup {
  readonly lang: 'ru' | 'en';
  readonly currency: string;
  /** Whether pay is shown in this file at all (D13). */
  readonly payVisible: boolean;
  readonly metrics: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: MetricUnit;
    readonly better: 'more' | 'less' | null;
  }[];
  readonly owners: readonly string[];
  readonly sets: readonly KpiSetForm[];
  readonly schemes: readonly SchemeExample[];
}

const EXAMPLE_PLAN = 1_000_000;
const EXAMPLE_ATTAINMENTS = [0.5, 0.8, 0.92, 1, 1.2] as const;

export function paySetupOf({ inputs }: TypedInputs, labels: Labels): PaySetup {
  const { lang, managers, departments } = labels;
  return {
    lang,
    currency: labels.baseCurrency,
    payVisible: inputs.settings.payVisible,
    metrics: METRIC_IDS.map((id) => ({ id, name: metricName(id, lang), unit: metricOf(id).unit, better: metricOf(id).better })),
    owners: [
      ...managers.flatMap(({ active, hasDeals }, at) => (at > 0 && active && hasDeals ? personName(labels, at) : [])),
      ...departments.map(({ name }) => name),
    ],
    sets: inputs.kpiSets.map(({ owner, items }) => ({ owner: kpiOwnerName(owner, labels), items })),
    // What is paid is seen only where pay is.
    schemes: inputs.settings.payVisible
      ? inputs.bonusSchemes.map((scheme) => ({
          name: scheme.name,
          plan: EXAMPLE_PLAN,
          paid: EXAMPLE_ATTAINMENTS.map((attainment) => {
            const fact = EXAMPLE_PLAN * attainment;
            return { attainment, total: bonusOf(scheme, { fact, plan: EXAMPLE_PLAN, score: 1, active: true }).total };
          }),
        }))
      : [],
  };
}

export function kpiOwnerName({ scope, id }: { readonly scope: 'manager' | 'department'; readonly id: number }, labels: Labels): string {
  if (scope === 'manager')
    return personName(
      labels,
      Math.max(
        0,
        labels.managers.findIndex((one) => one.id === id),
      ),
    );
  return labels.departments.find((one) => one.id === id)?.name ?? String(id);
}
