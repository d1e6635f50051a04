import { describe, expect, it } from 'vitest';
import type { EventRow } from '../../../data/insights/brand-events-model.ts';
import { toMinor } from '../../../lib/money.ts';
import { eventCells } from './event-cells.ts';

const sale: EventRow = {
  id: 'e',
  source: 'shop',
  external_id: '536365',
  kind: 'sale',
  order_ref: '536365',
  amount_minor: toMinor(13912),
  currency: 'GBP',
  occurred_at: '2026-07-01T23:26:05+00:00',
  day: '2026-07-02',
  country: 'GB',
  partner_code: 'MIRA',
  promotion_code: null,
  promotion: null,
  status: 'applied',
  reason: null,
  partnership_id: 'p',
  partner_name: 'Mira Sol',
  conversion_status: 'pending',
};
const words = { kind: String, status: String, reason: (reason: string) => `because ${reason}`, organic: 'Organic' };
const london = { zone: 'Europe/London', exponent: 2 };

describe('eventCells', () => {
  it('says the time in the program zone and in UTC, and the amount with a point', () => {
    expect(eventCells(sale, london, words)).toEqual([
      '536365',
      '536365',
      '2026-07-02 00:26:05',
      '2026-07-01T23:26:05.000Z',
      'sale',
      '139.12',
      'applied',
      null,
      'Mira Sol',
      'MIRA',
      null,
      'GB',
      'shop',
    ]);
  });

  it.each([
    ['organic', { partner_name: null, partnership_id: null }, null, 'Organic'],
    ['held', { status: 'held' as const, reason: 'no_customer', partner_name: null }, 'because no_customer', null],
  ])('%s', (_, change, reason, partner) => {
    const cells = eventCells({ ...sale, ...change }, london, words);
    expect([cells[7], cells[8]]).toEqual([reason, partner]);
  });
});
