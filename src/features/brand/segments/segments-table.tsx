import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Segment } from '../../../data/segments/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useRuleWords } from './rule-words.ts';

/** Segments by name, each with its rule in words. */
export function SegmentsTable({ segments }: { readonly segments: readonly Segment[] }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const words = useRuleWords();
  return (
    <DataTable
      caption={t('title')}
      rows={segments}
      rowKey={(segment) => segment.id}
      columns={[
        {
          id: 'name',
          header: t('column.name'),
          cell: (segment) => (
            <>
              <Link to={segment.id} className="text-accent hover:underline">
                {segment.name}
              </Link>
              <span className="block max-w-prose font-normal text-ink-2">{words.sentence(segment.rule)}</span>
            </>
          ),
        },
        {
          id: 'members',
          header: t('column.members'),
          isFigure: true,
          cell: (segment) => (
            <span className="flex flex-col items-end">
              {format.number(segment.active)}
              {segment.paused > 0 && (
                <span className="text-sm text-ink-3">{t('and_paused', { value: format.number(segment.paused) })}</span>
              )}
            </span>
          ),
        },
        { id: 'uses', header: t('column.uses'), cell: (segment) => <Uses segment={segment} /> },
      ]}
    />
  );
}

const SHOWN = 2;

function Uses({ segment }: { readonly segment: Segment }) {
  const { t } = useTranslation('segments');
  const { t: tc } = useTranslation();
  const format = useFormat();
  const { uses } = segment;
  if (uses.length === 0) return <span className="text-ink-3">{t('unused')}</span>;
  if (uses.length > SHOWN) return t('use_count', { count: uses.length, value: format.number(uses.length) });
  return (
    <span className="flex flex-col items-end @2xl:items-start">
      {uses.map((use) => (
        <span key={use.id}>{tc('pair', { label: t(`uses.kind.${use.kind}`), text: use.label })}</span>
      ))}
    </span>
  );
}
