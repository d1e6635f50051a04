import { useTranslation } from 'react-i18next';
import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { toMinor } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { DayChart } from '../../../ui/chart/day-chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { dayPoints } from './day-points.ts';

type DaysCardProps = { readonly earnings: PartnerEarnings; readonly program: Program };

/** Earnings by day, beside the same day of the range before when it is compared. */
export function DaysCard({ earnings, program }: DaysCardProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const currency = currencyOf(program);
  const points = dayPoints(earnings);
  const isEmpty = points.every((point) => point.values.every((value) => value === 0));
  const series = [
    { id: 'now', label: t('earnings.series_now') },
    ...(earnings.compare === null ? [] : [{ id: 'before', label: t('earnings.series_before'), isQuiet: true }]),
  ];
  return (
    <Card title={t('earnings.by_day')}>
      {isEmpty ? (
        <EmptyState title={t('earnings.empty_title')}>{t('earnings.empty_body')}</EmptyState>
      ) : (
        <DayChart
          label={t('earnings.by_day')}
          points={points}
          series={series}
          isStacked={false}
          formatValue={(value) => format.money(toMinor(value), currency)}
          formatAxis={(value) => format.money(toMinor(Math.round(value)), currency, { isWhole: true })}
        />
      )}
    </Card>
  );
}
