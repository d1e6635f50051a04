import { describe, expect, it } from 'vitest';
import { toMinor } from '../../lib/money.ts';
import { endOf, isEventId, lineTotal, type Story, type StoryLine } from './brand-story-model.ts';

const arrived: Story = {
  event: {
    id: 'e',
    source: 'shop',
    external_id: '536365',
    kind: 'sale',
    order_ref: '536365',
    amount_minor: toMinor(13912),
    currency: 'GBP',
    occurred_at: '2026-11-20T10:00:00Z',
    country: 'GB',
    partner_code: null,
    promotion_code: null,
    click_id: null,
    status: 'received',
    reason: null,
    line: 2,
    received_at: '2026-11-20T11:00:00Z',
  },
  import: null,
  matched_event: null,
  conversion: null,
  credit: null,
  promotion: null,
  partnership: null,
  adjustments: [],
  lines: [],
  rule: null,
  can_review: false,
};
const conversion: NonNullable<Story['conversion']> = {
  id: 'c',
  event_id: 'e',
  order_ref: '536365',
  amount_minor: toMinor(13912),
  refunded_minor: toMinor(0),
  left_minor: toMinor(13912),
  currency: 'GBP',
  occurred_at: '2026-11-20T10:00:00Z',
  accrual_day: '2026-11-20',
  is_new_customer: true,
  status: 'pending',
  reject_reason: null,
  reviewed_at: null,
};
const partnership = { id: 'p', name: 'Mira Sol', type: 'influencer', code: 'MIRA', status: 'active' } as const;
const applied = { ...arrived, event: { ...arrived.event, status: 'applied' as const }, conversion };

function lineOf(amount: number): StoryLine {
  return {
    id: String(amount),
    kind: amount < 0 ? 'reversal' : 'commission',
    amount_minor: toMinor(amount),
    base_minor: toMinor(0),
    currency: 'GBP',
    occurred_at: '',
    accrual_day: '',
    final_on: '',
    state: 'pending',
  };
}

describe('endOf', () => {
  it.each<[string, Story, string]>([
    ['only arrived', arrived, 'waiting'],
    ['held', { ...arrived, event: { ...arrived.event, status: 'held', reason: 'no_customer' } }, 'held'],
    ['rejected', { ...arrived, event: { ...arrived.event, status: 'rejected', reason: 'zero_amount' } }, 'rejected'],
    ['an order of nobody', applied, 'organic'],
    ['an order of a partner', { ...applied, partnership }, 'credited'],
    [
      'a return of a partner order',
      { ...applied, partnership, matched_event: { id: 'o', external_id: '536300', occurred_at: '' } },
      'given_back',
    ],
  ])('%s', (_, story, end) => {
    expect(endOf(story)).toBe(end);
  });
});

describe('lineTotal', () => {
  it('is what is left after all that was taken back', () => {
    expect(lineTotal({ ...applied, lines: [lineOf(1113), lineOf(-400), lineOf(-713)] })).toBe(0);
    expect(lineTotal(applied)).toBe(0);
  });
});

describe('isEventId', () => {
  it.each([
    ['0b6e5a00-1111-4222-8333-444455556666', true],
    ['0B6E5A00-1111-4222-8333-444455556666', true],
    ['0b6e5a00111142228333444455556666', false],
    ['536365', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isEventId(text)).toBe(expected);
  });
});
