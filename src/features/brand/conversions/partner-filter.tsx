import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventFilter } from '../../../data/insights/brand-filter.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { PartnerChoices } from './partner-choices.tsx';

type PartnerFilterProps = {
  readonly filter: EventFilter;
  readonly onChange: (change: Partial<EventFilter>) => void;
};

/** Whose events: everybody's, one partner's, or nobody's. */
export function PartnerFilter({ filter, onChange }: PartnerFilterProps) {
  const { t } = useTranslation('brand');
  const [isOpen, setIsOpen] = useState(false);
  const chosen = usePartnerText(filter);
  const handleChoice = (change: Partial<EventFilter>) => {
    setIsOpen(false);
    onChange(change);
  };
  return (
    <>
      <Button
        size="dense"
        aria-haspopup="dialog"
        className="min-w-0 justify-between border-edge font-normal sm:max-w-60"
        onClick={() => setIsOpen(true)}
      >
        <span className="truncate">{chosen ?? t('filter.every_partner')}</span>
        <ChevronDown aria-hidden="true" size={16} className="shrink-0" />
      </Button>
      {isOpen && (
        <Dialog title={t('filter.partner_title')} onClose={() => setIsOpen(false)}>
          <PartnerChoices onChoice={handleChoice} />
        </Dialog>
      )}
    </>
  );
}

/** The partner of a filter by name, "Organic", or null for everybody. */
export function usePartnerText(filter: EventFilter): string | null {
  const { t } = useTranslation('brand');
  const { program } = usePlace();
  const { partnership } = filter;
  const query = useQuery({
    ...brandQueries.partnerName(program.id, partnership ?? ''),
    enabled: partnership !== null,
  });
  if (filter.isOrganic) return t('events.organic');
  if (partnership === null) return null;
  return query.data ?? t('filter.one_partner');
}
