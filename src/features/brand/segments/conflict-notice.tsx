import { useTranslation } from 'react-i18next';
import type { Segment } from '../../../data/segments/model.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { announce } from '../../../ui/toast.ts';
import { useRuleWords } from './rule-words.ts';
import type { SaveSegment } from './use-save-segment.ts';
import type { SegmentDraft } from './use-segment-draft.ts';

type ConflictNoticeProps = {
  readonly segment: Segment;
  readonly draft: SegmentDraft;
  readonly save: SaveSegment;
};

/** Two people edited one segment: what the other saved, and a choice that loses neither. */
export function ConflictNotice({ segment, draft, save }: ConflictNoticeProps) {
  const { t } = useTranslation('segments');
  const words = useRuleWords();
  const handleTake = () => {
    draft.reset(segment, segment.revision);
    announce(t('conflict.taken'), 'info', { label: t('conflict.undo'), onPress: draft.bringBack });
  };
  const handleKeep = () => {
    if (save.check()) save.run(segment.revision);
  };
  return (
    <Notice
      tone="warn"
      title={t('conflict.title')}
      action={
        <div className="flex flex-wrap gap-2">
          <Button size="dense" onClick={handleTake}>
            {t('conflict.take')}
          </Button>
          <Button size="dense" isBusy={save.isPending} onClick={handleKeep}>
            {t('conflict.keep')}
          </Button>
        </div>
      }
    >
      {t('conflict.body', { name: segment.name, sentence: words.sentence(segment.rule) })}
    </Notice>
  );
}
