import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ImportDrop } from './import-drop.tsx';
import { ImportEnd } from './import-end.tsx';
import type { Phase } from './import-flow.ts';
import { ImportPlan } from './import-plan.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportSession } from './import-session.ts';
import { ImportSetup } from './import-setup.tsx';
import { ImportUnreadable } from './import-unreadable.tsx';

/** From a dropped file to booked orders: choose, set up, check, import, and what it came to. */
export function ImportPage() {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { role, program } = usePlace();
  const mayImport = role === 'owner' || role === 'finance';
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta', { zone: format.zone(program.time_zone), currency: program.currency })}
        actions={<LinkButton to="../conversions">{t('to_conversions')}</LinkButton>}
      />
      {mayImport ? (
        <Import />
      ) : (
        <Card>
          <EmptyState title={t('not_yours.title')}>{t('not_yours.body')}</EmptyState>
        </Card>
      )}
    </>
  );
}

function Import() {
  const { t } = useTranslation('import');
  const { program } = usePlace();
  const [phase, setPhase] = useState<Phase>({ name: 'choose', problem: null });
  const session = useMemo(() => new ImportSession(program, setPhase), [program]);
  const stage = useRef<HTMLDivElement>(null);
  const shown = useRef<Phase['name']>('choose');
  useEffect(() => () => session.close(), [session]);

  // The button that was pressed is gone with its step: the focus goes to the new one, at its top.
  useEffect(() => {
    if (shown.current === phase.name) return;
    shown.current = phase.name;
    stage.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [phase.name]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a step is a group of controls, but no fieldset of a form
    <div ref={stage} role="group" tabIndex={-1} aria-label={t(`stage.${phase.name}`)} className="outline-none">
      <Stage phase={phase} session={session} />
    </div>
  );
}

function Stage({ phase, session }: { readonly phase: Phase; readonly session: ImportSession }) {
  switch (phase.name) {
    case 'choose':
    case 'opening':
      return <ImportDrop phase={phase} session={session} />;
    case 'unreadable':
      return <ImportUnreadable phase={phase} session={session} />;
    case 'setup':
      return <ImportSetup phase={phase} session={session} />;
    case 'checking':
      return <ImportProgress isBooking={false} name={phase.reading.name} work={phase.work} session={session} />;
    case 'plan':
      return <ImportPlan phase={phase} session={session} />;
    case 'booking':
      return <ImportProgress isBooking name={phase.plan.name} work={phase.work} session={session} />;
    case 'ended':
      return <ImportEnd phase={phase} session={session} />;
  }
}
