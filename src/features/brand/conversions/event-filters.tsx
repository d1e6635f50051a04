import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVENT_KINDS } from '../../../data/conversions/model.ts';
import { EVENT_STATUSES } from '../../../data/insights/brand-events-model.ts';
import { reasonsFor } from '../../../data/insights/brand-filter.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { DayFilter } from '../../../ui/day-filter.tsx';
import { EventSearch } from './event-search.tsx';
import { OptionFilter } from './option-filter.tsx';
import { PartnerFilter } from './partner-filter.tsx';
import type { Filtering } from './use-event-filter.ts';

/** What the list is narrowed to. On a phone the filters unfold; the search is always there. */
export function EventFilters({ filtering }: { readonly filtering: Filtering }) {
  const { t } = useTranslation('brand');
  const [isOpen, setIsOpen] = useState(false);
  const { filter, onChange } = filtering;
  return (
    <div className="flex flex-col gap-2 px-4 pt-1 pb-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <EventSearch search={filter.search} onSearch={(search) => onChange({ search })} />
        <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal aria-hidden="true" size={16} />
          {t('filter.open')}
        </Button>
        {filtering.isFiltered && (
          <Button variant="quiet" size="dense" onClick={filtering.onClear}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <div className={classes('gap-2 sm:flex sm:flex-wrap', isOpen ? 'grid grid-cols-2' : 'hidden')}>
        <OptionFilter
          label={t('events.fate')}
          every={t('filter.every_fate')}
          value={filter.status}
          options={EVENT_STATUSES.filter((status) => status !== 'received')}
          nameOf={(status) => t(`fate.${status}`)}
          onChange={(status) => onChange({ status })}
        />
        {reasonsFor(filter.status).length > 0 && (
          <OptionFilter
            label={t('events.reason')}
            every={t('filter.every_reason')}
            value={filter.reason}
            options={reasonsFor(filter.status)}
            nameOf={(reason) => t(`reason.${reason}`)}
            onChange={(reason) => onChange({ reason })}
          />
        )}
        <OptionFilter
          label={t('fates.kind')}
          every={t('fates.every_kind')}
          value={filter.kind}
          options={EVENT_KINDS}
          nameOf={(kind) => t(`kind.${kind}`)}
          onChange={(kind) => onChange({ kind })}
        />
        <PartnerFilter filter={filter} onChange={onChange} />
        <div className="contents sm:flex sm:gap-2">
          <DayFilter label={t('filter.from')} day={filter.from} onDay={(from) => onChange({ from })} />
          <DayFilter label={t('filter.to')} day={filter.to} onDay={(to) => onChange({ to })} />
        </div>
      </div>
    </div>
  );
}
