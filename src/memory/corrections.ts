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
  const months = new Set(approved.map(({ month }) => month));
  const due = new Map<string, { readonly line: LedgerLine; minor: number }>();
  const count = (line: LedgerLine, sign: 1 | -1): void => {
    const key = `${line.month} ${line.dealId} ${line.managerId}`;
    const known = due.get(key);
    if (known) known.minor += sign * minorUnits(line.amount);
    else due.set(key, { line, minor: sign * minorUnits(line.amount) });
  };
  // The first line met gives title and closing day: the present one where there is one.
  for (const line of current) if (months.has(line.month)) count(line, 1);
  for (const { lines } of approved) for (const line of lines) count(line, -1);
  return [...due.values()]
    .flatMap(({ line, minor }) => (minor === 0 ? [] : [{ ...line, amount: units(minor) }]))
    .sort((a, b) => a.month.localeCompare(b.month) || a.dealId - b.dealId || a.managerId - b.managerId);
}
