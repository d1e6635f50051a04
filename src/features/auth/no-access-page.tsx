import { useTranslation } from 'react-i18next';
import { signOut } from '../../data/session/actions.ts';
import { useSession } from '../../data/session/store.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';

/** An account that no program knows yet: what to do, and a way out. */
export function NoAccessPage() {
  const { t } = useTranslation();
  const session = useSession();
  const leaving = useAttempt<void>(signOut);
  const email = session.status === 'in' || session.status === 'ended' ? session.email : '';
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-8">
      <PageHeader title={t('no_access.title')} />
      <Card>
        <p className="text-ink-2">{t('no_access.body', { email })}</p>
        <div className="mt-4 flex flex-wrap gap-2">
          <LinkButton to="/" reloadDocument variant="primary">
            {t('no_access.check_again')}
          </LinkButton>
          <Button isBusy={leaving.isPending} onClick={() => leaving.run()}>
            {t('account.sign_out')}
          </Button>
        </div>
      </Card>
    </main>
  );
}
