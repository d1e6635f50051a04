import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { findingsOf } from './import-counts.ts';
import { FatesTable } from './import-fates.tsx';
import { FindingsCard } from './import-findings.tsx';
import type { Phase } from './import-flow.ts';
import type { ImportSession } from './import-session.ts';

type Ended = Extract<Phase, { name: 'ended' }>;
type ImportEndProps = { readonly phase: Ended; readonly session: ImportSession };

/** What the import came to, row for row; or where it stands and how to go on. */
export function ImportEnd({ phase, session }: ImportEndProps) {
  const { t } = useTranslation('import');
  const { plan, outcome } = phase;
  // The dry run named every row to look at; those booked before it stand in the list of events.
  const findings = findingsOf(plan.facts.errors, plan.checked.plan.issues);
  return (
    <div className="flex flex-col gap-4">
      {outcome.isStopped ? <StandsAt phase={phase} /> : <Notice title={t('end.done', { name: plan.name })} />}
      <Card title={t('end.title')} isFlush>
        <FatesTable counts={outcome.import.counts} badLines={outcome.import.lines_bad} />
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        {outcome.isStopped && (
          <Button variant="primary" onClick={() => void session.book(plan)}>
            {t('end.go_on')}
          </Button>
        )}
        <LinkButton variant={outcome.isStopped ? 'secondary' : 'primary'} to="../conversions">
          {t('end.see')}
        </LinkButton>
        <Button onClick={() => session.startOver()}>{t('other_file')}</Button>
      </div>
      {!outcome.isStopped && findings.length > 0 && <FindingsCard fileName={plan.name} findings={findings} />}
    </div>
  );
}

function StandsAt({ phase }: { readonly phase: Ended }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { next_row, rows_total } = phase.outcome.import;
  const words = { done: format.number(next_row - 1), all: format.number(rows_total) };
  return (
    <Notice tone="warn" title={t('end.stopped_title', words)}>
      {phase.nextLine !== null && <p>{t('end.stopped_line', { line: format.number(phase.nextLine) })}</p>}
      <p>{t('end.stopped_body')}</p>
    </Notice>
  );
}
