import { lazy, Suspense } from 'react';
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

const ProgramLook = lazy(() => import('./program-look.tsx').then((module) => ({ default: module.ProgramLook })));

/** The program somebody comes to: named in the link, or by the place they were sent here from. */
function programOf(search: URLSearchParams): string | null {
  return search.get('program') ?? /^\/[pb]\/([^/?#]+)/.exec(search.get('next') ?? '')?.[1] ?? null;
}

export function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const [search] = useSearchParams();
  if (session.status === 'in') return <Navigate to={safePath(search.get('next'))} replace />;
  const slug = programOf(search);
  const own = (
    <>
      <img src="/icon.svg" alt="" width={32} height={32} />
      {t('app_name')}
    </>
  );
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-sm flex-col justify-center px-4 py-8">
      <p className="mb-6 flex items-center gap-3 font-semibold">
        {slug === null ? (
          own
        ) : (
          <Suspense fallback={own}>
            <ProgramLook slug={slug}>{own}</ProgramLook>
          </Suspense>
        )}
      </p>
      <PageHeader title={t('sign_in.title')} meta={t('sign_in.lead')} />
      <Card>
        <SignInForm />
      </Card>
    </main>
  );
}
