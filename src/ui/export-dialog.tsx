import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { ErrorNotice } from './page-state.tsx';
import { type ExportPlan, useExport } from './use-export.ts';

export type ExportFact = { readonly label: string; readonly value: string };

type ExportDialogProps = {
  readonly title: string;
  /** What the file holds: days, zone, currency, filters. */
  readonly facts: readonly ExportFact[];
  readonly plan: ExportPlan;
  readonly onClose: () => void;
};

/** Says what a CSV will hold, fetches it with its count and a way to stop, and never cuts it in silence. */
export function ExportDialog({ title, facts, plan, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, start, stop, saveCut } = useExport(plan, onClose);
  const all = [...facts, ...(plan.rows === null ? [] : [{ label: t('export.rows'), value: format.number(plan.rows) }])];
  return (
    <Dialog title={title} onClose={onClose}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {all.map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="text-ink-3">{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
      {plan.mostRows !== null && (
        <p className="mt-3 text-sm text-ink-3">{t('export.limit', { rows: format.number(plan.mostRows) })}</p>
      )}
      <div className="mt-4 flex flex-col gap-3">
        <p role="status" className={state.step === 'working' ? undefined : 'sr-only'}>
          {state.step === 'working' && t('export.fetched', { count: state.rows, value: format.number(state.rows) })}
        </p>
        {state.step === 'failed' && <ErrorNotice error={state.error} onRetry={start} />}
        {state.step === 'cut' && (
          <Notice tone="warn" title={t('export.cut_title', { rows: format.number(state.rows) })}>
            {t('export.cut_body', { rows: format.number(state.rows) })}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          {state.step === 'cut' ? (
            <Button variant="primary" onClick={saveCut}>
              {t('export.save_cut', { rows: format.number(state.rows) })}
            </Button>
          ) : (
            <Button variant="primary" isBusy={state.step === 'working'} onClick={start}>
              <Download aria-hidden="true" size={16} />
              {t('export.save')}
            </Button>
          )}
          {state.step === 'working' && <Button onClick={stop}>{t('cancel')}</Button>}
        </div>
      </div>
    </Dialog>
  );
}
