// R8: the amount of a deal in minor units of the base currency.
import { convertedMinor } from '../money';
import { monthOf } from '../period';
import type { Currency, Deal } from '../raw/records';
import { type FactSettings, NO_DAY } from './facts';

export interface Amounts {
  readonly baseCurrency: string;
  /** Rounded once per deal; NaN = the currency is unknown, never 1:1. Open deals take the rate of asOf's month. */
  readonly amountOf: (deal: Pick<Deal, 'opportunity' | 'currencyId'>, closeDay: number) => number;
}

/** Rates of a month's table go before the CRM's current ones. */
export function amounts(currencies: readonly Currency[], monthlyRates: FactSettings['monthlyRates'], asOfDay: number): Amounts {
  const baseCurrency = currencies.find((currency) => currency.base)?.code ?? '';
  const rates = new Map(currencies.map((currency) => [currency.code, currency.amount / (currency.count || 1)]));
  if (baseCurrency !== '') rates.set(baseCurrency, 1);
  const rateOf = (code: string, day: number): number | undefined =>
    (code === baseCurrency ? undefined : monthlyRates[monthOf(day)]?.[code]) ?? rates.get(code);
  return {
    baseCurrency,
    amountOf: ({ opportunity, currencyId }, closeDay) => {
      const rate = rateOf(currencyId, closeDay === NO_DAY ? asOfDay : closeDay);
      return rate === undefined ? Number.NaN : convertedMinor(opportunity, rate);
    },
  };
}
