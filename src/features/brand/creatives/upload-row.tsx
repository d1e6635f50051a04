import { CircleCheck, CircleX, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Upload } from '../../../data/creatives/upload-queue.ts';
import { bytesText } from '../../../i18n/bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { IconButton } from '../../../ui/button.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { useReason } from './use-reason.ts';

type UploadRowProps = { readonly upload: Upload; readonly onRetry: () => void; readonly onCancel: () => void };

/** One file on its way: how far it is, what became of it, and what to do about it. */
export function UploadRow({ upload, onRetry, onCancel }: UploadRowProps) {
  const { t } = useTranslation('creatives');
  const { fileName, state, bytes, sent } = upload;
  const isOver = state === 'done' || state === 'refused';
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 py-1.5">
      <span className="min-w-0 grow basis-40 truncate">{fileName}</span>
      {state === 'sending' && (
        <progress
          className="h-2 w-32"
          aria-label={t('upload.progress', { name: fileName })}
          value={Math.min(sent, bytes)}
          max={Math.max(bytes, 1)}
        />
      )}
      <Said upload={upload} />
      <span className="flex gap-1">
        {state === 'failed' && (
          <IconButton
            variant="quiet"
            label={t('upload.retry', { name: fileName })}
            icon={<RotateCw aria-hidden="true" size={16} />}
            onClick={onRetry}
          />
        )}
        {!isOver && (
          <IconButton
            variant="quiet"
            label={t('upload.cancel', { name: fileName })}
            icon={<X aria-hidden="true" size={16} />}
            onClick={onCancel}
          />
        )}
      </span>
    </li>
  );
}

function Said({ upload }: { readonly upload: Upload }) {
  const { t } = useTranslation('creatives');
  const { t: tc } = useTranslation();
  const format = useFormat();
  const reasonOf = useReason();
  const { state, sent, bytes, reason, error } = upload;
  if (state === 'done')
    return (
      <span className="inline-flex items-center gap-1.5 text-sm text-accent">
        <CircleCheck aria-hidden="true" size={16} />
        {t('upload.state.done')}
      </span>
    );
  if (state === 'refused' || state === 'failed') {
    const words = state === 'failed' && error !== null ? errorWords(error, tc).title : reasonOf(reason);
    return (
      <span role="alert" className="inline-flex items-start gap-1.5 text-sm text-loss">
        <CircleX aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
        {words}
      </span>
    );
  }
  const size = (value: number) => bytesText(format.locale, value);
  return (
    <span className="text-sm text-ink-3">
      {state === 'sending'
        ? t('upload.sent', { done: size(Math.min(sent, bytes)), all: size(bytes) })
        : t(`upload.state.${state}`)}
    </span>
  );
}
