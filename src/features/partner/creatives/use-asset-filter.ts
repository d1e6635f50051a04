import { parseAsArrayOf, parseAsBoolean, parseAsString, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { AssetFilter } from '../../../data/creatives/model.ts';

const several = parseAsArrayOf(parseAsString).withDefault([]);
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const parsers = {
  kind: several,
  size: several,
  language: several,
  tag: several,
  promotion: parseAsString,
  new: parseAsBoolean.withDefault(false),
  q: parseAsString,
};

/** What can be chosen in several, by its name in the URL. */
export type ChoiceName = 'kind' | 'size' | 'language' | 'tag';

export type AssetFiltering = {
  readonly filter: AssetFilter;
  readonly isFiltered: boolean;
  readonly chosen: Readonly<Record<ChoiceName, readonly string[]>>;
  readonly onChoose: (name: ChoiceName, values: readonly string[]) => void;
  readonly onNew: (isNew: boolean) => void;
  readonly onSearch: (text: string) => void;
  readonly onClear: () => void;
};

/** The filter as it stands in the URL: `?size=300x250,728x90&language=de&new=true`. */
export function useAssetFilter(): AssetFiltering {
  const [values, setValues] = useQueryStates(parsers, { history: 'push' });
  const { kind, size, language, tag, promotion, q } = values;
  const isNew = values.new;
  const filter = useMemo<AssetFilter>(
    () => ({
      kinds: kind,
      sizes: size,
      languages: language,
      tags: tag,
      promotion: promotion !== null && ID.test(promotion) ? promotion : null,
      isNew,
      search: q?.trim() ? q.trim() : null,
    }),
    [kind, size, language, tag, promotion, isNew, q],
  );
  return {
    filter,
    isFiltered:
      [kind, size, language, tag].some((some) => some.length > 0) ||
      filter.promotion !== null ||
      isNew ||
      filter.search !== null,
    chosen: { kind, size, language, tag },
    onChoose: (name, next) => void setValues({ [name]: next.length === 0 ? null : [...next] }),
    onNew: (next) => void setValues({ new: next || null }),
    onSearch: (text) => void setValues({ q: text === '' ? null : text }, { history: 'replace' }),
    onClear: () => void setValues(null),
  };
}
