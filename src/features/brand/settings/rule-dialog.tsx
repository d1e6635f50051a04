import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerType } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { type ProgramSettings, rulesOfType } from '../../../data/programs/settings-model.ts';
import { settingsMutations, settingsQueries } from '../../../data/programs/settings-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { announce } from '../../../ui/toast.ts';
import { currencyOfSettings, decimalMarkOf } from './fields.ts';
import { type RuleDraft, ruleFaults, ruleOf } from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';
import { useRuleWords } from './use-rule-words.ts';

type RuleDialogProps = {
  readonly known: ProgramSettings;
  readonly type: PartnerType;
  readonly onClose: () => void;
};

const isConflict = (error: Error | null): boolean => error !== null && 'code' in error && error.code === 'conflict';

/** New terms for a type of partner, said back as the sentence they will be before they are added. */
export function RuleDialog({ known, type, onClose }: RuleDialogProps) {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation();
  const address = useAddress();
  const format = useFormat();
  const client = useQueryClient();
  const { settings } = known;
  const currency = currencyOfSettings(settings);
  const words = useRuleWords(currency, settings.time_zone);
  const { newest } = rulesOfType(known.rules, type, known.now);
  // Made once, so that a request whose answer was lost adds no second version.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [isTried, setIsTried] = useState(false);
  const [draft, setDraft] = useState<RuleDraft>({
    kind: 'percent',
    rate: '',
    fee: '',
    begins: 'now',
    day: '',
    note: '',
  });
  const saving = useMutation(settingsMutations.rule(address.program));
  const frame = {
    exponent: currency.exponent,
    mark: decimalMarkOf(format.locale),
    today: todayIn(settings.time_zone),
    isFirst: newest === 0,
  };
  const faults = ruleFaults(draft, frame);
  const rule = ruleOf(draft, frame);
  const name = tc(`partner_type.${type}`);
  const will = () => {
    const said = { type: name, terms: words.terms(rule) };
    return rule.from === null ? t('will_now', said) : t('will', { ...said, when: format.day(rule.from) });
  };
  const add = () => {
    setIsTried(true);
    if (faults.length > 0) return;
    saving.mutate(
      { ...rule, id, partner_type: type, seen: newest },
      {
        onSuccess: () => {
          announce(t('rule_added'));
          onClose();
        },
        onError: (error) => {
          if (!isConflict(error)) return;
          setId(crypto.randomUUID());
          void client.invalidateQueries(settingsQueries.one(address.program));
        },
      },
    );
  };
  return (
    <Dialog title={t('new_rule_of', { type: name })} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <RuleFields
          draft={draft}
          onChange={(more) => setDraft({ ...draft, ...more })}
          faults={isTried ? faults : []}
          currency={currency.code}
          zone={format.zone(settings.time_zone)}
          isFirst={frame.isFirst}
        />
        {faults.length === 0 && <p className="rounded-control bg-soft px-3 py-2">{will()}</p>}
        {isConflict(saving.error) && <Notice tone="warn" title={t('rule_conflict')} />}
        {saving.error !== null && !isConflict(saving.error) && <ErrorNotice error={saving.error} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isBusy={saving.isPending}>
            {t('add_rule')}
          </Button>
          <Button onClick={onClose}>{tc('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
