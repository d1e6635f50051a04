import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readersByLocale } from '../../../data/announcements/brand-draft.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { AudienceSizeAnswer } from '../../../data/segments/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { fieldText, instantOf } from '../../../lib/moments.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Composing } from './use-composer.ts';
import { usePublish } from './use-publish.ts';

type PublishDialogProps = {
  readonly id: string;
  readonly composing: Composing;
  readonly size: AudienceSizeAnswer;
  /** The instant that is set already, if any. */
  readonly publishAt: string | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
};

/** From so many readers on, a second confirmation is asked for. */
const LARGE = 100;
const HOUR_MS = 3_600_000;

/** Now or at an instant, to how many, in which languages. */
export function PublishDialog({ id, composing, size, publishAt, onSaved, onClose }: PublishDialogProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { time_zone: zone } = usePlace().program;
  const [when, setWhen] = useState<'now' | 'later'>(publishAt === null ? 'now' : 'later');
  const [text, setText] = useState(() =>
    fieldText(publishAt ?? new Date(Math.ceil(Date.now() / HOUR_MS + 1) * HOUR_MS).toISOString(), zone),
  );
  const [isSure, setIsSure] = useState(false);
  const publishing = usePublish({ id, composing, onSaved, onDone: onClose });
  const at = when === 'now' || text === '' ? null : instantOf(text, zone);
  const isPast = at !== null && Date.parse(at) <= Date.now();
  const isReady = (when === 'now' || at !== null) && !isPast && (size.active < LARGE || isSure);
  const value = format.number(size.active);
  return (
    <Dialog title={t('publish_title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Readers composing={composing} size={size} />
        <Segmented
          label={t('when')}
          value={when}
          onChange={setWhen}
          segments={[
            { value: 'now', label: t('when_now') },
            { value: 'later', label: t('when_later') },
          ]}
        />
        {when === 'now' ? (
          <p className="text-ink-2">{t('now_hint')}</p>
        ) : (
          <TextField
            type="datetime-local"
            label={t('publish_at')}
            hint={t('zone_hint', { zone: format.zone(zone) })}
            error={isPast ? t('publish_past') : null}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {size.active >= LARGE && (
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              checked={isSure}
              onChange={(event) => setIsSure(event.target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            {t('sure', { value })}
          </label>
        )}
        {publishing.error !== null && <ErrorNotice error={publishing.error} />}
        <Button
          variant="primary"
          disabled={!isReady}
          isBusy={publishing.isPending}
          onClick={() => publishing.mutate(at)}
        >
          {t(when === 'now' ? 'publish_to' : 'schedule_to', { value })}
        </Button>
      </div>
    </Dialog>
  );
}

/** The number, and who reads what. */
function Readers({ composing, size }: Pick<PublishDialogProps, 'composing' | 'size'>) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { program } = usePlace();
  const readers = readersByLocale(composing.draft, size.languages, program.default_locale).map((one) =>
    t('reads', {
      count: one.partners,
      value: format.number(one.partners),
      language: format.language(one.locale),
    }),
  );
  return (
    <p>
      {t('publish_count', { count: size.active, value: format.number(size.active) })}
      {size.paused > 0 && ` ${t('publish_paused', { count: size.paused, value: format.number(size.paused) })}`}
      {readers.length > 0 && <span className="block text-ink-3">{format.list(readers)}</span>}
    </p>
  );
}
