import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { CREATIVE_KINDS, CREATIVE_STATES, type CreativeFilter } from '../../../data/creatives/model.ts';

const parsers = {
  state: parseAsStringLiteral(CREATIVE_STATES),
  kind: parseAsStringLiteral(CREATIVE_KINDS),
  language: parseAsString,
  q: parseAsString,
};

/** The filter as it stands in the URL: `?state=live&language=de`. */
export function useCreativeFilter() {
  const [values, setValues] = useQueryStates(parsers, { history: 'push' });
  const { state, kind, language, q } = values;
  const filter = useMemo<CreativeFilter>(
    () => ({ state, kind, language, search: q?.trim() ? q.trim() : null }),
    [state, kind, language, q],
  );
  return {
    filter,
    isFiltered: state !== null || kind !== null || language !== null || filter.search !== null,
    onChange: (change: Partial<Pick<CreativeFilter, 'state' | 'kind' | 'language'>>) => void setValues(change),
    onSearch: (text: string) => void setValues({ q: text === '' ? null : text }, { history: 'replace' }),
    onClear: () => void setValues(null),
  };
}

export type CreativeFiltering = ReturnType<typeof useCreativeFilter>;
