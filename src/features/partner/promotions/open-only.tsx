import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { StandingNotice } from '../standing-notice.tsx';

/** What goes on in the program is for partnerships that are open; an ended one is told so, and where its money is. */
export function OpenOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('promotions');
  const { program, partnership } = usePlace();
  if (partnership === null) return children;
  if (partnership.status !== 'ended') {
    return (
      <div className="flex flex-col gap-4">
        <StandingNotice partnership={partnership} programName={program.name} />
        <div>{children}</div>
      </div>
    );
  }
  return (
    <EmptyState title={t('over')} action={<LinkButton to="../earnings">{t('to_earnings')}</LinkButton>}>
      {t('over_body', { program: program.name })}
    </EmptyState>
  );
}
