import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EarningsTotals, PartnerEarnings } from '../../../data/insights/partner-model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { Delta } from '../../../ui/delta.tsx';
import { GreatMoney } from '../../../ui/money.tsx';

type RangeFiguresProps = { readonly earnings: PartnerEarnings; readonly program: Program };

/** What the days brought, against the days before when that was asked for. */
export function RangeFigures({ earnings, program }: RangeFiguresProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const currency = currencyOf(program);
  const { totals, compare } = earnings;
  const before = compare?.totals ?? null;
  const figures = [
    {
      key: 'revenue_minor',
      label: t('earnings.revenue'),
      show: (of: EarningsTotals) => format.money(of.revenue_minor, currency),
    },
    { key: 'conversions', label: t('earnings.orders'), show: (of: EarningsTotals) => format.number(of.conversions) },
    { key: 'clicks', label: t('earnings.clicks'), show: (of: EarningsTotals) => format.number(of.clicks) },
    {
      key: 'new_customers',
      label: t('earnings.new_customers'),
      show: (of: EarningsTotals) => format.number(of.new_customers),
    },
  ] as const;
  const change = (key: keyof EarningsTotals, text: string) =>
    before === null ? null : (
      <>
        <Delta now={totals[key]} before={before[key]} /> {t('earnings.before', { value: text })}
      </>
    );
  return (
    <Card isFlush>
      <dl>
        <div className="px-4 pt-2 pb-3 sm:px-5">
          <dt className="text-ink-2">{t('earnings.earned')}</dt>
          <dd>
            <GreatMoney amount={totals.accrued_minor} currency={currency} />
          </dd>
          <dd className="text-sm text-ink-3">
            {before === null
              ? t('earnings.earned_hint')
              : change('accrued_minor', format.money(before.accrued_minor, currency))}
          </dd>
        </div>
      </dl>
      <dl className="grid grid-cols-2 border-t border-line lg:grid-cols-4">
        {figures.map(({ key, label, show }) => (
          <Figure key={key} label={label} value={show(totals)}>
            {before !== null && change(key, show(before))}
          </Figure>
        ))}
      </dl>
      {compare !== null && (
        <p className="border-t border-line px-4 py-2 text-sm text-ink-3 sm:px-5">
          {t('earnings.compared', { range: format.dayRange(compare) })}
        </p>
      )}
    </Card>
  );
}

function Figure({
  label,
  value,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="border-line px-4 py-3 sm:px-5 even:border-s lg:[&+&]:border-s [&:nth-child(n+3)]:border-t lg:[&:nth-child(n+3)]:border-t-0">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="text-lg font-semibold">{value}</dd>
      {children !== false && <dd className="text-sm text-ink-3">{children}</dd>}
    </div>
  );
}
