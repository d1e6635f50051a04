import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerLink } from '../../../data/links/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { DayRange } from '../../../lib/dates.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { SearchInput } from '../../../ui/search-input.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useSorting } from '../../../ui/sorting.ts';
import { LinksExport } from './links-export.tsx';
import { LinksTable } from './links-table.tsx';
import { useLinkName } from './use-link-name.ts';

const WHICH = ['used', 'archived'] as const;
const whichParser = parseAsStringLiteral(WHICH).withDefault('used');
const searchParser = parseAsString.withDefault('');
/** More than these are worth a search. */
const FEW = 8;
const ROWS_A_PAGE = 50;

const SORT = {
  name: (link: PartnerLink) => link.name || link.code,
  clicks: (link: PartnerLink) => link.clicks,
  orders: (link: PartnerLink) => link.conversions,
  sales: (link: PartnerLink) => link.revenue_minor,
  earned: (link: PartnerLink) => link.accrued_minor,
};

type LinksCardProps = { readonly links: readonly PartnerLink[]; readonly days: DayRange };

/** Links in use or archived, with a search when there are many; the default one stands first until somebody sorts. */
export function LinksCard({ links, days }: LinksCardProps) {
  const { t } = useTranslation('links');
  const format = useFormat();
  const nameOf = useLinkName();
  const [which, setWhich] = useQueryState('which', whichParser);
  const [search, setSearch] = useQueryState('search', searchParser);
  const [shown, setShown] = useState(ROWS_A_PAGE);
  const groups = {
    used: links.filter((link) => link.archived_at === null),
    archived: links.filter((link) => link.archived_at !== null),
  };
  const word = search.trim().toLocaleLowerCase();
  const texts = (link: PartnerLink) => [nameOf(link), link.code, link.destination];
  const found = groups[which].filter((link) => texts(link).some((text) => text.toLocaleLowerCase().includes(word)));
  const sorted = useSorting(found, SORT, '');
  const hasArchived = groups.archived.length > 0 || which === 'archived';
  const pages = {
    hasNextPage: found.length > shown,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    error: null,
    fetchNextPage: () => setShown(shown + ROWS_A_PAGE),
  };
  return (
    <Card title={t('list')} aside={t('count', { count: found.length, value: format.number(found.length) })} isFlush>
      {(hasArchived || groups.used.length > FEW) && (
        <div className="flex flex-wrap gap-2 px-4 pb-3 sm:px-5">
          {hasArchived && (
            <Segmented
              label={t('which')}
              value={which}
              segments={WHICH.map((value) => ({ value, label: `${t(`which_${value}`)} ${groups[value].length}` }))}
              onChange={(next) => void setWhich(next)}
            />
          )}
          {groups[which].length > FEW && (
            <SearchInput label={t('search')} text={search} onSearch={(text) => void setSearch(text || null)} />
          )}
        </div>
      )}
      {found.length === 0 ? (
        <Nothing isSearched={word !== ''} which={which} />
      ) : (
        <>
          <LinksTable links={sorted.rows.slice(0, shown)} sorting={sorted.sorting} />
          {found.length > ROWS_A_PAGE && <MoreRows shown={Math.min(shown, found.length)} query={pages} />}
          <p className="border-t border-line px-4 py-3 text-sm text-ink-3 sm:px-5">{t('code_note')}</p>
          <LinksExport links={sorted.rows} days={days} filter={word === '' ? null : search.trim()} which={which} />
        </>
      )}
    </Card>
  );
}

function Nothing({ isSearched, which }: { readonly isSearched: boolean; readonly which: (typeof WHICH)[number] }) {
  const { t } = useTranslation('links');
  if (isSearched) return <EmptyState title={t('none_found')}>{t('none_found_body')}</EmptyState>;
  return <EmptyState title={t(`none_${which}`)}>{t(`none_${which}_body`)}</EmptyState>;
}
