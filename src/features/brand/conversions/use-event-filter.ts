import { createParser, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { EVENT_KINDS } from '../../../data/conversions/model.ts';
import { EVENT_STATUSES, REASONS } from '../../../data/insights/brand-events-model.ts';
import { changeFilter, type EventFilter, isFiltered, NO_FILTER } from '../../../data/insights/brand-filter.ts';
import { isEventId } from '../../../data/insights/brand-story-model.ts';
import { isDay } from '../../../lib/dates.ts';

const dayParser = createParser<string>({ parse: (text) => (isDay(text) ? text : null), serialize: (day) => day });
const idParser = createParser<string>({ parse: (text) => (isEventId(text) ? text : null), serialize: (id) => id });

const parsers = {
  status: parseAsStringLiteral(EVENT_STATUSES),
  reason: parseAsStringLiteral(REASONS),
  kind: parseAsStringLiteral(EVENT_KINDS),
  partner: idParser,
  organic: parseAsBoolean,
  from: dayParser,
  to: dayParser,
  q: parseAsString,
};

export type Filtering = {
  readonly filter: EventFilter;
  readonly isFiltered: boolean;
  readonly onChange: (change: Partial<EventFilter>) => void;
  readonly onClear: () => void;
};

/** The filter as it stands in the URL: `?status=held&reason=no_customer`. */
export function useEventFilter(): Filtering {
  // Told to the router too: the links into a story carry the filter along for the way back.
  const [values, setValues] = useQueryStates(parsers, { history: 'push', shallow: false });
  const { status, reason, kind, partner, organic, from, to, q } = values;
  const filter = useMemo<EventFilter>(() => {
    const search = q?.trim() ? q.trim() : null;
    const given = { ...NO_FILTER, status, reason, kind, from, to, search };
    return changeFilter(given, organic === true ? { isOrganic: true } : { partnership: partner });
  }, [status, reason, kind, partner, organic, from, to, q]);
  const write = (next: EventFilter) =>
    void setValues({
      status: next.status,
      reason: next.reason,
      kind: next.kind,
      partner: next.partnership,
      organic: next.isOrganic ? true : null,
      from: next.from,
      to: next.to,
      q: next.search,
    });
  return {
    filter,
    isFiltered: isFiltered(filter),
    onChange: (change) => write(changeFilter(filter, change)),
    onClear: () => write(NO_FILTER),
  };
}
