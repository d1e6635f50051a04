import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';

/** What belongs to settings and has a room of its own. */
export function WaysCard({ isOwner }: { readonly isOwner: boolean }) {
  const { t } = useTranslation('settings');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title={t('team')}>
        <p className="mb-3 text-ink-2">{t('team_hint')}</p>
        <LinkButton to="../team">{t('to_team')}</LinkButton>
      </Card>
      {isOwner && (
        <Card title={t('audit')}>
          <p className="mb-3 text-ink-2">{t('audit_hint')}</p>
          <LinkButton to="../audit">{t('to_audit')}</LinkButton>
        </Card>
      )}
    </div>
  );
}
