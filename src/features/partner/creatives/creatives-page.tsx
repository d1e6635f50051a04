import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../data/creatives/model.ts';
import { creativeMutations, creativeQueries } from '../../../data/creatives/queries.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { QueryString } from '../../../ui/query-string.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { AssetDialog } from './asset-dialog.tsx';
import { AssetFilters } from './asset-filters.tsx';
import { AssetTile } from './asset-tile.tsx';
import { DownloadBar } from './download-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { type AssetFiltering, useAssetFilter } from './use-asset-filter.ts';
import { useSelection } from './use-selection.ts';
import { useZip } from './use-zip.ts';

/** The library: everything this partner may use now, to look at, copy and download. */
export function CreativesPage() {
  const { partnership } = usePlace();
  return <QueryString>{partnership?.status === 'ended' ? <Ended /> : <Library />}</QueryString>;
}

function Ended() {
  const { t } = useTranslation('creatives');
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState title={t('ended')}>{t('ended_body')}</EmptyState>
      </Card>
    </>
  );
}

function Library() {
  const { t } = useTranslation('creatives');
  const address = useAddress();
  const filtering = useAssetFilter();
  const query = useInfiniteQuery(creativeQueries.library(address, filtering.filter));
  const assets = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const first = query.data?.pages[0];
  const selection = useSelection(assets);
  const zip = useZip();
  const [open, setOpen] = useState<Asset | null>(null);
  useVisit(first !== undefined);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={first && <Meta all={first.all} fresh={first.new} />}
        actions={
          <Segmented
            label={t('which')}
            value={filtering.filter.isNew ? 'new' : 'all'}
            segments={[
              { value: 'all', label: t('all') },
              { value: 'new', label: t('new_ones') },
            ]}
            onChange={(which) => filtering.onNew(which === 'new')}
          />
        }
      />
      <AssetFilters filtering={filtering} page={first} />
      <PageState query={query} skeleton={<SkeletonCards heights={['h-60', 'h-60']} />}>
        {() => (
          <>
            <SelectionBar
              selection={selection}
              filter={filtering.filter}
              found={first?.found ?? 0}
              onDownload={() => zip.start(selection.assets)}
            />
            {assets.length === 0 ? (
              <Nothing filtering={filtering} />
            ) : (
              <>
                <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
                  {assets.map((asset) => (
                    <AssetTile
                      key={asset.id}
                      asset={asset}
                      isSelected={selection.has(asset.id)}
                      onSelect={(isSelected, isRange) => selection.onSelect(asset, isSelected, isRange)}
                      onOpen={() => setOpen(asset)}
                    />
                  ))}
                </ul>
                <div className="mt-4">
                  <MoreRows shown={assets.length} query={query} />
                </div>
              </>
            )}
          </>
        )}
      </PageState>
      {zip.download !== null && (
        <DownloadBar download={zip.download} onCancel={zip.cancel} onRetry={() => zip.start(selection.assets)} />
      )}
      {open !== null && <AssetDialog asset={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Once the library was seen, it was visited; a failed note only leaves "new" as it is. */
function useVisit(isSeen: boolean): void {
  const { mutate } = useMutation(creativeMutations.visit(useAddress()));
  const isNoted = useRef(false);
  useEffect(() => {
    if (!isSeen || isNoted.current) return;
    isNoted.current = true;
    mutate();
  }, [isSeen, mutate]);
}

function Meta({ all, fresh }: { readonly all: number; readonly fresh: number }) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  return (
    <>
      {t('for_you', { count: all, value: format.number(all) })}
      {fresh > 0 && ` · ${t('fresh', { count: fresh, value: format.number(fresh) })}`}
    </>
  );
}

function Nothing({ filtering }: { readonly filtering: AssetFiltering }) {
  const { t } = useTranslation('creatives');
  return (
    <Card className="mt-4">
      {filtering.isFiltered ? (
        <EmptyState title={t('none_found')} action={<Button onClick={filtering.onClear}>{t('filter.clear')}</Button>}>
          {t('none_found_body')}
        </EmptyState>
      ) : (
        <EmptyState title={t('none')}>{t('none_body')}</EmptyState>
      )}
    </Card>
  );
}
