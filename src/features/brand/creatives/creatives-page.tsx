import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Creative } from '../../../data/creatives/model.ts';
import { creativeQueries } from '../../../data/creatives/queries.ts';
import { mayKeepCreatives } from '../../../data/creatives/rights.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { CreativeFilters } from './creative-filters.tsx';
import { CreativeGrid } from './creative-grid.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { TextDialog } from './text-dialog.tsx';
import { UploadCard } from './upload-card.tsx';
import { useCreativeFilter } from './use-creative-filter.ts';
import { useUploads } from './use-uploads.ts';

/** What the brand gives its partners to publish: added, described, withdrawn here. */
export function CreativesPage() {
  const { t } = useTranslation('creatives');
  const { program } = useAddress();
  const canEdit = mayKeepCreatives(usePlace().role);
  const filtering = useCreativeFilter();
  const query = useInfiniteQuery(creativeQueries.list(program, filtering.filter));
  const uploads = useUploads();
  const [open, setOpen] = useState<readonly Creative[] | null>(null);
  const [isWriting, setIsWriting] = useState(false);
  const creatives = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = query.data?.pages[0]?.counts ?? null;
  const isEmpty = query.isSuccess && creatives.length === 0 && !filtering.isFiltered;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={counts && <Meta live={counts.state.live ?? 0} />}
        actions={canEdit && <Button onClick={() => setIsWriting(true)}>{t('text.title')}</Button>}
      />
      <div className="flex flex-col gap-4">
        {canEdit && <UploadCard uploads={uploads} isLarge={isEmpty} />}
        {!isEmpty && <CreativeFilters filtering={filtering} counts={counts} />}
        <PageState query={query} skeleton={<SkeletonCards heights={['h-60', 'h-60']} />}>
          {() =>
            creatives.length === 0 ? (
              <Nothing isFiltered={filtering.isFiltered} canEdit={canEdit} />
            ) : (
              <CreativeGrid creatives={creatives} query={query} canEdit={canEdit} onOpen={setOpen} />
            )
          }
        </PageState>
      </div>
      {open !== null && (
        <DetailsDialog creatives={open} canEdit={canEdit} uploads={uploads} onClose={() => setOpen(null)} />
      )}
      {isWriting && <TextDialog onClose={() => setIsWriting(false)} />}
    </>
  );
}

function Meta({ live }: { readonly live: number }) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  return t('live_now', { count: live, value: format.number(live) });
}

function Nothing({ isFiltered, canEdit }: { readonly isFiltered: boolean; readonly canEdit: boolean }) {
  const { t } = useTranslation('creatives');
  return (
    <Card>
      {isFiltered ? (
        <EmptyState title={t('none_found')}>{t('none_found_body')}</EmptyState>
      ) : (
        <EmptyState title={t('first.title')}>{t(canEdit ? 'first.body' : 'first.ask')}</EmptyState>
      )}
    </Card>
  );
}
