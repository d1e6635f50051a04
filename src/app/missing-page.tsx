import { useTranslation } from 'react-i18next';
import { LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { paths } from './paths.ts';

export function MissingPage() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-lg px-4 py-12">
      <PageHeader title={t('missing.title')} />
      <p className="text-ink-2">{t('missing.body')}</p>
      <LinkButton to={paths.start} variant="primary" className="mt-4">
        {t('missing.home')}
      </LinkButton>
    </div>
  );
}
