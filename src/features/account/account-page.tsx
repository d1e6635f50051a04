import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/page-header.tsx';
import { OwnSettingsCard } from './own-settings-card.tsx';

/** Where staff find their own settings; partners have them in their profile. */
export function AccountPage() {
  const { t } = useTranslation('account');
  return (
    <>
      <PageHeader title={t('title')} />
      <OwnSettingsCard />
    </>
  );
}
