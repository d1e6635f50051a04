import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  commissionRate,
  newCustomerRate,
  type Overview,
  type OverviewTotals,
  shareOfAllRevenue,
} from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { sumMinor } from '../../../lib/money.ts';
import { Delta } from '../../../ui/delta.tsx';
import { Figure, FigureMoney, FigureRow } from './figure.tsx';

type FiguresProps = { readonly overview: Overview };
type TotalsProps = { readonly totals: OverviewTotals; readonly before: OverviewTotals | null };

/** The five figures of the range, each with what it is measured against. */
export function OverviewFigures({ overview }: FiguresProps) {
  const { t } = useTranslation('brand');
  const before = overview.compare?.totals ?? null;
  return (
    <FigureRow label={t('overview.figures')}>
      <RevenueFigure totals={overview.totals} before={before} />
      <ShareFigure totals={overview.totals} before={before} />
      <CommissionFigure overview={overview} />
      <NewCustomersFigure totals={overview.totals} before={before} />
      <PartnersFigure overview={overview} />
    </FigureRow>
  );
}

function RevenueFigure({ totals, before }: TotalsProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const earlier = before?.partner_revenue_minor;
  return (
    <Figure
      label={t('overview.partner_revenue')}
      value={<FigureMoney amount={totals.partner_revenue_minor} currency={currency} />}
      isWide
    >
      {earlier === undefined ? (
        t('overview.from_conversions', { count: totals.conversions, value: format.number(totals.conversions) })
      ) : (
        <>
          <Delta now={totals.partner_revenue_minor} before={earlier} />{' '}
          {t('overview.before', { value: format.money(earlier, currency) })}
        </>
      )}
    </Figure>
  );
}

function ShareFigure({ totals, before }: TotalsProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const share = shareOfAllRevenue(totals);
  const earlier = before === null ? null : shareOfAllRevenue(before);
  const all = sumMinor([totals.partner_revenue_minor, totals.organic_revenue_minor]);
  return (
    <Figure label={t('overview.share')} value={share === null ? t('overview.none') : format.percent(share)} isWide>
      {share !== null && earlier !== null ? (
        <Delta now={share} before={earlier} isPoints />
      ) : (
        t('overview.of_all', { value: format.money(all, currency) })
      )}
    </Figure>
  );
}

function CommissionFigure({ overview }: FiguresProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const { totals, compare } = overview;
  const rate = commissionRate(totals);
  const parts: ReactNode[] = [];
  if (rate !== null) parts.push(t('overview.of_revenue', { value: format.percent(rate) }));
  parts.push(t('overview.pending', { value: format.money(overview.pending_commission_minor, currency) }));
  return (
    <Figure
      label={t('overview.commission')}
      value={<FigureMoney amount={totals.commission_minor} currency={currency} />}
      isWide
    >
      {compare !== null && (
        <span className="block">
          <Delta now={totals.commission_minor} before={compare.totals.commission_minor} />{' '}
          {t('overview.before', { value: format.money(compare.totals.commission_minor, currency) })}
        </span>
      )}
      {parts.join(', ')}
    </Figure>
  );
}

function NewCustomersFigure({ totals, before }: TotalsProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const rate = newCustomerRate(totals);
  return (
    <Figure label={t('overview.new_customers')} value={format.number(totals.new_customers)}>
      {before !== null && (
        <>
          <Delta now={totals.new_customers} before={before.new_customers} />{' '}
        </>
      )}
      {rate !== null && t('overview.of_conversions', { value: format.percent(rate, 0) })}
    </Figure>
  );
}

function PartnersFigure({ overview }: FiguresProps) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  return (
    <Figure label={t('overview.active_partners')} value={format.number(overview.active_partners)}>
      {t('overview.of_partners', { count: overview.all_partners, value: format.number(overview.all_partners) })}
    </Figure>
  );
}
