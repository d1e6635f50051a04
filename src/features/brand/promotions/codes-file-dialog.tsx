import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { CodeLine, PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionMutations } from '../../../data/promotions/brand-queries.ts';
import { type CodeFile, type CodeFileProblem, readCodeFile } from '../../../data/promotions/code-file.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { described, FieldFrame } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { CodeReportView } from './code-report-view.tsx';

const MOST_BYTES = 10_000_000;

type CodesFileDialogProps = { readonly promotion: PromotionDetail; readonly onClose: () => void };

/** Codes from a CSV: read here, planned there, and taken once somebody has seen what would become of them. */
export function CodesFileDialog({ promotion, onClose }: CodesFileDialogProps) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const id = useId();
  const { program } = usePlace();
  const [problem, setProblem] = useState<CodeFileProblem | null>(null);
  const [lines, setLines] = useState<readonly CodeLine[]>([]);
  const planning = useMutation(brandPromotionMutations.planLines(program.slug, promotion.id));
  const taking = useMutation(brandPromotionMutations.takeLines(program.slug, promotion.id));
  const plan = planning.data;

  const handleFile = async (file: File | undefined): Promise<void> => {
    planning.reset();
    taking.reset();
    setProblem(null);
    if (file === undefined) return;
    const read: CodeFile = file.size > MOST_BYTES ? { problem: 'too_long' } : readCodeFile(await file.text());
    if ('problem' in read) {
      setProblem(read.problem);
      return;
    }
    setLines(read.lines);
    planning.mutate(read.lines);
  };
  const handleTake = () =>
    taking.mutate(lines, {
      onSuccess: (report) => {
        announce(t('brand.codes_made', { count: report.made, value: format.number(report.made) }));
        onClose();
      },
    });

  return (
    <Dialog title={t('brand.by_file_title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <FieldFrame id={id} label={t('brand.file')} hint={t('brand.file_hint')}>
          <input
            {...described({ id, hint: true })}
            type="file"
            accept=".csv,text/csv"
            onChange={(event) => void handleFile(event.target.files?.[0])}
            className="field py-2"
          />
        </FieldFrame>
        <FormError>{problem === null ? null : t(`brand.file_problem.${problem}`)}</FormError>
        {planning.isPending && <p role="status">{t('brand.planning')}</p>}
        {planning.error !== null && <ErrorNotice error={planning.error} onRetry={() => planning.mutate(lines)} />}
        {taking.error !== null && <ErrorNotice error={taking.error} onRetry={handleTake} />}
        {plan !== undefined && <CodeReportView report={plan} />}
        {plan !== undefined && plan.made > 0 && (
          <Button variant="primary" isBusy={taking.isPending} onClick={handleTake}>
            {t('brand.make', { count: plan.made, value: format.number(plan.made) })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
