import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AnnouncementDraft, localeFor, textIn } from '../../../data/announcements/brand-draft.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { Candidate } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { MessageBody } from '../../../ui/message-body.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';

type PreviewCardProps = {
  readonly draft: AnnouncementDraft;
  readonly publishAt: string | null;
  /** Some of those who get it, to look through their eyes first. */
  readonly sample: readonly Candidate[];
};

/** The message as one chosen partner will see it, in the language that they get. */
export function PreviewCard({ draft, publishAt, sample }: PreviewCardProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  const [chosen, setChosen] = useState<Candidate | null>(null);
  const reader = chosen ?? sample[0] ?? null;
  const locale = localeFor(draft, reader?.language ?? program.default_locale, program.default_locale);
  return (
    <Card title={t('preview')} className="xl:sticky xl:top-6">
      <ReaderChoice reader={reader} sample={sample} onChoose={setChosen} />
      <div className="mt-4 rounded-card border border-line bg-ground p-4">
        {locale === null ? (
          <p className="text-ink-2">{t('preview_empty')}</p>
        ) : (
          <>
            <p className="text-sm text-ink-3">
              {program.name} · {t(`kind.${draft.kind}`)}
              {publishAt !== null && ` · ${format.instant(publishAt, program.time_zone)}`}
            </p>
            <h3 lang={locale} className="mt-1 mb-3 text-lg font-semibold">
              {textIn(draft, locale).title || t('untitled')}
            </h3>
            <MessageBody text={textIn(draft, locale).body} language={locale} />
          </>
        )}
      </div>
      {locale !== null && (
        <p className="mt-3 text-sm text-ink-3">{t('preview_language', { language: format.language(locale) })}</p>
      )}
    </Card>
  );
}

type ReaderChoiceProps = {
  readonly reader: Candidate | null;
  readonly sample: readonly Candidate[];
  readonly onChoose: (reader: Candidate) => void;
};

function ReaderChoice({ reader, sample, onChoose }: ReaderChoiceProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  const [text, setText] = useState('');
  const word = text.trim();
  const found = useQuery({ ...segmentQueries.candidates(program.slug, word), enabled: word !== '' });
  const others = word === '' ? sample : (found.data ?? []);
  const choices = reader === null || others.some((one) => one.id === reader.id) ? others : [reader, ...others];
  const handleChoose = (id: string) => {
    const next = choices.find((one) => one.id === id);
    if (next !== undefined) onChoose(next);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <input
        type="search"
        aria-label={t('preview_search')}
        placeholder={t('preview_search')}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        className="field w-auto min-w-0 grow basis-56 sm:min-h-9 sm:py-1"
      />
      {choices.length > 0 && (
        <InlineSelect
          label={t('preview_as')}
          className="min-w-0 grow basis-56"
          value={reader?.id ?? ''}
          onChange={(event) => handleChoose(event.target.value)}
        >
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.name}, ${format.language(one.language)}`}
            </option>
          ))}
        </InlineSelect>
      )}
      {word !== '' && found.data?.length === 0 && <p className="w-full text-ink-2">{t('preview_nobody')}</p>}
    </div>
  );
}
