import { CircleCheck, CirclePause, FileSearch, type LucideIcon, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type ImportSummary, rowsTaken } from '../../../data/insights/brand-events-model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge, type Tone } from '../../../ui/badge.tsx';
import { BadLinesButton } from './bad-lines-button.tsx';

const LOOKS: Readonly<Record<ImportSummary['status'], { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  finished: { tone: 'accent', icon: CircleCheck },
  running: { tone: 'warn', icon: RefreshCw },
  stopped: { tone: 'warn', icon: CirclePause },
  draft: { tone: 'neutral', icon: FileSearch },
};

/** One file: its name, how far it is in, what to do to go on, and its malformed lines. */
export function FileRow({ file }: { readonly file: ImportSummary }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  const { tone, icon } = LOOKS[file.status];
  const taken = rowsTaken(file);
  const rows = { count: file.rows_total, done: format.number(taken), all: format.number(file.rows_total) };
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 font-medium wrap-anywhere">{file.file_name}</p>
        <Badge tone={tone} icon={icon}>
          {t(`files.status.${file.status}`)}
        </Badge>
      </div>
      <p className="text-sm text-ink-2">
        {t(file.status === 'finished' || taken === 0 ? 'files.rows' : 'files.stands', rows)}
        {' · '}
        {format.instant(file.finished_at ?? file.updated_at, program.time_zone)}
      </p>
      {file.status !== 'finished' && (
        <>
          {taken > 0 && (
            <progress
              value={taken}
              max={file.rows_total}
              aria-label={t('files.progress', { name: file.file_name })}
              className="mt-2 h-1.5 w-full accent-accent"
            />
          )}
          <p className="mt-1 text-sm text-ink-2">{t(taken > 0 ? 'files.go_on' : 'files.only_checked')}</p>
        </>
      )}
      {file.lines_bad > 0 && <BadLinesButton file={file} />}
    </li>
  );
}
