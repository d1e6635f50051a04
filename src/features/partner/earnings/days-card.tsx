import { useTranslation } from 'react-i18next';
import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useMe } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { useWeekStart } from '../../../i18n/week-start.ts';
import { Card } from '../../../ui/card.tsx';
import { pointsOfDays } from '../../../ui/chart/daily-points.ts';
import { moneyAxis } from '../../../ui/chart/money-axis.ts';
import { TimeChart } from '../../../ui/chart/time-chart.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

type DaysCardProps = { readonly earnings: PartnerEarnings; readonly program: Program };

/** Earnings over time, beside the same days of the range before when it is compared. */
export function DaysCard({ earnings, program }: DaysCardProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const weekStart = useWeekStart(useMe()?.week_start);
  const { compare } = earnings;
  const rows = earnings.days.map((day, index) =>
    compare === null ? [day.accrued_minor] : [day.accrued_minor, compare.days[index]?.accrued_minor ?? 0],
  );
  const { size, points } = pointsOfDays(earnings, rows, weekStart);
  const isEmpty = rows.every((row) => row.every((value) => value === 0));
  const series = [
    { id: 'now', label: t('earnings.series_now') },
    ...(compare === null ? [] : [{ id: 'before', label: t('earnings.series_before'), isQuiet: true }]),
  ];
  const label = t(`earnings.by_${size}`);
  return (
    <Card title={label}>
      {isEmpty ? (
        <EmptyState title={t('earnings.empty_title')}>{t('earnings.empty_body')}</EmptyState>
      ) : (
        <TimeChart
          label={label}
          size={size}
          points={points}
          series={series}
          isStacked={false}
          {...moneyAxis(format, currencyOf(program))}
        />
      )}
    </Card>
  );
}
