import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Peek } from '../../../data/invitations/model.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { forgetToken } from './kept-token.ts';

function reasonOf(peek: Peek): 'mine' | 'used' | 'expired' | 'revoked' | 'unknown' {
  if (peek.state === 'open') return 'unknown';
  return peek.state === 'used' && peek.is_mine ? 'mine' : peek.state;
}

/** Why the link opens nothing any more, and what to do next. */
export function ClosedInvitation({ peek }: { readonly peek: Peek }) {
  const { t } = useTranslation('invite');
  useEffect(forgetToken, []);
  const why = reasonOf(peek);
  const team = peek.state === 'unknown' ? '' : (peek.program?.name ?? peek.partner_name) || '';
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-4 py-8">
      <PageHeader title={t(`closed.${why}.title`)} />
      <Card>
        <p className="text-ink-2">{t(`closed.${why}.body`, { team })}</p>
        <div className="mt-4">
          <LinkButton to="/" variant="primary">
            {t(why === 'mine' ? 'closed.go_in' : 'closed.to_portal')}
          </LinkButton>
        </div>
      </Card>
    </main>
  );
}
