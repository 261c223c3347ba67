// Currencies with today's rates: crm.currency.list. Rates of the day of a deal are not given by REST (bitrix24-rest 5.9).
import { directory } from './directory';
import type { EntitySpec } from './entity';
import { amount, code, flag, itemOf } from './fields';
import type { Currency } from './records';

export const currencySpec: EntitySpec<Currency> = {
  ...directory,
  method: 'crm.currency.list',
  idField: 'CURRENCY',
  decode: (value) => {
    const item = itemOf(value, 'currencies');
    return {
      code: code(item, 'CURRENCY', 'currencies'),
      amount: amount(item, 'AMOUNT', 'currencies'),
      count: amount(item, 'AMOUNT_CNT', 'currencies') || 1,
      base: flag(item, 'BASE', 'currencies'),
    };
  },
  key: (currency) => currency.code,
  columns: { code: 'text', amount: 'float', count: 'float', base: 'flag' },
};
