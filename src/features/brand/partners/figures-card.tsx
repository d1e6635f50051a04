import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWeekStart } from '../../../i18n/week-start.ts';
import { toMinor } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { pointsOfDays } from '../../../ui/chart/daily-points.ts';
import { moneyAxis } from '../../../ui/chart/money-axis.ts';
import { TimeChart } from '../../../ui/chart/time-chart.tsx';

/** The range's figures and earnings over time; below them what is available and pending, and all time. */
export function FiguresCard({ page }: { readonly page: PartnerPage }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const money = (value: number) => format.money(toMinor(value), currency);
  const { totals } = page.range;
  const { ever } = page;
  const rows = page.range.days.map((day) => [day.accrued_minor]);
  const { size, points } = pointsOfDays(page.range, rows, useWeekStart(useMe()?.week_start));
  return (
    <Card
      title={t('figures')}
      aside={
        <Link
          to={`../conversions?partner=${page.partner.id}&from=${page.range.from}&to=${page.range.to}`}
          className="inline-flex min-h-11 items-center text-accent hover:underline"
        >
          {t('see_conversions')}
        </Link>
      }
    >
      <dl className="mb-4 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        <Figure label={t('column.earnings')} value={money(totals.accrued_minor)} />
        <Figure label={t('column.revenue')} value={money(totals.revenue_minor)} />
        <Figure label={t('column.conversions')} value={format.number(totals.conversions)} />
        <Figure label={t('column.clicks')} value={format.number(totals.clicks)} />
      </dl>
      <TimeChart
        label={t(`earnings_by_${size}`)}
        size={size}
        points={points}
        series={[{ id: 'earnings', label: t('column.earnings') }]}
        {...moneyAxis(format, currency)}
      />
      <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-3 border-t border-line pt-4 sm:grid-cols-4">
        <Figure label={t('available')} value={money(page.balance.available_minor)} />
        <Figure label={t('pending')} value={money(page.balance.pending_minor)} />
        {ever !== null && <Figure label={t('revenue_ever')} value={money(ever.revenue_minor)} />}
        {ever !== null && <Figure label={t('clicks_ever')} value={format.number(ever.clicks)} />}
      </dl>
    </Card>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd className="font-semibold wrap-anywhere">{value}</dd>
    </div>
  );
}
