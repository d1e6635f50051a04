import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { mayBookConversions } from '../../../data/conversions/rights.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

/** Shown over an empty range: a program that never had an event learns how the first ones come in. */
export function QuietProgram() {
  const { t } = useTranslation('brand');
  const { program } = useAddress();
  const { role } = usePlace();
  const query = useQuery(brandQueries.fates(program));
  if (query.data === undefined || query.data.fates.length > 0) return null;
  const canImport = mayBookConversions(role);
  return (
    <Card className="mb-4">
      <EmptyState
        title={t('first.title')}
        action={
          canImport && (
            <LinkButton to="../import" variant="primary">
              {t('first.import')}
            </LinkButton>
          )
        }
      >
        {t(canImport ? 'first.body' : 'first.ask')}
      </EmptyState>
    </Card>
  );
}
