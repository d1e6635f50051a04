import { useTranslation } from 'react-i18next';
import { signOutTo } from '../../../data/session/actions.ts';
import { Button, LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';

type WrongAddressProps = { readonly invited: string; readonly present: string; readonly token: string };

/** Signed in, but as somebody else: the invitation stays good for the address it was sent to. */
export function WrongAddress({ invited, present, token }: WrongAddressProps) {
  const { t } = useTranslation('invite');
  const leaving = useAttempt(signOutTo);
  return (
    <Card title={t('wrong.title')}>
      <p className="text-ink-2">{t('wrong.body', { invited, present })}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" isBusy={leaving.isPending} onClick={() => leaving.run(`/invite#${token}`)}>
          {t('wrong.sign_out')}
        </Button>
        <LinkButton to="/">{t('wrong.stay')}</LinkButton>
      </div>
    </Card>
  );
}
