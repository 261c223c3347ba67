// The second reading of R14, R16, M19 and M28–M35, from their text alone: dates are 'YYYY-MM-DD' texts, every day is looked at one by one.

export interface Span {
  readonly start: string;
  readonly end: string;
}

export interface OracleCalendar {
  readonly holidays: readonly string[];
  readonly extra: readonly string[];
}

/** All dates of a span. */
export function datesOf({ start, end }: Span): string[] {
  const dates: string[] = [];
  for (let day = start; day <= end; day = shifted(day, 1)) dates.push(day);
  return dates;
}

export function shifted(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** R14. */
export function isWorking(day: string, { holidays, extra }: OracleCalendar): boolean {
  const weekday = new Date(day).getUTCDay();
  return extra.includes(day) || (weekday !== 0 && weekday !== 6 && !holidays.includes(day));
}

export const workdaysOf = (span: Span, calendar: OracleCalendar) => datesOf(span).filter((day) => isWorking(day, calendar)).length;

/** R14: elapsed of the period; the asOf date counts or not. */
export function elapsedOf(span: Span, asOf: string, calendar: OracleCalendar, countToday: boolean) {
  const passed = datesOf(span).filter((day) => day < asOf || (countToday && day === asOf));
  const total = workdaysOf(span, calendar);
  const elapsed = passed.filter((day) => isWorking(day, calendar)).length;
  return { total, elapsed, remaining: total - elapsed, calendarTotal: datesOf(span).length, calendarElapsed: passed.length };
}

// ---- M28: targets -----------------------------------------------------------------------------------------------------

export interface OraclePlan extends Span {
  readonly target: number;
}

/** Which row each day of the period is planned by: the period's own, else the largest row inside it, else the smallest row around it. */
function rowOfDay(rows: readonly OraclePlan[], span: Span, day: string): OraclePlan | undefined {
  const own = rows.find((row) => row.start === span.start && row.end === span.end);
  if (own) return own;
  const holding = rows.filter((row) => row.start <= day && row.end >= day);
  const length = (row: Span) => datesOf(row).length;
  const inside = holding.filter((row) => row.start >= span.start && row.end <= span.end).sort((a, b) => length(b) - length(a));
  return inside[0] ?? holding.sort((a, b) => length(a) - length(b))[0];
}

/** A row gives its share of working days; all its days, all of it. */
export function additiveTarget(rows: readonly OraclePlan[], span: Span, calendar: OracleCalendar): number | null {
  const used = new Map<OraclePlan, string[]>();
  for (const day of datesOf(span)) {
    const row = rowOfDay(rows, span, day);
    if (row) used.set(row, [...(used.get(row) ?? []), day]);
  }
  if (used.size === 0) return null;
  return [...used].reduce((sum, [row, days]) => {
    const whole = workdaysOf(row, calendar);
    const shared = days.filter((day) => isWorking(day, calendar)).length;
    return sum + (days.length === datesOf(row).length ? row.target : whole === 0 ? 0 : (row.target * shared) / whole);
  }, 0);
}

/** Rates are never pro-rated or summed: the smallest row that holds the whole period, in full. */
export function wholeTarget(rows: readonly OraclePlan[], span: Span): number | null {
  const holding = rows.filter((row) => row.start <= span.start && row.end >= span.end);
  return holding.sort((a, b) => datesOf(a).length - datesOf(b).length)[0]?.target ?? null;
}

// ---- M29–M31 ----------------------------------------------------------------------------------------------------------

const over = (part: number | null, whole: number | null) => (part === null || whole === null || whole === 0 ? null : part / whole);

export function progressOf(
  target: number | null,
  fact: number | null,
  kind: { readonly additive: boolean; readonly less: boolean },
  days: ReturnType<typeof elapsedOf>,
) {
  const toDate = (passed: number, all: number) =>
    target === null ? null : kind.additive ? (all === 0 ? null : target * (passed / all)) : target;
  const planToDate = toDate(days.elapsed, days.total);
  const begun = !kind.additive || days.elapsed > 0;
  const ratio = !begun ? null : kind.less ? over(planToDate, fact) : over(fact, planToDate);
  const gap = target === null || fact === null || kind.less ? null : Math.max(0, target - fact);
  const runRate = kind.additive && fact !== null && days.elapsed >= 3 ? (fact / days.elapsed) * days.total : null;
  return {
    target,
    fact,
    attainment: over(fact, target),
    planToDate,
    planToDateCalendar: toDate(days.calendarElapsed, days.calendarTotal),
    deviation: fact === null || planToDate === null ? null : fact - planToDate,
    attainmentToDate: target === 0 ? null : ratio,
    runRate,
    runRateAttainment: over(runRate, target),
    gap,
    requiredPerDay: !kind.additive || gap === null ? null : gap === 0 ? 0 : over(gap, days.remaining),
  };
}

// ---- M33–M35 ----------------------------------------------------------------------------------------------------------

export interface OracleItem {
  readonly weight: number;
  readonly target: number;
  readonly direction: 'up' | 'down';
  readonly floor: number;
  readonly cap: number;
  readonly fact: number | null;
}

/** M35. */
export function scoreOf(items: readonly OracleItem[]): number | null {
  let points = 0;
  let weight = 0;
  let dropped = 0;
  for (const { fact, target, direction, floor, cap, weight: own } of items) {
    const a = direction === 'up' ? over(fact, target) : fact === null || fact <= 0 ? null : target / fact;
    if (a === null) {
      dropped += own;
      continue;
    }
    points += own * (a < floor ? 0 : Math.max(0, Math.min(cap, a)));
    weight += own;
  }
  // In whole millionths: 0.1 + 0.2 is not more than 0.3.
  return Math.round(dropped * 1e6) > Math.round(weight * 1e6) ? null : over(points, weight);
}

export interface OracleScheme {
  readonly fixed: number;
  readonly mode: 'marginal' | 'cliff';
  readonly tiers: readonly { readonly upTo: number | null; readonly rate: number }[];
  readonly threshold: number;
  readonly capTotal: number | null;
}

/** M34 without the multiplier, unrounded. */
export function payOf({ fixed, mode, tiers, threshold, capTotal }: OracleScheme, fact: number, plan: number | null) {
  const att = over(fact, plan);
  let variable = 0;
  if (att !== null && plan !== null && att >= threshold) {
    if (mode === 'cliff')
      variable = fact * ((tiers.find((tier) => tier.upTo === null || att <= tier.upTo) ?? tiers[tiers.length - 1])?.rate ?? 0);
    else {
      tiers.forEach(({ upTo, rate }, index) => {
        const low = (tiers[index - 1]?.upTo ?? 0) * plan;
        const high = upTo === null ? Number.POSITIVE_INFINITY : upTo * plan;
        // The part of the fact that lies in (low, high].
        variable += rate * Math.max(0, Math.min(fact, high) - low);
      });
    }
  }
  return { variable, total: Math.min(capTotal ?? Number.POSITIVE_INFINITY, fixed + variable) };
}
