import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AssetFilter } from '../../../data/creatives/model.ts';
import { findAllAssets } from '../../../data/creatives/queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { bytesText } from '../../../i18n/bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import type { Selection } from './use-selection.ts';

type SelectionBarProps = {
  readonly selection: Selection;
  readonly filter: AssetFilter;
  readonly found: number;
  readonly onDownload: () => void;
};

/** What is chosen, how large it is, and what to do with it: always within reach. */
export function SelectionBar({ selection, filter, found, onDownload }: SelectionBarProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const address = useAddress();
  const all = useMutation({ mutationFn: () => findAllAssets(address, filter), onSuccess: selection.onReplace });
  const { assets } = selection;
  const bytes = assets.reduce((sum, { original }) => sum + (original?.size_bytes ?? 0), 0);
  if (assets.length === 0 && found === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {all.error !== null && <ErrorNotice error={all.error} onRetry={() => all.mutate()} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="text-ink-2">
          {assets.length === 0
            ? t('found', { count: found, value: format.number(found) })
            : t('selected', {
                count: assets.length,
                value: format.number(assets.length),
                size: bytesText(format.locale, bytes),
              })}
        </p>
        <div className="flex flex-wrap gap-2">
          {assets.length > 0 && (
            <Button variant="primary" size="dense" onClick={onDownload}>
              <Download aria-hidden="true" size={16} />
              {t('download', { count: assets.length, value: format.number(assets.length) })}
            </Button>
          )}
          {found > 0 && (
            <Button size="dense" isBusy={all.isPending} onClick={() => all.mutate()}>
              {t('select_all', { count: found, value: format.number(found) })}
            </Button>
          )}
          {assets.length > 0 && (
            <Button variant="quiet" size="dense" onClick={() => selection.onReplace([])}>
              {t('select_none')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
