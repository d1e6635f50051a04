import { useTranslation } from 'react-i18next';
import { accentFor } from '../../../lib/accent.ts';
import { Card } from '../../../ui/card.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ColorPreview } from './color-preview.tsx';
import type { FormPart } from './use-settings-form.ts';

/** The name, and the colour as it is and as it is used: corrected where it would be hard to read. */
export function LookCard({ fields, change, faults }: FormPart) {
  const { t } = useTranslation('settings');
  const pair = accentFor(fields.color.trim());
  return (
    <Card title={t('look')}>
      <div className="flex flex-col gap-4">
        <p className="text-ink-3">{t('look_hint')}</p>
        <TextField
          label={t('name')}
          required
          maxLength={80}
          autoComplete="off"
          value={fields.name}
          onChange={(event) => change({ name: event.target.value })}
          error={faults.includes('name') ? t('fault.name') : null}
        />
        <div className="flex items-end gap-3">
          <input
            type="color"
            aria-label={t('color')}
            value={pair === null ? '#000000' : fields.color.trim().toLowerCase()}
            onChange={(event) => change({ color: event.target.value })}
            className="h-11 w-14 shrink-0 cursor-pointer rounded-control border border-edge bg-surface p-1"
          />
          <TextField
            label={t('color_code')}
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
            value={fields.color}
            onChange={(event) => change({ color: event.target.value })}
            error={faults.includes('color') ? t('fault.color') : null}
          />
        </div>
        <p className="text-sm text-ink-3">{t('color_hint')}</p>
        {pair !== null && (
          <div className="grid gap-3 sm:grid-cols-2">
            <ColorPreview theme="light" color={fields.color.trim()} accent={pair.light} />
            <ColorPreview theme="dark" color={fields.color.trim()} accent={pair.dark} />
          </div>
        )}
      </div>
    </Card>
  );
}
