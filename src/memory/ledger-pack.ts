// An approved month as text and back, exactly, with the portal it is of: numbers of one portal never correct those of another.
import { KpiError } from '../errors';
import type { ApprovedMonth, LedgerLine } from './ledger';

export interface PortalMonth {
  readonly portal: string;
  readonly approved: ApprovedMonth;
}

const FORMAT = 'b24ledger 1';
type Row = readonly [dealId: number, title: string, managerId: number, closeDay: number, amount: number, month: string];

export function packMonth({ portal, approved }: PortalMonth): string {
  const lines = approved.lines.map(({ dealId, title, managerId, closeDay, amount, month }): Row => {
    return [dealId, title, managerId, closeDay, amount, month];
  });
  return JSON.stringify({ format: FORMAT, portal, approved: { ...approved, lines } });
}

/** KpiError('data', 'ledgerDamaged') for anything that `packMonth` did not write. */
export function unpackMonth(text: string): PortalMonth {
  try {
    const { format, portal, approved } = JSON.parse(text) as {
      format: unknown;
      portal: string;
      approved: Omit<ApprovedMonth, 'lines'> & { lines: Row[] };
    };
    if (format !== FORMAT) throw new Error('another format');
    const lines = approved.lines.map(([dealId, title, managerId, closeDay, amount, month]): LedgerLine => {
      return { dealId, title, managerId, closeDay, amount, month };
    });
    return { portal, approved: { ...approved, lines } };
  } catch {
    throw new KpiError('data', 'ledgerDamaged');
  }
}
