import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What must become of each row of the moved orders, worked out here a second time from the rule's own
 * words (docs and demo/README.md) and from nothing of the product: no parser, no mapper, no SQL of it.
 */
export type Expected = {
  id: string;
  pence: number;
  occurredAt: string;
  partner: string;
  promotion: string;
  status: 'applied' | 'held' | 'rejected';
  reason: string | null;
  /** Of a return: the order it gives back. */
  order: string | null;
};

type Order = { id: string; occurredAt: string; customer: string; pence: number; partner: string; promotion: string };

function pence(text: string): number {
  const digits = text.replace('.', '').replace('-', '');
  return text.startsWith('-') ? -Number(digits) : Number(digits);
}

/** The file has no quotes and no commas in its cells; were that to change, the totals would show it. */
function readOrders(localDir: string): Order[] {
  const [head = '', ...lines] = readFileSync(path.join(localDir, 'demo-orders.csv'), 'utf8').trim().split(/\r?\n/);
  const at = (line: string, name: string) => line.split(',')[head.split(',').indexOf(name)] ?? '';
  const orders = lines.map((line) => ({
    id: at(line, 'order_id'),
    occurredAt: at(line, 'occurred_at'),
    customer: at(line, 'customer_id'),
    pence: pence(at(line, 'amount')),
    partner: at(line, 'partner_code'),
    promotion: at(line, 'promotion_code'),
  }));
  return orders.sort((a, b) => (a.occurredAt + a.id < b.occurredAt + b.id ? -1 : 1));
}

/** Judges rows one by one in order of time, then id; a return takes the latest order with enough left. */
export function expectedFates(localDir: string): Expected[] {
  const ordersOf = new Map<string, { id: string; left: number }[]>();
  return readOrders(localDir).map((order): Expected => {
    const end = (status: Expected['status'], reason: string | null, matched: string | null = null): Expected => {
      const { id, pence: amount, occurredAt, partner, promotion } = order;
      return { id, pence: amount, occurredAt, partner, promotion, status, reason, order: matched };
    };
    if (order.id.startsWith('A')) return end('rejected', 'not_an_order');
    if (order.pence === 0) return end('rejected', 'zero_amount');
    const earlier = ordersOf.get(order.customer) ?? [];
    if (!order.id.startsWith('C')) {
      ordersOf.set(order.customer, [...earlier, { id: order.id, left: order.pence }]);
      return end('applied', null);
    }
    if (order.customer === '') return end('held', 'no_customer');
    const match = earlier.findLast(({ left }) => left >= -order.pence);
    if (match === undefined) return end('held', 'no_order_with_enough_left');
    match.left += order.pence;
    return end('applied', null, match.id);
  });
}

/** Orders and what is left of them by promotion (a code is the partner's, a hyphen, the promotion's). */
export function expectedPromotions(localDir: string): Map<string, { orders: number; pence: number }> {
  const rows = expectedFates(localDir).filter(({ status }) => status === 'applied');
  const promotionOf = new Map(rows.map(({ id, promotion }) => [id, promotion.split('-').at(-1) ?? '']));
  const sums = new Map<string, { orders: number; pence: number }>();
  for (const { id, order, pence: amount } of rows) {
    const name = promotionOf.get(order ?? id) ?? '';
    const sum = sums.get(name) ?? { orders: 0, pence: 0 };
    sums.set(name, { orders: sum.orders + (order === null ? 1 : 0), pence: sum.pence + amount });
  }
  sums.delete('');
  return sums;
}
