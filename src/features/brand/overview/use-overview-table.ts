import { useTranslation } from 'react-i18next';
import { knownReason } from '../../../data/insights/brand-events-model.ts';
import type { Overview, OverviewMetric } from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { ExportTable } from '../../../ui/use-export.ts';
import { overviewRows } from './overview-table.ts';
import type { Trend } from './trend.ts';
import { useGroupName } from './use-group-name.ts';

/** The overview's CSV in the reader's words. */
export function useOverviewTable(overview: Overview, metric: OverviewMetric, trend: Trend): ExportTable {
  const { t } = useTranslation('brand');
  const group = useGroupName();
  const { program } = usePlace();
  const reason = (code: string): string => {
    const known = knownReason(code);
    return known === null ? code : t(`reason.${known}`);
  };
  const words = {
    figures: t('overview.figures'),
    trend: t(`trend.${metric}_by_${trend.size}`),
    top: t('top.title'),
    held: t('needs.title'),
    partnerRevenue: t('overview.partner_revenue'),
    allRevenue: t('overview.all_revenue'),
    share: t('overview.share'),
    conversions: t('trend.conversions'),
    commission: t('overview.commission'),
    commissionRate: t('overview.commission_rate'),
    pending: t('overview.pending_commission'),
    newCustomers: t('overview.new_customers'),
    newCustomerRate: t('overview.new_customer_rate'),
    activePartners: t('overview.active_partners'),
    allPartners: t('overview.all_partners'),
    total: t('export.total'),
    events: t('export.events'),
    group,
    reason,
  };
  const zone = program.time_zone;
  return {
    columns: [
      t('export.section'),
      t('export.from_in', { zone }),
      t('export.to_in', { zone }),
      t('export.item'),
      t('export.value'),
      t('export.unit'),
      t('export.before'),
    ],
    rows: overviewRows({ overview, trend, metric, currency: currencyOf(program), words }),
    isCut: false,
  };
}
