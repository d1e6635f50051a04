/** A row of an import, as the portal's mapper hands it to `apply_import_rows`. */
export type ImportRow = {
  row: number;
  line: number;
  external_id: string;
  kind: 'sale' | 'refund';
  order_ref: string | null;
  amount_minor: number;
  currency: 'GBP';
  occurred_at: string;
  customer_id: string;
  country: string;
  partner_code: string | null;
};

/** Every so many rows one is a return of the whole order before it. */
const RETURN_EVERY = 20;

/**
 * New orders, a minute apart in the hours before now, for the partners in turn. `batch` keeps the ids of one
 * file apart from those of another.
 */
export function makeOrders(batch: string, count: number, codes: readonly string[]): ImportRow[] {
  const begin = Date.now() - (count + 60) * 60_000;
  return Array.from({ length: count }, (_, at) => {
    const isReturn = at % RETURN_EVERY === RETURN_EVERY - 1;
    const order = isReturn ? at - 1 : at;
    const amount = 1000 + ((order * 7919) % 20_000);
    return {
      row: at + 1,
      line: at + 2,
      external_id: `${batch}-${at}`,
      kind: isReturn ? 'refund' : 'sale',
      order_ref: isReturn ? null : `${batch}-${at}`,
      amount_minor: isReturn ? -amount : amount,
      currency: 'GBP',
      occurred_at: new Date(begin + at * 60_000).toISOString(),
      customer_id: `customer ${batch} ${order}`,
      country: 'DE',
      partner_code: isReturn ? null : (codes[order % codes.length] ?? null),
    };
  });
}
