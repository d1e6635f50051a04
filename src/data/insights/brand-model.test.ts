import { describe, expect, it } from 'vitest';
import { toMinor } from '../../lib/money.ts';
import { commissionRate, newCustomerRate, type OverviewTotals, shareOfAllRevenue } from './brand-model.ts';

function totals(partner: number, organic: number, commission = 0, conversions = 0, fresh = 0): OverviewTotals {
  return {
    partner_revenue_minor: toMinor(partner),
    organic_revenue_minor: toMinor(organic),
    commission_minor: toMinor(commission),
    conversions,
    clicks: 0,
    new_customers: fresh,
  };
}

describe('shareOfAllRevenue', () => {
  it.each([
    ['a part', totals(312, 688), 0.312],
    ['all of it', totals(500, 0), 1],
    ['none of it', totals(0, 500), 0],
    ['nothing was sold', totals(0, 0), null],
    ['more was given back than sold', totals(-300, 100), null],
  ])('%s', (_, given, share) => {
    expect(shareOfAllRevenue(given)).toBe(share);
  });
});

describe('rates', () => {
  it.each([
    ['commission by revenue', commissionRate(totals(1000, 0, 90)), 0.09],
    ['commission without revenue', commissionRate(totals(0, 100, 0)), null],
    ['commission taken back in a range of returns', commissionRate(totals(-100, 0, -8)), null],
    ['new customers by conversions', newCustomerRate(totals(1, 0, 0, 4, 1)), 0.25],
    ['new customers without conversions', newCustomerRate(totals(0, 0)), null],
  ])('%s', (_, rate, expected) => {
    expect(rate).toBe(expected);
  });
});
