import { parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { ANNOUNCEMENT_KINDS } from '../../../data/announcements/model.ts';

const parsers = {
  kind: parseAsStringLiteral(ANNOUNCEMENT_KINDS),
  unread: parseAsBoolean.withDefault(false),
  search: parseAsString.withDefault(''),
};

/** Which messages are shown, as the address says. */
export function useInboxFilter() {
  const [{ kind, unread, search }, setFilter] = useQueryStates(parsers);
  const filter = { kind, isUnread: unread, search: search.trim().slice(0, 80) };
  const isFiltered = kind !== null || unread || filter.search !== '';
  return { filter, isFiltered, setFilter };
}

export type SetInboxFilter = ReturnType<typeof useInboxFilter>['setFilter'];
export type InboxFilterValue = ReturnType<typeof useInboxFilter>['filter'];
