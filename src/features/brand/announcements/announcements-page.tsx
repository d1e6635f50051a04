import { useInfiniteQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ANNOUNCEMENT_STATES, isAnnouncementState, mayAnnounce } from '../../../data/announcements/brand-model.ts';
import { announcementQueries } from '../../../data/announcements/brand-queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { AnnouncementRows } from './announcement-rows.tsx';

const parsers = { state: parseAsStringLiteral(ANNOUNCEMENT_STATES), search: parseAsString.withDefault('') };

/** Everything the brand has told its partners, is telling them, or is about to. */
export function AnnouncementsPage() {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program, role } = usePlace();
  const [{ state, search }, setFilter] = useQueryStates(parsers);
  const word = search.trim().slice(0, 80);
  const query = useInfiniteQuery(announcementQueries.list(program.slug, { state, search: word }));
  const counts = query.data?.pages[0]?.counts;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('meta', { zone: format.zone(program.time_zone) })}
        actions={mayAnnounce(role) && <NewAnnouncement />}
      />
      <div className="mb-4 flex flex-wrap gap-2">
        <InlineSelect
          label={t('state_label')}
          value={state ?? ''}
          onChange={({ target }) => void setFilter({ state: isAnnouncementState(target.value) ? target.value : null })}
        >
          <option value="">{t('every_state')}</option>
          {ANNOUNCEMENT_STATES.map((one) => (
            <option key={one} value={one}>
              {counts === undefined ? t(`state.${one}`) : `${t(`state.${one}`)} (${format.number(counts[one])})`}
            </option>
          ))}
        </InlineSelect>
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={search}
          maxLength={80}
          onChange={({ target }) => void setFilter({ search: target.value === '' ? null : target.value })}
          className="field min-w-0 grow sm:min-h-9 sm:max-w-80 sm:py-1"
        />
      </div>
      <PageState query={query} skeleton={<SkeletonCards heights={['h-96']} />}>
        {({ pages }) => (
          <Card isFlush>
            <AnnouncementRows
              rows={pages.flatMap((page) => page.rows)}
              query={query}
              isFiltered={state !== null || word !== ''}
              onReset={() => void setFilter(null)}
              action={mayAnnounce(role) && <NewAnnouncement />}
            />
          </Card>
        )}
      </PageState>
    </>
  );
}

/** A new one has its id from the first word on: saved twice, it is saved once. */
function NewAnnouncement() {
  const { t } = useTranslation('announcements');
  const navigate = useNavigate();
  return (
    <Button variant="primary" onClick={() => void navigate(`${crypto.randomUUID()}?new=true`)}>
      {t('new')}
    </Button>
  );
}
