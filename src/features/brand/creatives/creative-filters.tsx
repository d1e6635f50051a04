import { useTranslation } from 'react-i18next';
import { CREATIVE_KINDS, CREATIVE_STATES, type CreativePage } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { SearchInput } from '../../../ui/search-input.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import type { CreativeFiltering } from './use-creative-filter.ts';

type CreativeFiltersProps = { readonly filtering: CreativeFiltering; readonly counts: CreativePage['counts'] };

export function CreativeFilters({ filtering, counts }: CreativeFiltersProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { filter, onChange } = filtering;
  const counted = (name: string, count: number | undefined) => `${name} (${format.number(count ?? 0)})`;
  const languages = Object.keys(counts?.language ?? {});
  return (
    <div className="flex flex-wrap items-center gap-2">
      <InlineSelect
        label={t('filter.state')}
        value={filter.state ?? ''}
        onChange={({ target }) => onChange({ state: CREATIVE_STATES.find((state) => state === target.value) ?? null })}
      >
        <option value="">{t('filter.every_state')}</option>
        {CREATIVE_STATES.map((state) => (
          <option key={state} value={state}>
            {counted(t(`state.${state}`), counts?.state[state])}
          </option>
        ))}
      </InlineSelect>
      <InlineSelect
        label={t('filter.kind')}
        value={filter.kind ?? ''}
        onChange={({ target }) => onChange({ kind: CREATIVE_KINDS.find((kind) => kind === target.value) ?? null })}
      >
        <option value="">{t('filter.every_kind')}</option>
        {CREATIVE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {counted(t(`kind.${kind}`), counts?.kind[kind])}
          </option>
        ))}
      </InlineSelect>
      <InlineSelect
        label={t('filter.language')}
        value={filter.language ?? ''}
        onChange={({ target }) => onChange({ language: target.value === '' ? null : target.value })}
      >
        <option value="">{t('filter.every_language')}</option>
        {languages.map((language) => (
          <option key={language} value={language}>
            {counted(
              language === 'none' ? t('no_language') : format.languageTitle(language),
              counts?.language[language],
            )}
          </option>
        ))}
      </InlineSelect>
      <SearchInput label={t('filter.search')} text={filter.search ?? ''} onSearch={filtering.onSearch} />
      {filtering.isFiltered && (
        <Button variant="quiet" size="dense" onClick={filtering.onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
