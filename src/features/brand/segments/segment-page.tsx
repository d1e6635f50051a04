import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useAddress } from '../../../data/programs/place.ts';
import type { Segment } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { SegmentEditor } from './segment-editor.tsx';
import { EVERYBODY, STARTER_NAMES, STARTERS } from './starters.ts';

/** One segment: its rule, who fits it, why somebody does or does not, and what it is used for. */
export function SegmentPage() {
  const { segmentId = '' } = useParams();
  const { t } = useTranslation('segments');
  const { program } = useAddress();
  const query = useQuery(segmentQueries.list(program));
  return (
    <>
      <Link to="../segments" className="mb-2 inline-flex min-h-11 items-center gap-1.5 text-ink-2 hover:text-ink">
        <ArrowLeft aria-hidden="true" size={16} />
        {t('editor.back')}
      </Link>
      {query.data === undefined && <PageHeader title={t('title')} meta={'\u00a0'} />}
      <PageState query={query} skeleton={<SkeletonCards heights={['h-80', 'h-40']} />}>
        {(segments) => <Known key={segmentId} segmentId={segmentId} segments={segments} />}
      </PageState>
    </>
  );
}

type KnownProps = { readonly segmentId: string; readonly segments: readonly Segment[] };

function Known({ segmentId, segments }: KnownProps) {
  const { t } = useTranslation('segments');
  const [search] = useSearchParams();
  if (segmentId === 'new') {
    const original = segments.find((segment) => segment.id === search.get('from'));
    const starter = STARTER_NAMES.find((name) => name === search.get('start'));
    return (
      <SegmentEditor
        key={search.toString()}
        segment={null}
        start={{
          name: original === undefined ? '' : t('editor.copy_of', { name: original.name }),
          rule: original?.rule ?? (starter === undefined ? EVERYBODY : STARTERS[starter]),
        }}
      />
    );
  }
  const segment = segments.find((known) => known.id === segmentId);
  if (segment === undefined) return <Missing />;
  return <SegmentEditor segment={segment} start={segment} />;
}

function Missing() {
  const { t } = useTranslation('segments');
  return (
    <>
      <PageHeader title={t('editor.missing_title')} />
      <EmptyState
        title={t('editor.missing_title')}
        action={<LinkButton to="../segments">{t('editor.all')}</LinkButton>}
      >
        {t('editor.missing_body')}
      </EmptyState>
    </>
  );
}
