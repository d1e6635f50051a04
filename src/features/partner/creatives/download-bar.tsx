import { useTranslation } from 'react-i18next';
import type { Download } from '../../../data/creatives/download.ts';
import { bytesText } from '../../../i18n/bytes.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { errorWords } from '../../../ui/error-words.ts';

type DownloadBarProps = { readonly download: Download; readonly onCancel: () => void; readonly onRetry: () => void };

/** How far the archive is, to the byte, and the way to stop it. */
export function DownloadBar({ download, onCancel, onRetry }: DownloadBarProps) {
  const { t } = useTranslation('creatives');
  const { filesTotal, fileName, bytes, length, trouble, error } = download;
  const title = t('zip.title', { count: filesTotal });
  return (
    <section
      aria-label={title}
      className="sticky bottom-20 z-10 mt-6 rounded-card border border-line bg-surface p-4 shadow-card md:bottom-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p>
          <strong>{title}</strong>{' '}
          <span className="text-ink-2">{error === null && <Figures download={download} />}</span>
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <span className="text-sm text-ink-3">{fileName}</span>
          {error !== null && (
            <Button size="dense" variant="primary" onClick={onRetry}>
              {t('zip.again')}
            </Button>
          )}
          <Button size="dense" onClick={onCancel}>
            {t('zip.cancel')}
          </Button>
        </div>
      </div>
      <progress className="mt-3 h-2 w-full" aria-label={title} value={bytes} max={Math.max(length, 1)} />
      {trouble !== null && <TroubleNotice trouble={trouble} />}
      {error !== null && <FailedNotice error={error} />}
    </section>
  );
}

function Figures({ download }: { readonly download: Download }) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { bytes, length, files, filesTotal, startedAt } = download;
  const seconds = bytes === 0 ? null : Math.ceil(((Date.now() - startedAt) / 1000) * (length / bytes - 1));
  return (
    <>
      {t('zip.bytes', { done: bytesText(format.locale, bytes), all: bytesText(format.locale, length) })}
      {' · '}
      {t('zip.files', { done: format.number(files), all: format.number(filesTotal) })}
      {seconds !== null && seconds > 1 && ` · ${t('zip.left', { count: seconds, value: format.number(seconds) })}`}
    </>
  );
}

function TroubleNotice({ trouble }: { readonly trouble: NonNullable<Download['trouble']> }) {
  const { t } = useTranslation('creatives');
  return (
    <div role="alert" className="mt-3 flex flex-wrap items-center gap-2 rounded-control bg-warn-soft p-3 text-warn">
      <p className="grow">{t('zip.trouble', { name: trouble.name })}</p>
      <Button size="dense" onClick={() => trouble.answer('again')}>
        {t('zip.again')}
      </Button>
      <Button size="dense" onClick={() => trouble.answer('without')}>
        {t('zip.without')}
      </Button>
    </div>
  );
}

function FailedNotice({ error }: { readonly error: Error }) {
  const { t } = useTranslation('creatives');
  const { t: tc } = useTranslation();
  const isFull = error.name === 'QuotaExceededError';
  return (
    <p role="alert" className="mt-3 rounded-control bg-loss-soft p-3 text-loss">
      {isFull ? t('zip.full') : errorWords(error, tc).title}
    </p>
  );
}
