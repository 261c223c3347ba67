// KPI sets and schemes of pay as the panel shows them: by names (M34, M35). JSON only.
import type { Labels } from '../facts/facts';
import type { BonusAssignment, BonusScheme } from '../inputs/bonus-scheme';
import type { KpiItem } from '../inputs/kpi-set';
import { complaintText } from '../inputs/read';
import type { TypedInputs } from '../inputs/sheet';
import { wordName } from '../inputs/words';
import { payWords } from '../locale/pay-words';
import { METRIC_IDS, type MetricUnit, metricOf } from '../metrics/catalogue';
import { baseOf } from '../metrics/pay';
import { personName } from './arguments/who';
import { metricName } from './metric-names';
import { ownerName } from './plan-editor';

export interface KpiSetForm {
  /** As «Наборы KPI» understands it: a manager or a department. */
  readonly owner: string;
  readonly items: readonly KpiItem[];
}

/** A scheme of pay with whom it is for, by names that «Схема мотивации» understands. */
export interface SchemeForm extends BonusScheme {
  readonly owners: readonly string[];
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
  /** Metrics that rates can be paid of. */
  readonly bases: readonly string[];
  readonly owners: readonly string[];
  /** The word for everybody. */
  readonly everybody: string;
  readonly sets: readonly KpiSetForm[];
  /** Nothing while pay is not shown. */
  readonly schemes: readonly SchemeForm[];
  /** What cannot be read in «Схема мотивации», a sentence each. */
  readonly schemeFaults: readonly string[];
}

export function paySetupOf({ inputs, complaints }: TypedInputs, labels: Labels): PaySetup {
  const { lang, managers, departments } = labels;
  const { payVisible } = inputs.settings;
  const unread = complaints.filter(({ sheet, level }) => payVisible && sheet === 'bonusSchemes' && level === 'error');
  return {
    lang,
    currency: labels.baseCurrency,
    payVisible,
    metrics: METRIC_IDS.map((id) => ({ id, name: metricName(id, lang), unit: metricOf(id).unit, better: metricOf(id).better })),
    bases: METRIC_IDS.filter((id) => baseOf({ base: id }) !== null),
    owners: [
      ...managers.flatMap(({ active, hasDeals }, at) => (at > 0 && active && hasDeals ? personName(labels, at) : [])),
      ...departments.map(({ id }) => ownerName('department', id, labels)),
    ],
    everybody: wordName('everybody', lang),
    sets: inputs.kpiSets.map(({ owner, items }) => ({ owner: ownerName(owner.scope, owner.id, labels), items })),
    schemes: payVisible ? inputs.bonusSchemes.map((scheme) => schemeForm(scheme, inputs.bonusAssignments, labels)) : [],
    schemeFaults: unread.map((complaint) => `${payWords.row[lang]} ${complaint.row}. ${complaintText(complaint, lang)}`),
  };
}

/** The scheme as the panel shows it. */
export function schemeForm(scheme: BonusScheme, assignments: readonly BonusAssignment[], labels: Labels): SchemeForm {
  const own = assignments.filter((one) => one.scheme === scheme.name);
  return { ...scheme, owners: own.map(({ owner: { scope, id } }) => ownerName(scope, id, labels) || wordName('everybody', labels.lang)) };
}
