import { useTranslation } from 'react-i18next';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionCode } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';

export function CodesTable({ codes }: { readonly codes: readonly PromotionCode[] }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const figure = { isFigure: true } as const;
  return (
    <DataTable
      caption={t('brand.codes')}
      rows={codes}
      rowKey={(row) => row.id}
      columns={[
        { id: 'code', header: t('brand.code'), cell: (row) => <span className="wrap-anywhere">{row.code}</span> },
        { id: 'partner', header: t('brand.partner'), cell: (row) => row.partner_name },
        { ...figure, id: 'orders', header: t('brand.orders'), cell: (row) => format.number(row.orders) },
        {
          ...figure,
          id: 'revenue',
          header: t('brand.revenue'),
          cell: (row) => <Money amount={row.revenue_minor} currency={currency} />,
        },
        {
          ...figure,
          id: 'commission',
          header: t('brand.commission'),
          cell: (row) => <Money amount={row.commission_minor} currency={currency} />,
        },
      ]}
    />
  );
}
