import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { allCodes } from '../../../data/promotions/brand-queries.ts';
import { decimalText } from '../../../lib/money.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';

/** All codes of the promotion with what came by each; its first two columns are those of a file to take in. */
export function CodesExport({ promotion }: { readonly promotion: PromotionDetail }) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const [isOpen, setIsOpen] = useState(false);
  const inCurrency = (label: string): string => `${label} (${program.currency})`;
  const money = (minor: Parameters<typeof decimalText>[0]): string => decimalText(minor, program.currency_exponent);
  const columns = [
    'partner_code',
    'promotion_code',
    t('brand.partner'),
    t('brand.orders'),
    inCurrency(t('brand.revenue')),
    inCurrency(t('brand.commission')),
  ];
  const make = async (onRows: (rows: number) => void, signal: AbortSignal) => {
    const codes = await allCodes(program.slug, promotion.id, onRows, signal);
    const rows = codes.map((row) => [
      row.partner_code,
      row.code,
      row.partner_name,
      row.orders,
      money(row.revenue_minor),
      money(row.commission_minor),
    ]);
    return { columns, rows, isCut: false };
  };
  return (
    <div className="flex justify-end border-t border-line px-4 py-3 sm:px-5">
      <Button size="dense" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Download aria-hidden="true" size={16} />
        {t('brand.export')}
      </Button>
      {isOpen && (
        <ExportDialog
          title={t('brand.export_title', { name: promotion.name })}
          facts={[{ label: t('brand.one'), value: promotion.name }]}
          plan={{
            nameParts: [program.slug, t('brand.codes'), promotion.name],
            rows: promotion.codes,
            mostRows: null,
            make,
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
