import { Columns3 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { COLUMNS, type useColumnsShown } from './use-columns-shown.ts';

type ColumnsButtonProps = ReturnType<typeof useColumnsShown>;

export function ColumnsButton({ shown, onToggle }: ColumnsButtonProps) {
  const { t } = useTranslation('partners');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="dense" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Columns3 aria-hidden="true" size={16} />
        {t('columns')}
      </Button>
      {isOpen && (
        <Dialog title={t('columns_title')} onClose={() => setIsOpen(false)}>
          <ul className="grid grid-cols-2 gap-x-4">
            {COLUMNS.map((column) => (
              <li key={column}>
                <label className="flex min-h-11 items-center gap-3">
                  <input
                    type="checkbox"
                    checked={shown.includes(column)}
                    onChange={() => onToggle(column)}
                    className="size-5 accent-accent"
                  />
                  {t(`column.${column}`)}
                </label>
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-ink-3">{t('columns_hint')}</p>
        </Dialog>
      )}
    </>
  );
}
