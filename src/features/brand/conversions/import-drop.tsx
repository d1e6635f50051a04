import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '../../../data/conversions/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { classes } from '../../../ui/classes.ts';
import type { Phase } from './import-flow.ts';
import { ProblemNotice } from './import-problem.tsx';
import type { ImportSession } from './import-session.ts';

type ImportDropProps = {
  readonly phase: Extract<Phase, { name: 'choose' | 'opening' }>;
  readonly session: ImportSession;
};

/** Where a file is dropped or chosen, with what it may be at most. */
export function ImportDrop({ phase, session }: ImportDropProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const limits = { megabytes: format.number(LIMITS.bytes / 1024 / 1024), rows: format.number(LIMITS.rows) };
  return (
    <div className="flex flex-col gap-4">
      {phase.name === 'choose' && phase.problem !== null && <ProblemNotice problem={phase.problem} />}
      <Card>
        <DropZone isBusy={phase.name === 'opening'} onFile={(file) => void session.drop(file)} />
        <p className="mt-4 text-ink-2">{t('drop.limits', limits)}</p>
        <ol className="mt-3 list-decimal space-y-1 ps-5 text-ink-2 marker:text-ink-3">
          <li>{t('drop.step_setup')}</li>
          <li>{t('drop.step_check')}</li>
          <li>{t('drop.step_book')}</li>
        </ol>
      </Card>
    </div>
  );
}

function DropZone({ isBusy, onFile }: { readonly isBusy: boolean; readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('import');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const handleFiles = (files: FileList | null) => {
    const file = files?.item(0);
    if (file != null) onFile(file);
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    handleFiles(event.dataTransfer.files);
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
        'flex flex-col items-center gap-3 rounded-card border-2 border-dashed px-4 py-12 text-center',
        isOver ? 'border-accent bg-accent-soft' : 'border-edge',
      )}
    >
      <FileUp aria-hidden="true" size={28} className="text-ink-3" />
      <p className="text-base font-semibold">{t('drop.title')}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        className="sr-only"
        tabIndex={-1}
        aria-label={t('drop.input')}
        onChange={(event) => {
          handleFiles(event.target.files);
          // So that the same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      <Button variant="primary" isBusy={isBusy} onClick={() => input.current?.click()}>
        {isBusy ? t('drop.opening') : t('drop.choose')}
      </Button>
    </div>
  );
}
