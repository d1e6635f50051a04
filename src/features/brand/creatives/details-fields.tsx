import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAddress, usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { AudienceSizeState } from '../../../ui/audience-count.tsx';
import { AudienceField, isAudienceComplete } from '../../../ui/audience-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { FieldFrame, TextField } from '../../../ui/text-field.tsx';
import type { Details } from './details.ts';

type FieldsProps = {
  readonly details: Details;
  readonly onChange: (change: Partial<Details>) => void;
  /** Of many only what they can have in common. */
  readonly isOfMany: boolean;
  readonly hasText: boolean;
};

/** Languages worth offering beside the program's own. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pl', 'ko', 'zh-Hant'];

export function DetailsFields({ details, onChange, isOfMany, hasText }: FieldsProps) {
  const { t } = useTranslation('creatives');
  return (
    <>
      {!isOfMany && (
        <TextField
          label={t('details.name')}
          value={details.name}
          maxLength={120}
          required
          onChange={({ target }) => onChange({ name: target.value })}
        />
      )}
      {hasText && <TextArea details={details} onChange={onChange} />}
      <LanguageField details={details} onChange={onChange} isOfMany={isOfMany} />
      <TextField
        label={t(isOfMany ? 'details.add_tags' : 'details.tags')}
        hint={t('details.tags_hint')}
        value={details.tags}
        maxLength={800}
        onChange={({ target }) => onChange({ tags: target.value })}
      />
      <TextField
        label={t('details.url')}
        hint={t('details.url_hint')}
        type="url"
        value={details.url}
        maxLength={2000}
        onChange={({ target }) => onChange({ url: target.value })}
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t('details.first_day')}
          type="date"
          value={details.first_day}
          onChange={({ target }) => onChange({ first_day: target.value })}
        />
        <TextField
          label={t('details.last_day')}
          type="date"
          value={details.last_day}
          min={details.first_day}
          onChange={({ target }) => onChange({ last_day: target.value })}
        />
      </div>
      <Audience details={details} onChange={onChange} />
    </>
  );
}

function TextArea({ details, onChange }: Pick<FieldsProps, 'details' | 'onChange'>) {
  const { t } = useTranslation('creatives');
  return (
    <FieldFrame id="creative-body" label={t('details.body')}>
      <textarea
        id="creative-body"
        className="field min-h-32"
        value={details.body}
        maxLength={20_000}
        required
        onChange={({ target }) => onChange({ body: target.value })}
      />
    </FieldFrame>
  );
}

function LanguageField({ details, onChange, isOfMany }: Omit<FieldsProps, 'hasText'>) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const { program } = usePlace();
  const codes = new Set([...program.locales, ...LANGUAGES, ...(details.language === '' ? [] : [details.language])]);
  return (
    <SelectField
      label={t('details.language')}
      value={details.language}
      onChange={({ target }) => onChange({ language: target.value })}
    >
      <option value="">{t(isOfMany ? 'details.as_it_is' : 'no_language')}</option>
      {[...codes].map((code) => (
        <option key={code} value={code}>
          {format.languageTitle(code)}
        </option>
      ))}
    </SelectField>
  );
}

function Audience({ details, onChange }: Pick<FieldsProps, 'details' | 'onChange'>) {
  const { t } = useTranslation('creatives');
  const { program } = useAddress();
  const segments = useQuery(segmentQueries.list(program));
  const isComplete = isAudienceComplete(details.audience);
  const counted = useQuery({
    ...segmentQueries.audienceSize(program, details.audience),
    enabled: isComplete,
    placeholderData: keepPreviousData,
  });
  const size = ((): AudienceSizeState => {
    if (counted.error !== null) return { state: 'error', onRetry: counted.refetch };
    if (counted.data === undefined || counted.isPlaceholderData) return { state: 'pending', size: counted.data };
    return { state: 'known', size: counted.data };
  })();
  return (
    <AudienceField
      legend={t('details.audience')}
      segments={segments.data ?? []}
      value={details.audience}
      onChange={(audience) => onChange({ audience })}
      size={size}
    />
  );
}
