import { describe, expect, it } from 'vitest';
import type { Overview, OverviewMetric, OverviewTotals } from '../../../data/insights/brand-model.ts';
import { toMinor } from '../../../lib/money.ts';
import { type OverviewWords, overviewRows } from './overview-table.ts';
import { trendOf } from './trend.ts';

const gbp = { code: 'GBP', exponent: 2 };

function totals(revenue: number, organic: number): OverviewTotals {
  return {
    partner_revenue_minor: toMinor(revenue),
    organic_revenue_minor: toMinor(organic),
    commission_minor: toMinor(revenue / 10),
    conversions: 4,
    clicks: 0,
    new_customers: 1,
  };
}

function dayOf(day: string, partner_type: 'b2b' | 'app' | null, revenue: number) {
  const money = toMinor(revenue);
  return {
    day,
    partner_type,
    revenue_minor: money,
    commission_minor: money,
    conversions: 2,
    clicks: 0,
    new_customers: 0,
  };
}

const overview: Overview = {
  as_of: '2026-11-22T10:42:00Z',
  today: '2026-11-22',
  from: '2026-11-21',
  to: '2026-11-22',
  totals: totals(3000, 1000),
  compare: { from: '2026-11-19', to: '2026-11-20', totals: totals(1000, 1000) },
  pending_commission_minor: toMinor(120),
  active_partners: 118,
  all_partners: 120,
  days: [
    dayOf('2026-11-21', 'b2b', 2500),
    dayOf('2026-11-22', 'app', -500),
    dayOf('2026-11-22', 'b2b', 1000),
    dayOf('2026-11-22', null, 1000),
  ],
  uncounted: {},
  month: '2026-11-01',
  top: [
    {
      partnership_id: 'p',
      partner_name: 'Wohnlicht',
      partner_type: 'b2b',
      code: 'WOHN',
      status: 'active',
      revenue_minor: toMinor(3841210),
      accrued_minor: toMinor(1),
      previous_revenue_minor: toMinor(5),
    },
  ],
  held: [{ reason: 'no_customer', events: 182, amount_minor: toMinor(-28_547_040) }],
};

const words: OverviewWords = {
  figures: 'Figures',
  trend: 'Revenue by day',
  top: 'Top',
  held: 'Held',
  partnerRevenue: 'Partner revenue',
  allRevenue: 'All revenue',
  share: 'Share',
  conversions: 'Conversions',
  commission: 'Commission',
  commissionRate: 'Commission rate',
  pending: 'Pending',
  newCustomers: 'New customers',
  newCustomerRate: 'New rate',
  activePartners: 'Active',
  allPartners: 'All partners',
  total: 'Total',
  events: 'events',
  group: (group) => group.types.join('+'),
  reason: (reason) => reason,
};

const rowsOf = (section: string, metric: OverviewMetric = 'revenue') =>
  overviewRows({ overview, trend: trendOf(overview, metric, 1), metric, currency: gbp, words }).filter(
    (row) => row[0] === section,
  );

describe('overviewRows', () => {
  it('writes every figure with its range, unit and the figure before', () => {
    expect(rowsOf('Figures').map((row) => row.slice(1).join(' | '))).toEqual([
      '2026-11-21 | 2026-11-22 | Partner revenue | 30.00 | GBP | 10.00',
      '2026-11-21 | 2026-11-22 | All revenue | 40.00 | GBP | 20.00',
      '2026-11-21 | 2026-11-22 | Share | 75.0 | % | 50.0',
      '2026-11-21 | 2026-11-22 | Conversions | 4 |  | 4',
      '2026-11-21 | 2026-11-22 | Commission | 3.00 | GBP | 1.00',
      '2026-11-21 | 2026-11-22 | Commission rate | 10.0 | % | 10.0',
      '2026-11-21 | 2026-11-22 | New customers | 1 |  | 1',
      '2026-11-21 | 2026-11-22 | New rate | 25.0 | % | 25.0',
      '2026-11-22 | 2026-11-22 | Pending | 1.20 | GBP | ',
      '2026-11-22 | 2026-11-22 | Active | 118 |  | ',
      '2026-11-22 | 2026-11-22 | All partners | 120 |  | ',
    ]);
  });

  it('writes the chart as it stands, with the sum of each bar', () => {
    expect(rowsOf('Revenue by day').map((row) => row.slice(1, 6).join(' | '))).toEqual([
      '2026-11-21 | 2026-11-21 | b2b | 25.00 | GBP',
      '2026-11-21 | 2026-11-21 | app | 0.00 | GBP',
      '2026-11-21 | 2026-11-21 | Total | 25.00 | GBP',
      '2026-11-22 | 2026-11-22 | b2b | 10.00 | GBP',
      '2026-11-22 | 2026-11-22 | app | -5.00 | GBP',
      '2026-11-22 | 2026-11-22 | Total | 5.00 | GBP',
    ]);
  });

  it('writes counts without a currency', () => {
    expect(rowsOf('Revenue by day', 'conversions').at(-1)?.slice(3, 6)).toEqual(['Total', '4', '']);
  });

  it('writes the leaders with the month they stand for, and what is held', () => {
    expect(rowsOf('Top')).toEqual([['Top', '2026-11-01', '2026-11-22', 'Wohnlicht', '38412.10', 'GBP', '0.05']]);
    expect(rowsOf('Held').map((row) => row.slice(3, 6))).toEqual([
      ['no_customer: events', '182', ''],
      ['no_customer', '-285470.40', 'GBP'],
    ]);
  });
});
