import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { brandPromotionQueries } from '../../../data/promotions/brand-queries.ts';
import { Card } from '../../../ui/card.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { EditorPart } from './use-editor.ts';

const SEARCH_FROM = 8;

/** Which creatives belong to it. Each keeps its own audience and dates. */
export function CreativesCard({ fields, change }: EditorPart) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const [text, setText] = useState('');
  const query = useQuery(brandPromotionQueries.creatives(program.id));
  const chosen = new Set(fields.creativeIds);
  const word = text.trim().toLocaleLowerCase();
  const toggle = (id: string): void => {
    const others = fields.creativeIds.filter((known) => known !== id);
    change({ creativeIds: chosen.has(id) ? others : [...others, id] });
  };
  return (
    <Card title={t('creatives_title')} aside={t('brand.chosen', { count: chosen.size })}>
      <PageState query={query} skeleton={<Skeleton className="h-24" />}>
        {(creatives) =>
          creatives.length === 0 ? (
            <p className="text-ink-2">{t('brand.no_creatives')}</p>
          ) : (
            <div className="flex flex-col gap-3">
              {creatives.length > SEARCH_FROM && (
                <TextField
                  label={t('brand.find_creative')}
                  type="search"
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
              <ul className="flex max-h-72 flex-col overflow-auto">
                {creatives
                  .filter(({ name }) => name.toLocaleLowerCase().includes(word))
                  .map(({ id, name, language }) => (
                    <li key={id}>
                      <label className="flex min-h-11 items-center gap-3 sm:min-h-9">
                        <input
                          type="checkbox"
                          checked={chosen.has(id)}
                          onChange={() => toggle(id)}
                          className="size-4 shrink-0 accent-accent"
                        />
                        <span className="min-w-0 grow wrap-anywhere">{name}</span>
                        {language !== null && <span className="text-sm text-ink-3">{language}</span>}
                      </label>
                    </li>
                  ))}
              </ul>
            </div>
          )
        }
      </PageState>
    </Card>
  );
}
