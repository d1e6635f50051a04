import { createParser, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import {
  EVER,
  isFiltered,
  isSpan,
  NO_FILTER,
  type PartnerFilter,
  type PartnerOrder,
  type PartnerSort,
  SORTS,
  type Span,
  STATUSES,
  TYPES,
} from '../../../data/partners/brand-model.ts';

const spanParser = createParser<Span>({ parse: (text) => (isSpan(text) ? text : null), serialize: (span) => span });
const idParser = createParser<string>({
  parse: (text) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null),
  serialize: (id) => id,
});

const parsers = {
  q: parseAsString,
  type: parseAsStringLiteral(TYPES),
  status: parseAsStringLiteral(STATUSES),
  tier: parseAsString,
  tag: parseAsString,
  country: parseAsString,
  segment: idParser,
  sort: parseAsStringLiteral(SORTS),
  dir: parseAsStringLiteral(['up', 'down'] as const),
  span: spanParser,
};

export type Listing = {
  readonly filter: PartnerFilter;
  readonly order: PartnerOrder;
  readonly span: Span;
  readonly isFiltered: boolean;
  readonly onFilter: (change: Partial<PartnerFilter>) => void;
  readonly onClear: () => void;
  readonly onSort: (by: PartnerSort, isUp: boolean) => void;
  readonly onSpan: (span: Span) => void;
};

/** Names from A, everything else from the most or newest. */
export const startsUp = (by: PartnerSort): boolean => by === 'name';

/** Filter, order and range as they stand in the URL: `?status=active&sort=revenue&span=2026-11`. */
export function usePartnerList(): Listing {
  // Told to the router too: the link to a partner carries the list along for the way back.
  const [values, setValues] = useQueryStates(parsers, { history: 'push', shallow: false });
  const { q, type, status, tier, tag, country, segment, sort, dir, span } = values;
  const filter = useMemo<PartnerFilter>(
    () => ({ ...NO_FILTER, search: q?.trim() ? q.trim() : null, type, status, tier, tag, country, segment }),
    [q, type, status, tier, tag, country, segment],
  );
  const by = sort ?? 'revenue';
  const isUp = dir === null ? startsUp(by) : dir === 'up';
  const write = ({ search, ...rest }: PartnerFilter) => void setValues({ q: search, ...rest });
  return {
    filter,
    order: { by, isUp },
    span: span ?? EVER,
    isFiltered: isFiltered(filter),
    onFilter: (change) => write({ ...filter, ...change }),
    onClear: () => write(NO_FILTER),
    onSort: (next, up) => void setValues({ sort: next, dir: up ? 'up' : 'down' }),
    onSpan: (next) => void setValues({ span: next === EVER ? null : next }),
  };
}
