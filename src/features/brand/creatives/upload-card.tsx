import { ImageUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACCEPTED_FILES } from '../../../data/creatives/prepare-file.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { UploadRow } from './upload-row.tsx';
import type { Uploads } from './use-uploads.ts';

type UploadCardProps = { readonly uploads: Uploads; readonly isLarge: boolean };

/** Where files are dropped or chosen, many at once, and how far each of them is. */
export function UploadCard({ uploads: { queue, uploads }, isLarge }: UploadCardProps) {
  return (
    <section className="min-w-0 rounded-card border border-line bg-surface p-4 shadow-card sm:px-5">
      <DropZone isLarge={isLarge} onFiles={(files) => queue.add(files, {})} />
      {uploads.length > 0 && <UploadList uploads={uploads} queue={queue} />}
    </section>
  );
}

function UploadList({ uploads, queue }: Pick<Uploads, 'uploads' | 'queue'>) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const done = uploads.filter(({ state }) => state === 'done').length;
  const isOver = uploads.some(({ state }) => state === 'done' || state === 'refused');
  return (
    <div className="mt-4 flex flex-col gap-2">
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-2">
        <p role="status" className="font-medium">
          {t('upload.done', { done: format.number(done), count: uploads.length, all: format.number(uploads.length) })}
        </p>
        {isOver && (
          <Button variant="quiet" size="dense" onClick={() => queue.clear()}>
            {t('upload.clear')}
          </Button>
        )}
      </div>
      <ul className="flex max-h-96 flex-col divide-y divide-line overflow-auto">
        {uploads.map((upload) => (
          <UploadRow
            key={upload.id}
            upload={upload}
            onRetry={() => queue.retry(upload.id)}
            onCancel={() => queue.cancel(upload.id)}
          />
        ))}
      </ul>
    </div>
  );
}

type DropZoneProps = { readonly isLarge: boolean; readonly onFiles: (files: readonly File[]) => void };

function DropZone({ isLarge, onFiles }: DropZoneProps) {
  const { t } = useTranslation('creatives');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
      className={classes(
        'flex flex-wrap items-center justify-center gap-x-4 gap-y-3 rounded-card border-2 border-dashed px-4 text-center',
        isLarge ? 'py-12' : 'py-4',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
    >
      <ImageUp aria-hidden="true" size={24} className="text-ink-3" />
      <div>
        <p className="font-medium">{t('upload.drop')}</p>
        <p className="text-sm text-ink-3">{t('upload.limits')}</p>
      </div>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED_FILES}
        className="sr-only"
        tabIndex={-1}
        aria-label={t('upload.input')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
      <Button variant="primary" onClick={() => input.current?.click()}>
        {t('upload.choose')}
      </Button>
    </div>
  );
}
