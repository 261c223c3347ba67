// What a plan is compared with, in grey under its cell.
import type { JSX } from 'preact';
import type { PlanLine, PlanTable } from '../functions/plan-editor';
import { pastFacts, shortNumber, shownNumber } from './plan-model';
import type { PlanWords } from './plan-words';

interface FactsProps {
  readonly owner: PlanLine;
  /** 0…11 of the table's year. */
  readonly month: number;
  readonly table: PlanTable;
  readonly text: PlanWords;
}

const SHORT_MONTH = 3;

/** Short, one below the other: «2025: 1,2 млн», «окт: 900 тыс.»; exact in the tip. */
export function PastFacts({ owner, month, table, text }: FactsProps): JSX.Element {
  const { unit, lang } = table;
  const facts = pastFacts(table, owner, month);
  return (
    <small title={facts.map(({ month, year, value }) => `${month} ${year}: ${shownNumber(value, unit, lang)}`).join('\n')}>
      {facts.map(({ kind, month, year, value }) => (
        <span key={kind}>
          {kind === 'fact' ? `${text.fact} ` : kind === 'lastYear' ? `${year}: ` : `${month.slice(0, SHORT_MONTH)}: `}
          {shortNumber(value, unit, lang)}
        </span>
      ))}
    </small>
  );
}
