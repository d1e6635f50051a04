import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

/** No event has this address, or none that is this reader's: the answer is the same. */
export function MissingEvent() {
  const { t } = useTranslation('brand');
  return (
    <>
      <PageHeader title={t('story.missing')} />
      <Card>
        <EmptyState
          title={t('story.missing_here')}
          action={
            <LinkButton to="../conversions" variant="primary">
              {t('story.to_list')}
            </LinkButton>
          }
        >
          {t('story.missing_more')}
        </EmptyState>
      </Card>
    </>
  );
}
