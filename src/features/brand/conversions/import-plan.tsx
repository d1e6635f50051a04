import { useTranslation } from 'react-i18next';
import { mergeFates } from '../../../data/conversions/import-run.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { findingsOf, rowsOf } from './import-counts.ts';
import { FatesTable } from './import-fates.tsx';
import { FindingsCard } from './import-findings.tsx';
import type { Phase, Plan } from './import-flow.ts';
import type { ImportSession } from './import-session.ts';

type ImportPlanProps = { readonly phase: Extract<Phase, { name: 'plan' }>; readonly session: ImportSession };

/** The dry run's result: what would become of every row. Nothing is booked until the button says so. */
export function ImportPlan({ phase, session }: ImportPlanProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { plan, error } = phase;
  const { facts, checked } = plan;
  const begun = checked.started.import;
  const fresh = rowsOf(checked.plan.fates, 'applied', 'held', 'rejected');
  const findings = findingsOf(facts.errors, checked.plan.issues);
  return (
    <div className="flex flex-col gap-4">
      {error !== null && <ErrorNotice error={error} onRetry={() => session.book(plan)} />}
      <Before plan={plan} />
      <Card title={t('plan.title', { name: plan.name })} aside={t('plan.nothing_booked')} isFlush>
        <FatesTable counts={mergeFates([...begun.counts, ...checked.plan.fates])} badLines={facts.errors.length} />
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" onClick={() => void session.book(plan)}>
          {fresh === 0 ? t('plan.finish') : t('plan.book', { count: fresh, rows: format.number(fresh) })}
        </Button>
        <Button onClick={() => session.setUp(plan)}>{t('plan.back')}</Button>
        <Button onClick={() => session.startOver()}>{t('other_file')}</Button>
      </div>
      {findings.length > 0 && <FindingsCard fileName={plan.name} findings={findings} />}
    </div>
  );
}

/** What was done with this very file before. */
function Before({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { program } = usePlace();
  const { started } = plan.checked;
  const rows = started.import.next_row - 1;
  if (rows > 0) {
    return (
      <Notice title={t('before.half_title', { rows: format.number(rows), all: format.number(plan.facts.rowsTotal) })}>
        {t('before.half_body')}
      </Notice>
    );
  }
  if (started.finished_before === null) return null;
  const time = format.instant(started.finished_before, program.time_zone);
  return <Notice title={t('before.whole_title', { time })}>{t('before.whole_body')}</Notice>;
}
