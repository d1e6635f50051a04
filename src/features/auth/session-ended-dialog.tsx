import { useTranslation } from 'react-i18next';
import { signOut } from '../../data/session/actions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { SignInForm } from './sign-in-form.tsx';

/** Over the page whose session the server gave up: signing in again keeps what was being typed. */
export function SessionEndedDialog({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const leaving = useAttempt<void>(signOut);
  return (
    <Dialog title={t('session_ended.title')} isForced onClose={() => undefined}>
      <p className="mb-4 text-ink-2">{t('session_ended.body', { email })}</p>
      <SignInForm fixedEmail={email} />
      <div className="mt-3 border-t border-line pt-3">
        <Button variant="quiet" isBusy={leaving.isPending} onClick={() => leaving.run()}>
          {t('session_ended.other')}
        </Button>
      </div>
    </Dialog>
  );
}
