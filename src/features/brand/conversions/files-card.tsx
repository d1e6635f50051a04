import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../data/insights/brand-events-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { FileRow } from './file-row.tsx';

const SHOWN_AT_FIRST = 3;

/** The files that events came in, newest first, each with where it stands. */
export function FilesCard({ imports }: { readonly imports: readonly ImportSummary[] }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? imports : imports.slice(0, SHOWN_AT_FIRST);
  return (
    <Card title={t('files.title')}>
      {imports.length === 0 ? (
        <p className="text-ink-2">{t('files.none')}</p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {shown.map((one) => (
            <FileRow key={one.id} file={one} />
          ))}
        </ul>
      )}
      {shown.length < imports.length && (
        <Button size="dense" className="mt-3" onClick={() => setIsWhole(true)}>
          {t('files.show_all', { count: imports.length, value: format.number(imports.length) })}
        </Button>
      )}
    </Card>
  );
}
