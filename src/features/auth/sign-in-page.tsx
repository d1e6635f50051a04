import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { useSession } from '../../data/session/store.ts';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Only a path of this portal, so that a link cannot lead elsewhere after signing in. */
function safePath(next: string | null): string {
  return next !== null && /^\/[pb]\//.test(next) ? next : '/';
}

export function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  if (session.status === 'in') return <Navigate to={safePath(search.get('next'))} replace />;
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-8">
      <p className="mb-6 flex items-center gap-3 font-semibold">
        <img src="/icon.svg" alt="" width={32} height={32} />
        {t('app_name')}
      </p>
      <PageHeader title={t('sign_in.title')} meta={t('sign_in.lead')} />
      <Card>
        <SignInForm />
      </Card>
    </main>
  );
}
