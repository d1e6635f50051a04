import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { STARTER_NAMES } from './starters.ts';

/** What a segment is for, and rules to begin with. */
export function NoSegments({ canKeep }: { readonly canKeep: boolean }) {
  const { t } = useTranslation('segments');
  if (!canKeep) {
    return (
      <Card>
        <EmptyState title={t('empty.title')}>{t('empty.ask')}</EmptyState>
      </Card>
    );
  }
  return (
    <Card>
      <EmptyState
        title={t('empty.title')}
        action={
          <div className="flex flex-wrap justify-center gap-2">
            {STARTER_NAMES.map((name) => (
              <LinkButton key={name} to={`new?start=${name}`}>
                {t(`empty.${name}`)}
              </LinkButton>
            ))}
            <LinkButton to="new" variant="primary">
              {t('new')}
            </LinkButton>
          </div>
        }
      >
        {t('empty.body')}
      </EmptyState>
    </Card>
  );
}
