import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../../data/programs/place.ts';
import type { Candidate } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CandidateLine } from './candidate-line.tsx';
import { useSettled } from './use-settled.ts';

/** The partners whose name or code fits what is typed, to choose one. */
export function CandidateChoices({ onChoice }: { readonly onChoice: (partner: Candidate) => void }) {
  const { t } = useTranslation('segments');
  const { program } = useAddress();
  const [text, setText] = useState('');
  const query = useQuery(segmentQueries.candidates(program, useSettled(text.trim(), 200)));
  return (
    <div className="flex flex-col gap-3">
      <TextField
        type="search"
        label={t('why.search')}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
      />
      <PageState query={query} skeleton={<Skeleton className="h-60 w-full" />}>
        {(partners) => (
          <>
            <p role="status" className="sr-only">
              {t('why.found', { count: partners.length })}
            </p>
            {partners.length === 0 && <p className="text-ink-2">{t('why.none')}</p>}
            <ul className="max-h-80 overflow-auto">
              {partners.map((partner) => (
                <li key={partner.id}>
                  <button
                    type="button"
                    className="min-h-11 w-full rounded-control px-3 text-start hover:bg-soft"
                    onClick={() => onChoice(partner)}
                  >
                    <CandidateLine partner={partner} />
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
