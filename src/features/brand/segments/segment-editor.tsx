import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { LONGEST_NAME, type Segment } from '../../../data/segments/model.ts';
import { mayKeepSegments } from '../../../data/segments/rights.ts';
import type { Group } from '../../../data/segments/rule.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { RuleBuilder } from './rule-builder.tsx';
import { useRuleWords } from './rule-words.ts';
import { SegmentActions } from './segment-actions.tsx';
import { SizeCard } from './size-card.tsx';
import { useLastComplete } from './use-last-complete.ts';
import { useSaveSegment } from './use-save-segment.ts';
import { type SegmentDraft, type Start, useSegmentDraft } from './use-segment-draft.ts';
import { useSettled } from './use-settled.ts';
import { UsesNotice } from './uses-notice.tsx';
import { WhyCard } from './why-card.tsx';

type SegmentEditorProps = {
  /** Null for one that is not saved yet. */
  readonly segment: Segment | null;
  readonly start: Start;
};

/** A segment's name and rule on the one side, what they mean at this moment on the other. */
export function SegmentEditor({ segment, start }: SegmentEditorProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const canKeep = mayKeepSegments(usePlace().role);
  const draft = useSegmentDraft(segment, start);
  const save = useSaveSegment(segment, draft);
  // While a part is incomplete the count stays at the last rule that was whole.
  const counted = useLastComplete(draft.complete, start.rule);
  const settled = useSettled(counted);
  return (
    <>
      <PageHeader
        title={segment?.name ?? t('editor.new_title')}
        meta={
          segment === null
            ? t('editor.meta_new')
            : t('editor.meta', { revision: segment.revision, time: format.asOf(segment.updated_at) })
        }
        actions={canKeep && <SegmentActions segment={segment} draft={draft} save={save} />}
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <div className="flex min-w-0 flex-col gap-4">
          {save.error !== null && <ErrorNotice error={save.error} />}
          {segment !== null && draft.hasConflict && <ConflictNotice segment={segment} draft={draft} save={save} />}
          {draft.restoredAt !== null && draft.isChanged && <Restored draft={draft} segment={segment} start={start} />}
          {segment !== null && segment.uses.length > 0 && <UsesNotice uses={segment.uses} />}
          {canKeep && (
            <Card>
              <TextField
                label={t('editor.name')}
                hint={t('editor.name_hint')}
                error={save.nameFault}
                value={draft.name}
                maxLength={LONGEST_NAME}
                onChange={(event) => draft.setName(event.target.value)}
              />
            </Card>
          )}
          <Card title={t('editor.rule')}>
            {canKeep && <RuleBuilder draft={draft.rule} onChange={draft.setRule} />}
            {save.isIncomplete && (
              <p role="alert" className="mt-2 text-loss">
                {t('editor.incomplete')}
              </p>
            )}
            <Sentence rule={counted} />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <SizeCard rule={settled} isBehind={settled !== counted} isIncomplete={draft.complete === null} />
          <WhyCard rule={settled} />
        </div>
      </div>
    </>
  );
}

function Sentence({ rule }: { readonly rule: Group }) {
  const { t } = useTranslation('segments');
  const words = useRuleWords();
  return (
    <p className="mt-3 border-t border-line pt-3 first:mt-0 first:border-t-0 first:pt-0">
      <span className="text-sm text-ink-3">{t('editor.sentence')}</span> {words.sentence(rule)}
    </p>
  );
}

type RestoredProps = SegmentEditorProps & { readonly draft: SegmentDraft };

function Restored({ draft, segment, start }: RestoredProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return (
    <Notice
      title={t('editor.restored')}
      action={
        <Button size="dense" onClick={() => draft.reset(start, segment?.revision ?? null)}>
          {t('editor.discard')}
        </Button>
      }
    >
      {t('editor.restored_body', { time: format.asOf(draft.restoredAt ?? '') })}
    </Notice>
  );
}
