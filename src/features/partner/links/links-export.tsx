import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkAddress } from '../../../data/links/address.ts';
import type { PartnerLink } from '../../../data/links/model.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { DayRange } from '../../../lib/dates.ts';
import { decimalText } from '../../../lib/money.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import { useLinkName } from './use-link-name.ts';

type LinksExportProps = {
  readonly links: readonly PartnerLink[];
  readonly days: DayRange;
  /** What is searched for, if anything. */
  readonly filter: string | null;
  readonly which: 'used' | 'archived';
};

/** The list as it stands: the same links in the same order. */
export function LinksExport({ links, days, filter, which }: LinksExportProps) {
  const { t } = useTranslation('links');
  const format = useFormat();
  const nameOf = useLinkName();
  const { program } = usePlace();
  const { code } = useAddress();
  const [isOpen, setIsOpen] = useState(false);
  const filters = filter === null ? t(`which_${which}`) : `${t(`which_${which}`)}, ${filter}`;
  const inCurrency = (label: string): string => `${label} (${program.currency})`;
  const decimal = (amount: PartnerLink['revenue_minor']) => decimalText(amount, program.currency_exponent);
  const columns = [
    ...[t('link'), t('address'), t('destination'), t('clicks'), t('orders')],
    ...[inCurrency(t('sales')), inCurrency(t('earned'))],
  ];
  const rows = links.map((link) => [
    ...[nameOf(link), linkAddress(link.code), link.destination, link.clicks, link.conversions],
    ...[decimal(link.revenue_minor), decimal(link.accrued_minor)],
  ]);
  const span = `${days.from}..${days.to}`;
  const nameParts = [program.slug, code ?? '', t('title'), span, filters, program.time_zone, program.currency];
  return (
    <div className="flex justify-end px-4 pb-3 sm:px-5">
      <Button size="dense" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('csv')}
      </Button>
      {isOpen && (
        <ExportDialog
          title={t('csv_title')}
          facts={[
            { label: t('days'), value: format.dayRange(days) },
            { label: t('zone'), value: program.time_zone },
            { label: t('currency'), value: program.currency },
            { label: t('shown'), value: filters },
          ]}
          plan={{
            nameParts,
            rows: rows.length,
            mostRows: null,
            make: async () => ({ columns, rows, isCut: false }),
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
