import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/segmented.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { RuleDraft, RuleFault } from './rule-draft.ts';

type RuleFieldsProps = {
  readonly draft: RuleDraft;
  readonly onChange: (more: Partial<RuleDraft>) => void;
  readonly faults: readonly RuleFault[];
  readonly currency: string;
  readonly zone: string;
  readonly isFirst: boolean;
};

/** How it is counted, how much, from when, and why. */
export function RuleFields({ draft, onChange, faults, currency, zone, isFirst }: RuleFieldsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Segmented
        label={t('rule_kind')}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        segments={[
          { value: 'percent', label: t('percent') },
          { value: 'flat', label: t('flat') },
        ]}
      />
      {draft.kind === 'percent' ? (
        <TextField
          label={t('rate')}
          inputMode="decimal"
          autoComplete="off"
          value={draft.rate}
          onChange={(event) => onChange({ rate: event.target.value })}
          error={faults.includes('rate') ? t('rate_fault') : null}
        />
      ) : (
        <TextField
          label={`${t('fee')} (${currency})`}
          inputMode="decimal"
          autoComplete="off"
          value={draft.fee}
          onChange={(event) => onChange({ fee: event.target.value })}
          error={faults.includes('fee') ? t('fee_fault', { currency }) : null}
        />
      )}
      <Segmented
        label={t('begins')}
        value={draft.begins}
        onChange={(begins) => onChange({ begins })}
        segments={[
          { value: 'now', label: t('begins_now') },
          { value: 'day', label: t('begins_on') },
        ]}
      />
      {draft.begins === 'day' && (
        <TextField
          label={t('begins_day')}
          hint={t('begins_hint', { zone })}
          type="date"
          value={draft.day}
          onChange={(event) => onChange({ day: event.target.value })}
          error={faults.includes('day') ? t(isFirst ? 'begins_fault_first' : 'begins_fault') : null}
        />
      )}
      <TextField
        label={t('note')}
        hint={t('note_hint')}
        maxLength={500}
        value={draft.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </>
  );
}
