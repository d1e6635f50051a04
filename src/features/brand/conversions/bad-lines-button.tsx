import { useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportError, ImportSummary } from '../../../data/insights/brand-events-model.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { ExportDialog } from '../../../ui/export-dialog.tsx';
import { useLineErrorText } from './use-line-error-text.ts';

/** The lines of a file that are no event at all, as a list to mend them by. */
export function BadLinesButton({ file }: { readonly file: ImportSummary }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const count = format.number(file.lines_bad);
  return (
    <>
      <Button
        size="dense"
        className="mt-2"
        aria-label={t('files.bad_of', { count: file.lines_bad, value: count, name: file.file_name })}
        onClick={() => setIsOpen(true)}
      >
        <Download aria-hidden="true" size={16} />
        {t('files.bad', { count: file.lines_bad, value: count })}
      </Button>
      {isOpen && <BadLinesDialog file={file} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function BadLinesDialog({ file, onClose }: { readonly file: ImportSummary; readonly onClose: () => void }) {
  const { t } = useTranslation('brand');
  const client = useQueryClient();
  const { program } = usePlace();
  const errorText = useLineErrorText();
  const make = async () => {
    const errors: ImportError[] = await client.fetchQuery(brandQueries.importErrors(program.id, file.id));
    return {
      columns: [t('files.line'), t('files.fault'), t('files.column'), t('files.value')],
      rows: errors.map((one) => [one.line, errorText(one.code), one.column_name, one.value]),
      isCut: false,
    };
  };
  return (
    <ExportDialog
      title={t('files.bad_title')}
      facts={[{ label: t('files.file'), value: file.file_name }]}
      plan={{
        nameParts: [program.slug, file.file_name, t('files.bad_name')],
        rows: file.lines_bad,
        mostRows: null,
        make,
      }}
      onClose={onClose}
    />
  );
}
