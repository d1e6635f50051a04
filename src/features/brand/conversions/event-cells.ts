import type { EventRow } from '../../../data/insights/brand-events-model.ts';
import { zonedText } from '../../../lib/dates.ts';
import { decimalText } from '../../../lib/money.ts';

/** How the list's codes are called in the reader's language. */
export type EventWords = {
  readonly kind: (kind: EventRow['kind']) => string;
  readonly status: (status: EventRow['status']) => string;
  readonly reason: (reason: string) => string;
  readonly organic: string;
};

type Where = { readonly zone: string; readonly exponent: number };

/** One event as a row of the file: the list's columns, with the codes it came with and its time in UTC. */
export function eventCells(row: EventRow, where: Where, words: EventWords): (string | null)[] {
  const isOrganic = row.status === 'applied' && row.partner_name === null;
  return [
    row.external_id,
    row.order_ref,
    zonedText(row.occurred_at, where.zone),
    new Date(row.occurred_at).toISOString(),
    words.kind(row.kind),
    decimalText(row.amount_minor, where.exponent),
    words.status(row.status),
    row.reason === null ? null : words.reason(row.reason),
    isOrganic ? words.organic : row.partner_name,
    row.partner_code,
    row.promotion_code,
    row.country,
    row.source,
  ];
}
