import {
  commissionRate,
  newCustomerRate,
  type Overview,
  type OverviewMetric,
  type OverviewTotals,
  shareOfAllRevenue,
} from '../../../data/insights/brand-model.ts';
import type { TypeGroup } from '../../../data/insights/brand-series.ts';
import { type Currency, decimalText, type Minor, sumMinor, toMinor } from '../../../lib/money.ts';
import { monthSpans } from './month-spans.ts';
import type { Trend } from './trend.ts';

/** What the figures, sections and groups are called in the reader's language. */
export type OverviewWords = {
  readonly figures: string;
  readonly trend: string;
  readonly top: string;
  readonly held: string;
  readonly partnerRevenue: string;
  readonly allRevenue: string;
  readonly share: string;
  readonly conversions: string;
  readonly commission: string;
  readonly commissionRate: string;
  readonly pending: string;
  readonly newCustomers: string;
  readonly newCustomerRate: string;
  readonly activePartners: string;
  readonly allPartners: string;
  readonly total: string;
  readonly events: string;
  readonly group: (group: TypeGroup) => string;
  readonly reason: (reason: string) => string;
};

/** Section, from, to, item, value, unit, and the value of the range compared with. */
export type OverviewRow = readonly [string, string, string, string, string, string, string];

type Shown = {
  readonly overview: Overview;
  readonly trend: Trend;
  readonly metric: OverviewMetric;
  readonly currency: Currency;
  readonly words: OverviewWords;
};

const percentText = (ratio: number | null): string => (ratio === null ? '' : (ratio * 100).toFixed(1));

function figureRows({ overview, currency, words }: Shown): OverviewRow[] {
  const money = (minor: Minor): string => decimalText(minor, currency.exponent);
  const figures: [string, string, (totals: OverviewTotals) => string][] = [
    [words.partnerRevenue, currency.code, (of) => money(of.partner_revenue_minor)],
    [words.allRevenue, currency.code, (of) => money(sumMinor([of.partner_revenue_minor, of.organic_revenue_minor]))],
    [words.share, '%', (of) => percentText(shareOfAllRevenue(of))],
    [words.conversions, '', (of) => String(of.conversions)],
    [words.commission, currency.code, (of) => money(of.commission_minor)],
    [words.commissionRate, '%', (of) => percentText(commissionRate(of))],
    [words.newCustomers, '', (of) => String(of.new_customers)],
    [words.newCustomerRate, '%', (of) => percentText(newCustomerRate(of))],
  ];
  const { from, to, totals, compare, today } = overview;
  return [
    ...figures.map(
      ([item, unit, read]) =>
        [words.figures, from, to, item, read(totals), unit, compare === null ? '' : read(compare.totals)] as const,
    ),
    [words.figures, today, today, words.pending, money(overview.pending_commission_minor), currency.code, ''],
    [words.figures, today, today, words.activePartners, String(overview.active_partners), '', ''],
    [words.figures, today, today, words.allPartners, String(overview.all_partners), '', ''],
  ];
}

function trendRows({ trend, metric, currency, words }: Shown): OverviewRow[] {
  const isMoney = metric !== 'conversions';
  const unit = isMoney ? currency.code : '';
  const text = (value: number): string => (isMoney ? decimalText(toMinor(value), currency.exponent) : String(value));
  return trend.buckets.flatMap(({ from, to }, index) => {
    const values = trend.values[index] ?? [];
    const rowOf = (item: string, value: number): OverviewRow => [words.trend, from, to, item, text(value), unit, ''];
    const all = values.reduce((sum, value) => sum + value, 0);
    return [...trend.groups.map((group, at) => rowOf(words.group(group), values[at] ?? 0)), rowOf(words.total, all)];
  });
}

function topRows({ overview, currency, words }: Shown): OverviewRow[] {
  const money = (minor: Minor): string => decimalText(minor, currency.exponent);
  const { now } = monthSpans(overview.month, overview.today);
  return overview.top.map((leader) => [
    words.top,
    now.from,
    now.to,
    leader.partner_name,
    money(leader.revenue_minor),
    currency.code,
    money(leader.previous_revenue_minor),
  ]);
}

function heldRows({ overview, currency, words }: Shown): OverviewRow[] {
  const { today } = overview;
  return overview.held.flatMap(({ reason, events, amount_minor }): OverviewRow[] => [
    [words.held, '', today, `${words.reason(reason)}: ${words.events}`, String(events), '', ''],
    [words.held, '', today, words.reason(reason), decimalText(amount_minor, currency.exponent), currency.code, ''],
  ]);
}

/** Everything the page shows, as one table: a section after the other, every row with its days and unit. */
export function overviewRows(shown: Shown): OverviewRow[] {
  return [...figureRows(shown), ...trendRows(shown), ...topRows(shown), ...heldRows(shown)];
}
