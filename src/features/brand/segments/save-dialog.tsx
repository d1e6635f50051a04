import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { Segment } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import type { Group } from '../../../data/segments/rule.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { SaveSegment } from './use-save-segment.ts';
import { UsesList } from './uses-notice.tsx';

type SaveDialogProps = {
  readonly segment: Segment;
  readonly rule: Group;
  readonly save: SaveSegment;
  readonly onClose: () => void;
};

/** Where the segment is used, and how many it reaches before and after: then it is changed. */
export function SaveDialog({ segment, rule, save, onClose }: SaveDialogProps) {
  const { t } = useTranslation('segments');
  const { t: core } = useTranslation();
  const format = useFormat();
  const { program } = useAddress();
  const size = useQuery({ ...segmentQueries.size(program, rule), placeholderData: undefined });
  const handleSave = () => {
    save.run();
    onClose();
  };
  return (
    <Dialog title={t('uses.confirm_title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <UsesList uses={segment.uses} />
        <PageState query={size} skeleton={<Skeleton className="h-12 w-full" />}>
          {({ active }) => (
            <>
              <p className="text-ink-2">
                {t('uses.confirm_count', { before: format.number(segment.active), after: format.number(active) })}
              </p>
              <div className="flex flex-wrap gap-2">
                <Button variant="primary" onClick={handleSave}>
                  {t('uses.confirm', { after: format.number(active) })}
                </Button>
                <Button onClick={onClose}>{core('cancel')}</Button>
              </div>
            </>
          )}
        </PageState>
      </div>
    </Dialog>
  );
}
