import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  LONGEST_REASON,
  LONGEST_TAG,
  type PartnerChange,
  type PartnersMeant,
} from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { described, FieldFrame, TextField } from '../../../ui/text-field.tsx';
import { useAct } from './use-act.ts';

const ACTS = ['tag', 'untag', 'tier', 'approve', 'decline', 'pause', 'resume', 'end'] as const;
export type ActKind = (typeof ACTS)[number];

const NEEDS_REASON: readonly ActKind[] = ['decline', 'pause', 'end'];
const NEEDS_WORD: readonly ActKind[] = ['tag', 'untag', 'tier'];

type ActDialogProps = {
  readonly kind: ActKind;
  readonly meant: PartnersMeant;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Tags as they are typed: parted by commas, each once. */
const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

function changeOf(kind: ActKind, word: string, reason: string): PartnerChange {
  if (kind === 'tag') return { add_tags: tagsIn(word) };
  if (kind === 'untag') return { remove_tags: tagsIn(word) };
  if (kind === 'tier') return { tier: word.trim() === '' ? null : word.trim() };
  if (kind === 'approve' || kind === 'resume') return { status: 'active' };
  const status = { decline: 'declined', pause: 'paused', end: 'ended' } as const;
  return { status: status[kind], reason: reason.trim() };
}

/** What will be done, to how many, and why; then it is done at once, and can be undone at once. */
export function ActDialog({ kind, meant, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const reasonId = useId();
  const [word, setWord] = useState('');
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const act = useAct(() => {
    onClose();
    onDone();
  });
  const count = 'ids' in meant ? meant.ids.length : meant.total;
  const isTags = kind === 'tag' || kind === 'untag';
  const isTooLong = isTags && tagsIn(word).some((tag) => tag.length > LONGEST_TAG);
  const lacksWord = isTags && (tagsIn(word).length === 0 || isTooLong);
  const lacksReason = NEEDS_REASON.includes(kind) && reason.trim() === '';
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (!lacksWord && !lacksReason) act.run(meant, changeOf(kind, word, reason));
  };
  const reasonError = isAsked && lacksReason ? t('reason_missing') : null;
  return (
    <Dialog title={t(`act.${kind}`)} onClose={onClose}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4" noValidate>
        <p className="text-ink-2">{t(`act_body.${kind}`)}</p>
        {NEEDS_WORD.includes(kind) && (
          <TextField
            label={t(kind === 'tier' ? 'column.tier' : 'column.tags')}
            hint={t(kind === 'tier' ? 'tier_hint' : 'tags_hint')}
            error={isAsked && lacksWord ? t(isTooLong ? 'tag_too_long' : 'tag_missing') : null}
            value={word}
            maxLength={kind === 'tier' ? LONGEST_TAG : 400}
            onChange={(event) => setWord(event.target.value)}
          />
        )}
        {NEEDS_REASON.includes(kind) && (
          <FieldFrame id={reasonId} label={t('reason')} hint={t('reason_hint')} error={reasonError}>
            <textarea
              {...described({ id: reasonId, hint: true, error: reasonError })}
              value={reason}
              rows={3}
              maxLength={LONGEST_REASON}
              onChange={(event) => setReason(event.target.value)}
              className="field min-h-20 py-2"
            />
          </FieldFrame>
        )}
        {act.error !== null && <ErrorNotice error={act.error} />}
        <p role="status" className={act.isPending ? 'text-ink-2' : 'sr-only'}>
          {act.isPending && t('changing', { value: format.number(act.changed) })}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant={kind === 'end' ? 'danger' : 'primary'} isBusy={act.isPending}>
            {count === null
              ? t('act_all', { act: t(`act.${kind}`) })
              : t('act_count', { act: t(`act.${kind}`), value: format.number(count) })}
          </Button>
          <Button onClick={onClose}>{core('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
