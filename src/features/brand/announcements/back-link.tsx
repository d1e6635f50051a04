import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function BackLink() {
  const { t } = useTranslation('announcements');
  return (
    <Link to="../announcements" className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-ink-2 hover:text-ink">
      <ArrowLeft aria-hidden="true" size={16} />
      {t('title')}
    </Link>
  );
}
