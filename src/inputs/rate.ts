// Rates as typed in «Курсы» (R8): what one unit of a currency was worth in a month.

export interface Rate {
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly currency: string;
  /** Base currency per unit. */
  readonly value: number;
}

/** Rates by month and currency, as the facts take them; of two rows of one month and currency the later one holds. */
export function monthlyRates(rates: readonly Rate[]): Record<string, Record<string, number>> {
  const byMonth: Record<string, Record<string, number>> = {};
  for (const { month, currency, value } of rates) byMonth[month] = { ...byMonth[month], [currency]: value };
  return byMonth;
}
