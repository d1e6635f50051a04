import { useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SORTS, STATUSES, spansUpTo, TYPES } from '../../../data/partners/brand-model.ts';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { SearchInput } from '../../../ui/search-input.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { type Listing, startsUp } from './use-partner-list.ts';
import { useSpanWords } from './use-span-words.ts';

/** What the list is narrowed to, of which time its figures are, and its order. On a phone the filters unfold. */
export function PartnerFilters({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('partners');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2 px-4 pt-1 pb-3 sm:px-5">
      <div className="flex flex-wrap items-center gap-2">
        <SearchInput
          label={t('filter.search')}
          text={listing.filter.search ?? ''}
          onSearch={(text) => listing.onFilter({ search: text.trim() === '' ? null : text })}
        />
        <SpanSelect listing={listing} />
        <SortSelect listing={listing} />
        <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <SlidersHorizontal aria-hidden="true" size={16} />
          {t('filter.open')}
        </Button>
        {listing.isFiltered && (
          <Button variant="quiet" size="dense" onClick={listing.onClear}>
            {t('filter.clear')}
          </Button>
        )}
      </div>
      <div className={classes('flex-wrap gap-2 sm:flex', isOpen ? 'flex' : 'hidden')}>
        <Attributes listing={listing} />
      </div>
    </div>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string | null) => void;
};

/** No choice reads as what it leaves open: "Every type". A value that is gone still shows. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useTranslation('partners');
  const isKnown = value === null || options.some((option) => option.value === value);
  return (
    <InlineSelect
      label={label}
      value={value ?? '*'}
      className="w-full sm:w-auto sm:max-w-52"
      onChange={(event) => onChange(event.target.value === '*' ? null : event.target.value)}
    >
      <option value="*">{t('filter.every', { what: label })}</option>
      {!isKnown && <option value={value}>{value}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </InlineSelect>
  );
}

function Attributes({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const { program } = useAddress();
  const choices = useQuery(segmentQueries.choices(program)).data;
  const segments = useQuery(segmentQueries.list(program)).data ?? [];
  const { filter, onFilter } = listing;
  const plain = (list: readonly { readonly value: string }[] | undefined) =>
    (list ?? []).map(({ value }) => ({ value, name: value }));
  return (
    <>
      <Choice
        label={t('column.status')}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, name: core(`status.${value}`) }))}
        onChange={(value) => onFilter({ status: STATUSES.find((one) => one === value) ?? null })}
      />
      <Choice
        label={t('column.type')}
        value={filter.type}
        options={TYPES.map((value) => ({ value, name: core(`partner_type.${value}`) }))}
        onChange={(value) => onFilter({ type: TYPES.find((one) => one === value) ?? null })}
      />
      <Choice
        label={t('column.tier')}
        value={filter.tier}
        options={[...plain(choices?.tier), { value: '', name: t('no_tier') }]}
        onChange={(tier) => onFilter({ tier })}
      />
      <Choice
        label={t('tag')}
        value={filter.tag}
        options={plain(choices?.tags)}
        onChange={(tag) => onFilter({ tag })}
      />
      <Choice
        label={t('column.country')}
        value={filter.country}
        options={(choices?.country ?? []).map(({ value }) => ({ value, name: format.country(value) }))}
        onChange={(country) => onFilter({ country })}
      />
      <Choice
        label={t('segment')}
        value={filter.segment}
        options={segments.map(({ id, name }) => ({ value: id, name }))}
        onChange={(segment) => onFilter({ segment })}
      />
    </>
  );
}

function SpanSelect({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('partners');
  const words = useSpanWords();
  const { program } = usePlace();
  const offered = spansUpTo(todayIn(program.time_zone));
  const spans = offered.includes(listing.span) ? offered : [...offered, listing.span];
  return (
    <InlineSelect
      label={t('span.label')}
      value={listing.span}
      className="grow sm:grow-0"
      onChange={(event) => listing.onSpan(event.target.value)}
    >
      {spans.map((span) => (
        <option key={span} value={span}>
          {words(span)}
        </option>
      ))}
    </InlineSelect>
  );
}

/** The order as a choice too: cards on a phone have no column heads to press. */
function SortSelect({ listing }: { readonly listing: Listing }) {
  const { t } = useTranslation('partners');
  return (
    <InlineSelect
      label={t('sort')}
      value={listing.order.by}
      className="grow sm:grow-0"
      onChange={(event) => {
        const by = SORTS.find((sort) => sort === event.target.value) ?? 'name';
        listing.onSort(by, startsUp(by));
      }}
    >
      {SORTS.map((sort) => (
        <option key={sort} value={sort}>
          {t('by', { what: t(`column.${sort}`) })}
        </option>
      ))}
    </InlineSelect>
  );
}
