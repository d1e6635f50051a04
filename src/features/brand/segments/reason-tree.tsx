import { Check, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import type { Reason } from '../../../data/segments/model.ts';
import { type Condition, type Group, isGroup } from '../../../data/segments/rule.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { toMinor } from '../../../lib/money.ts';
import { useRuleWords } from './rule-words.ts';

type ReasonTreeProps = { readonly rule: Group | Condition; readonly reason: Reason };

/** The rule as it stands for one partner: each part with whether it holds, conditions with what is really so. */
export function ReasonTree({ rule, reason }: ReasonTreeProps) {
  if (isGroup(rule) && 'rules' in reason) return <GroupReason rule={rule} reason={reason} />;
  if (!isGroup(rule) && 'field' in reason) return <ConditionReason rule={rule} reason={reason} />;
  // While the answer of a moment ago stands beside a rule that was changed since.
  return null;
}

function Mark({ holds }: { readonly holds: boolean }) {
  const { t } = useTranslation('segments');
  const Icon = holds ? Check : X;
  return (
    <>
      <Icon
        aria-hidden="true"
        size={18}
        className={holds ? 'mt-0.5 shrink-0 text-accent' : 'mt-0.5 shrink-0 text-loss'}
      />
      <span className="sr-only">{t(holds ? 'why.holds' : 'why.fails')}: </span>
    </>
  );
}

type GroupReasonProps = { readonly rule: Group; readonly reason: Extract<Reason, { rules: unknown }> };

function GroupReason({ rule, reason }: GroupReasonProps) {
  const { t } = useTranslation('segments');
  const kind = rule.combinator === 'and' ? 'all_of' : 'one_of';
  const words = rule.rules.length === 0 ? t('why.everybody') : t(rule.not ? `why.not_${kind}` : `why.${kind}`);
  return (
    <div>
      <p className="flex gap-2">
        <Mark holds={reason.holds} />
        {words}
      </p>
      <ul className="ms-2 flex flex-col gap-1.5 border-s border-line ps-3 pt-1.5">
        {rule.rules.map((part, index) => {
          const found = reason.rules[index];
          // The order of a rule's parts is their only name.
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>{found !== undefined && <ReasonTree rule={part} reason={found} />}</li>
          );
        })}
      </ul>
    </div>
  );
}

type ConditionReasonProps = { readonly rule: Condition; readonly reason: Extract<Reason, { field: string }> };

function ConditionReason({ rule, reason }: ConditionReasonProps) {
  const { t } = useTranslation('segments');
  const words = useRuleWords();
  const actual = useActual(reason);
  return (
    <div className="flex gap-2">
      <Mark holds={reason.holds} />
      <p className="min-w-0">
        {words.condition(rule)}
        <span className="block text-sm text-ink-2">{t('why.actual', { value: actual })}</span>
      </p>
    </div>
  );
}

/** What is true of the partner, as it is said elsewhere. */
function useActual({ field, actual }: Extract<Reason, { field: string }>): string {
  const { t } = useTranslation('segments');
  const words = useRuleWords();
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  if (actual === null || (Array.isArray(actual) && actual.length === 0)) return t('why.no_value');
  if (Array.isArray(actual)) return format.list(actual);
  if (typeof actual === 'string') return words.value(field, actual);
  if (field === 'tenure') return `${format.number(actual)} ${t('builder.days_unit', { count: actual })}`;
  return field === 'conversions' ? format.number(actual) : format.money(toMinor(actual), currency);
}
