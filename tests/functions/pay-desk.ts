// The worked example with pay switched on, and what may be approved of it.
import type { FactTables } from '../../src/facts/facts';
import { CHANGE_KINDS } from '../../src/facts/side-tables';
import type { BonusScheme } from '../../src/inputs/bonus-scheme';
import type { ApprovedMonth, LedgerLine, Statement } from '../../src/memory/ledger';
import { goldenInputs } from '../golden-inputs';
import { goldenFacts } from '../golden-kpi';
import { askGolden, type Desk } from './golden-desk';

const [first] = goldenInputs.bonusSchemes;
if (!first) throw new Error('the example has no scheme');
export const scheme: BonusScheme = first;
const visible = { ...goldenInputs.settings, payVisible: true };

/** A desk whose only scheme, the company's, differs from the example's. */
export function payDesk(change: Partial<BonusScheme> = {}, desk: Desk = {}): Desk {
  return { ...desk, inputs: { bonusSchemes: [{ ...scheme, ...change }], settings: visible, ...desk.inputs } };
}

export const askPay = (name: string, args: readonly unknown[], desk: Desk = payDesk()): unknown => askGolden(name, args, desk);

/** The month of the example. */
export const MAY = '2025-05';

/** B24_BONUS of somebody: the whole of it or a part. */
export const bonusOf = (who: unknown, part: unknown = '', desk: Desk = payDesk(), period: unknown = MAY): unknown =>
  askPay('B24_BONUS', [period, who, '', part], desk);

/** The facts of the example with some cells of deals changed: `change` gives them by id of the deal. */
export function changedFacts(
  change: Readonly<Record<number, { amount?: number; state?: number; payee?: number; closeDay?: number }>>,
): FactTables {
  const facts = goldenFacts();
  const deals = {
    ...facts.deals,
    amount: facts.deals.amount.slice(),
    state: facts.deals.state.slice(),
    closeDay: facts.deals.closeDay.slice(),
  };
  const payee = facts.payees.payee.slice();
  for (const [id, to] of Object.entries(change)) {
    const row = deals.id.indexOf(Number(id));
    if (to.amount !== undefined) deals.amount[row] = to.amount * 100;
    if (to.state !== undefined) deals.state[row] = to.state;
    if (to.closeDay !== undefined) deals.closeDay[row] = to.closeDay;
    if (to.payee !== undefined) payee[row] = to.payee;
  }
  return { ...facts, deals, payees: { payee } };
}

/** The facts after a load saw these deals disappear. */
export function withoutDeals(facts: FactTables, ...ids: readonly number[]): FactTables {
  const filled = (value: number) => new Int32Array(ids.length).fill(value);
  const kept = facts.deals.id.filter((id) => !ids.includes(id));
  if (kept.length !== facts.deals.id.length) throw new Error('only deals that are not in the facts can be remembered as gone');
  return {
    ...facts,
    changes: {
      ...facts.changes,
      count: ids.length,
      deal: Float64Array.from(ids),
      row: filled(-1),
      kind: filled(CHANGE_KINDS.indexOf('gone')),
    },
  };
}

export const statement = (managerId: number, change: Partial<Statement> = {}): Statement => ({
  managerId,
  name: `Менеджер ${managerId}`,
  scheme,
  plan: null,
  score: null,
  active: true,
  ...change,
});

export function approvedMonth(month: string, lines: readonly LedgerLine[], statements: readonly Statement[]): ApprovedMonth {
  return { month, approvedAt: 0, approvedBy: 'head@example.ru', lines, statements };
}
