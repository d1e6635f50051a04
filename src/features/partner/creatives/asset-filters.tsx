import { useTranslation } from 'react-i18next';
import { type AssetPage, CREATIVE_KINDS, sizeText } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { SearchInput } from '../../../ui/search-input.tsx';
import { ChoiceFilter } from './choice-filter.tsx';
import type { AssetFiltering } from './use-asset-filter.ts';

type AssetFiltersProps = { readonly filtering: AssetFiltering; readonly page: AssetPage | undefined };

export function AssetFilters({ filtering, page }: AssetFiltersProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { chosen, onChoose } = filtering;
  const choices = page?.choices;
  const kindName = (value: string) => {
    const kind = CREATIVE_KINDS.find((known) => known === value);
    return kind === undefined ? value : t(`kind.${kind}`);
  };
  const languageName = (value: string) => (value === 'none' ? t('no_language') : format.languageTitle(value));
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <ChoiceFilter
        label={t('filter.kind')}
        choices={choices?.kinds ?? []}
        chosen={chosen.kind}
        nameOf={kindName}
        onChange={(values) => onChoose('kind', values)}
      />
      <ChoiceFilter
        label={t('filter.size')}
        choices={choices?.sizes ?? []}
        chosen={chosen.size}
        nameOf={sizeText}
        onChange={(values) => onChoose('size', values)}
      />
      <ChoiceFilter
        label={t('filter.language')}
        choices={choices?.languages ?? []}
        chosen={chosen.language}
        nameOf={languageName}
        onChange={(values) => onChoose('language', values)}
      />
      <ChoiceFilter
        label={t('filter.tag')}
        choices={choices?.tags ?? []}
        chosen={chosen.tag}
        nameOf={(value) => value}
        onChange={(values) => onChoose('tag', values)}
      />
      <SearchInput label={t('filter.search')} text={filtering.filter.search ?? ''} onSearch={filtering.onSearch} />
      {filtering.isFiltered && (
        <Button variant="quiet" size="dense" onClick={filtering.onClear}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
