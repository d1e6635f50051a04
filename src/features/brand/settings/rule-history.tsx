import { useTranslation } from 'react-i18next';
import type { Rule, RuleState } from '../../../data/programs/settings-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Badge } from '../../../ui/badge.tsx';
import type { useRuleWords } from './use-rule-words.ts';

type RuleHistoryProps = {
  readonly versions: readonly { readonly rule: Rule; readonly state: RuleState }[];
  readonly words: ReturnType<typeof useRuleWords>;
};

const TONES = { present: 'accent', coming: 'warn', past: 'neutral' } as const;

/** Every version of a type's terms, newest first, with who wrote it and why. */
export function RuleHistory({ versions, words }: RuleHistoryProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-accent underline underline-offset-4 sm:min-h-8">
        {t('versions', { count: versions.length })}
      </summary>
      <ol className="flex flex-col gap-3 border-s-2 border-line ps-4 pt-1">
        {versions.map(({ rule, state }) => (
          <li key={rule.id}>
            <p className="flex flex-wrap items-center gap-2">
              <span className="text-sm text-ink-3">{t('version', { version: rule.version })}</span>
              <Badge tone={TONES[state]}>{t(`rule_state.${state}`)}</Badge>
            </p>
            <p>{words.sentence(rule, state)}</p>
            {rule.author !== null && (
              <p className="text-sm text-ink-3">
                {t('by', { name: rule.author, time: format.instant(rule.created_at) })}
              </p>
            )}
            {rule.note !== '' && <p className="text-sm text-ink-2">{rule.note}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
