import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventFilter } from '../../../data/insights/brand-filter.ts';
import { brandQueries } from '../../../data/insights/brand-queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type PartnerChoicesProps = { readonly onChoice: (change: Partial<EventFilter>) => void };

const CHOICE = 'flex min-h-11 w-full items-center justify-between gap-3 rounded-control px-3 text-start hover:bg-soft';

/** Everybody, nobody, or the partners whose name or code fits what is typed. */
export function PartnerChoices({ onChoice }: PartnerChoicesProps) {
  const { t } = useTranslation('brand');
  const { program } = usePlace();
  const [text, setText] = useState('');
  const query = useQuery(brandQueries.partnerChoices(program.id, useDeferredValue(text.trim())));
  return (
    <div className="flex flex-col gap-3">
      <div>
        <button type="button" className={CHOICE} onClick={() => onChoice({ partnership: null, isOrganic: false })}>
          {t('filter.every_partner')}
        </button>
        <button type="button" className={CHOICE} onClick={() => onChoice({ isOrganic: true })}>
          {t('filter.organic_only')}
        </button>
      </div>
      <TextField
        type="search"
        label={t('filter.partner_search')}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
      />
      <PageState query={query} skeleton={<Skeleton className="h-60 w-full" />}>
        {(partners) => (
          <>
            <p role="status" className="sr-only">
              {t('filter.partners_found', { count: partners.length })}
            </p>
            {partners.length === 0 && <p className="text-ink-2">{t('filter.no_partner')}</p>}
            <ul className="max-h-80 overflow-auto">
              {partners.map((partner) => (
                <li key={partner.id}>
                  <button type="button" className={CHOICE} onClick={() => onChoice({ partnership: partner.id })}>
                    <span>{partner.partner_name}</span>
                    <span className="text-sm text-ink-3">{partner.code}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </PageState>
    </div>
  );
}
