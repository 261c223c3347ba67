// What approved months were paid for, set against what the present facts say of them (R1).
import { minorUnits, units } from '../money';
import { addMonths } from '../period';
import type { ApprovedMonth, LedgerLine } from './ledger';

/** The month that corrections of all approved ones belong to: the one after the last of them; null when none is approved. */
export function correctedMonth(approved: readonly ApprovedMonth[]): string | null {
  const last = approved.reduce((latest, { month }) => (month > latest ? month : latest), '');
  return last === '' ? null : addMonths(last, 1);
}

/**
 * By month, deal and person: what `current` lines give for the approved months minus what all ledgers together hold for them. A deal that
 * is not in `current` any more gives 0. Lines of other months are left alone; what agrees to the kopeck gives no line. Amounts are in units of
 * the base currency, of either sign. Order: month, deal, person.
 */
export function corrections(approved: readonly ApprovedMonth[], current: readonly LedgerLine[]): LedgerLine[] {
  const months = new Map<string, Map<number, Due[]>>(approved.map(({ month }) => [month, new Map()]));
  const count = (line: LedgerLine, sign: 1 | -1): void => {
    const deals = months.get(line.month);
    if (deals === undefined) return;
    const minor = sign * minorUnits(line.amount);
    const people = deals.get(line.dealId);
    const known = people?.find((one) => one.line.managerId === line.managerId);
    if (known) known.minor += minor;
    else if (people) people.push({ line, minor });
    else deals.set(line.dealId, [{ line, minor }]);
  };
  // The first line met gives title and closing day: the present one where there is one.
  for (const line of current) count(line, 1);
  for (const { lines } of approved) for (const line of lines) count(line, -1);
  const due: LedgerLine[] = [];
  for (const deals of months.values()) {
    for (const people of deals.values()) for (const { line, minor } of people) if (minor !== 0) due.push({ ...line, amount: units(minor) });
  }
  return due.sort((a, b) => a.month.localeCompare(b.month) || a.dealId - b.dealId || a.managerId - b.managerId);
}

/** What one person is still owed for one deal of one month, or has too much of; minor units. */
interface Due {
  readonly line: LedgerLine;
  minor: number;
}
