import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { paths } from '../paths.ts';

/** A program that does not exist and one that is not mine look the same. */
export function NoPlace() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-lg py-12">
      <PageHeader title={t('error.not_found.title')} />
      <p className="text-ink-2">{t('error.not_found.body')}</p>
      <LinkButton to={paths.start} variant="primary" className="mt-4">
        {t('missing.home')}
      </LinkButton>
    </div>
  );
}
