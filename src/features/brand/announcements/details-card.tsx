import { useTranslation } from 'react-i18next';
import type { AnnouncementDraft } from '../../../data/announcements/brand-draft.ts';
import { ANNOUNCEMENT_KINDS, isAnnouncementKind } from '../../../data/announcements/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { fieldText, instantOf } from '../../../lib/moments.ts';
import { Card } from '../../../ui/card.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';

type DetailsCardProps = {
  readonly draft: AnnouncementDraft;
  readonly onChange: (draft: AnnouncementDraft) => void;
  readonly isLocked: boolean;
};

/** What kind it is, whether it stays on top, and until when it is there. */
export function DetailsCard({ draft, onChange, isLocked }: DetailsCardProps) {
  const { t } = useTranslation('announcements');
  const format = useFormat();
  const { time_zone: zone } = usePlace().program;
  const handleExpiry = (text: string) => onChange({ ...draft, expiresAt: text === '' ? null : instantOf(text, zone) });
  return (
    <Card title={t('details')}>
      <fieldset disabled={isLocked} className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('kind_label')}
          hint={t('kind_hint')}
          value={draft.kind}
          onChange={({ target }) => isAnnouncementKind(target.value) && onChange({ ...draft, kind: target.value })}
        >
          {ANNOUNCEMENT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          type="datetime-local"
          label={t('expires')}
          hint={t('expires_hint', { zone: format.zone(zone) })}
          value={draft.expiresAt === null ? '' : fieldText(draft.expiresAt, zone)}
          onChange={(event) => handleExpiry(event.target.value)}
        />
        <label className="flex min-h-11 items-center gap-3 sm:col-span-2">
          <input
            type="checkbox"
            checked={draft.isPinned}
            onChange={(event) => onChange({ ...draft, isPinned: event.target.checked })}
            className="size-4 accent-accent"
          />
          {t('pin')}
        </label>
      </fieldset>
    </Card>
  );
}
