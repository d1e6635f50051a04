import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { brandMutations } from '../../../data/insights/brand-queries.ts';
import { LONGEST_REASON, type StoryConversion, type Verdict } from '../../../data/insights/brand-story-model.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';

type ReviewDialogProps = {
  readonly conversion: StoryConversion;
  readonly partner: string;
  readonly status: Verdict['status'];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Says what the verdict will do, and asks for the reason of a no: the partner reads it. */
export function ReviewDialog({ conversion, partner, status, onClose, onDone }: ReviewDialogProps) {
  const { t } = useTranslation('brand');
  const { t: core } = useTranslation();
  const [reason, setReason] = useState('');
  const [isReasonMissing, setIsReasonMissing] = useState(false);
  const review = useMutation(brandMutations.review(conversion.id));
  const isNo = status === 'rejected';
  const field = useRef<HTMLInputElement>(null);

  // The dialog has taken the focus for its first control; the reason is what is asked for.
  useEffect(() => field.current?.focus(), []);

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const words = reason.trim();
    setIsReasonMissing(isNo && words === '');
    if ((isNo && words === '') || review.isPending) return;
    review.mutate(isNo ? { status: 'rejected', reason: words } : { status: 'approved' }, {
      onSuccess: () => {
        announce(t(isNo ? 'review.done_rejected' : 'review.done_approved'));
        onDone();
      },
    });
  };

  return (
    <Dialog
      title={t(isNo ? 'review.reject_title' : 'review.approve_title', { order: conversion.order_ref })}
      onClose={onClose}
    >
      <form onSubmit={handleSubmit} noValidate className="flex flex-col gap-4">
        <p className="text-ink-2">{t(isNo ? 'review.reject_body' : 'review.approve_body', { partner })}</p>
        {isNo && (
          <TextField
            ref={field}
            label={t('review.reason')}
            hint={t('review.reason_hint')}
            error={isReasonMissing ? t('review.reason_missing') : null}
            value={reason}
            maxLength={LONGEST_REASON}
            required
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {review.error !== null && <ErrorNotice error={review.error} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant={isNo ? 'danger' : 'primary'} isBusy={review.isPending}>
            {t(isNo ? 'review.reject' : 'review.approve')}
          </Button>
          <Button onClick={onClose}>{core('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
