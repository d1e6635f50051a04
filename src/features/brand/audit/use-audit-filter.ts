import { createParser, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { AUDIT_KINDS, type AuditFilter, NO_AUDIT_FILTER } from '../../../data/audit/model.ts';
import { isDay } from '../../../lib/dates.ts';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const dayParser = createParser<string>({ parse: (text) => (isDay(text) ? text : null), serialize: (day) => day });
const idParser = createParser<string>({ parse: (text) => (ID.test(text) ? text : null), serialize: (id) => id });

const parsers = {
  actor: idParser,
  kind: parseAsStringLiteral(AUDIT_KINDS),
  object: idParser,
  partnership: idParser,
  from: dayParser,
  to: dayParser,
};

export type AuditFiltering = {
  readonly filter: AuditFilter;
  readonly isFiltered: boolean;
  readonly onChange: (change: Partial<AuditFilter>) => void;
  readonly onClear: () => void;
};

/** The filter as it stands in the URL: `?kind=partnership&from=2026-11-01`. */
export function useAuditFilter(): AuditFiltering {
  const [{ actor, kind, object, partnership, from, to }, setValues] = useQueryStates(parsers, { history: 'push' });
  const filter = useMemo(
    () => ({ actor, kind, object, partnership, from, to }),
    [actor, kind, object, partnership, from, to],
  );
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== null),
    onChange: (change) => void setValues(change),
    onClear: () => void setValues(NO_AUDIT_FILTER),
  };
}
