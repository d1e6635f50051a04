import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog, type ExportFact } from '../../../ui/export-dialog.tsx';
import type { ExportPlan } from '../../../ui/use-export.ts';

type ExportButtonProps = { readonly title: string; readonly facts: readonly ExportFact[]; readonly plan: ExportPlan };

/** Opens what the file will hold, before it is made. */
export function ExportButton({ title, facts, plan }: ExportButtonProps) {
  const { t } = useTranslation('details');
  const { t: tc } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        size="dense"
        aria-haspopup="dialog"
        aria-label={tc('pair', { label: t('csv.download'), text: title })}
        onClick={() => setIsOpen(true)}
      >
        <Download aria-hidden="true" size={16} />
        {t('csv.button')}
      </Button>
      {isOpen && <ExportDialog title={title} facts={facts} plan={plan} onClose={() => setIsOpen(false)} />}
    </>
  );
}
