import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_BODY, LONGEST_TITLE, stateOfText } from '../../../data/announcements/brand-draft.ts';
import type { AnnouncementText } from '../../../data/announcements/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { FieldFrame, TextField } from '../../../ui/text-field.tsx';

type TextFieldsProps = {
  readonly locale: string;
  readonly text: AnnouncementText;
  readonly onChange: (text: Partial<AnnouncementText>) => void;
  readonly isLocked: boolean;
};

/** Title and body in one language. */
export function TextFields({ locale, text, onChange, isLocked }: TextFieldsProps) {
  const { t } = useTranslation('announcements');
  const id = useId();
  const format = useFormat();
  const language = format.language(locale);
  const isPart = stateOfText(text) === 'part';
  const missing = text.title.trim() === '' ? t('title_missing') : t('body_missing');
  return (
    <fieldset disabled={isLocked} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-semibold">{format.languageTitle(locale)}</legend>
      <TextField
        label={t('field_title', { language })}
        lang={locale}
        value={text.title}
        maxLength={LONGEST_TITLE}
        onChange={(event) => onChange({ title: event.target.value })}
      />
      <FieldFrame id={id} label={t('field_body', { language })} hint={isPart ? missing : t('markdown_hint')}>
        <textarea
          id={id}
          lang={locale}
          value={text.body}
          maxLength={LONGEST_BODY}
          rows={11}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange({ body: event.target.value })}
          className="field"
        />
      </FieldFrame>
    </fieldset>
  );
}
