import { useTranslation } from 'react-i18next';
import { linkAddress, spoken } from '../../../data/links/address.ts';
import type { PartnerLink } from '../../../data/links/model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Address } from '../../../ui/address.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Money } from '../../../ui/money.tsx';
import type { Sorting } from '../../../ui/sorting.ts';
import { LinkActions } from './link-actions.tsx';
import { useLinkName } from './use-link-name.ts';

type LinksTableProps = { readonly links: readonly PartnerLink[]; readonly sorting: Sorting };

/** Each link with what it brought, and what can be done with it. */
export function LinksTable({ links, sorting }: LinksTableProps) {
  const { t } = useTranslation('links');
  const format = useFormat();
  const { program } = usePlace();
  const currency = currencyOf(program);
  const figure = { isFigure: true, isSortable: true } as const;
  return (
    <DataTable
      caption={t('list')}
      rows={links}
      rowKey={(link) => link.id}
      sorting={sorting}
      columns={[
        { id: 'name', header: t('link'), isSortable: true, cell: (link) => <LinkName link={link} /> },
        { ...figure, id: 'clicks', header: t('clicks'), cell: (link) => format.number(link.clicks) },
        { ...figure, id: 'orders', header: t('orders'), cell: (link) => format.number(link.conversions) },
        {
          ...figure,
          id: 'sales',
          header: t('sales'),
          cell: (link) => <Money amount={link.revenue_minor} currency={currency} />,
        },
        {
          ...figure,
          id: 'earned',
          header: t('earned'),
          cell: (link) => <Money amount={link.accrued_minor} currency={currency} />,
        },
        {
          id: 'actions',
          header: t('actions'),
          isFigure: true,
          isBare: true,
          cell: (link) => <LinkActions link={link} />,
        },
      ]}
    />
  );
}

function LinkName({ link }: { readonly link: PartnerLink }) {
  const { t } = useTranslation('links');
  const nameOf = useLinkName();
  return (
    <span className="flex flex-col gap-0.5">
      <span>{nameOf(link)}</span>
      <span className="text-sm font-normal text-ink-2">
        <Address text={spoken(linkAddress(link.code))} />
      </span>
      <span className="text-sm font-normal wrap-anywhere text-ink-3">
        {t('opens', { destination: spoken(link.destination) })}
      </span>
    </span>
  );
}
