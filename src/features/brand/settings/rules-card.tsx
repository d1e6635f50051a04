import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PartnerType, partnerTypeSchema } from '../../../data/programs/model.ts';
import { type ProgramSettings, rulesOfType } from '../../../data/programs/settings-model.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { currencyOfSettings } from './fields.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleHistory } from './rule-history.tsx';
import { useRuleWords } from './use-rule-words.ts';

type RulesCardProps = { readonly known: ProgramSettings; readonly canAdd: boolean };

const TYPES = partnerTypeSchema.def.entries;

/** What each type of partner earns now, as a sentence, with every version there was and will be. */
export function RulesCard({ known, canAdd }: RulesCardProps) {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation();
  const [open, setOpen] = useState<PartnerType | null>(null);
  const { settings, rules, now } = known;
  const words = useRuleWords(currencyOfSettings(settings), settings.time_zone);
  return (
    <Card title={t('rules')}>
      <p className="mb-2 text-ink-3">{t('rules_hint')}</p>
      <ul>
        {Object.values(TYPES).map((type) => {
          const { present, newest, versions } = rulesOfType(rules, type, now);
          const coming = versions.filter(({ state }) => state === 'coming').at(-1)?.rule;
          return (
            <li key={type} className="border-b border-line py-3 last:border-b-0">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <div className="min-w-0">
                  <h3 className="font-medium">{tc(`partner_type.${type}`)}</h3>
                  <p className="text-ink-2">{present === null ? t('earns_nothing') : words.terms(present)}</p>
                  {coming !== undefined && (
                    <p className="text-sm text-ink-3">
                      {t('coming_rule', { day: words.when(coming.effective_from), terms: words.terms(coming) })}
                    </p>
                  )}
                </div>
                {canAdd && (
                  <Button size="dense" onClick={() => setOpen(type)}>
                    {t(newest === 0 ? 'first_rule' : 'new_rule')}
                    <span className="sr-only">{tc(`partner_type.${type}`)}</span>
                  </Button>
                )}
              </div>
              {versions.length > 0 && <RuleHistory versions={versions} words={words} />}
            </li>
          );
        })}
      </ul>
      {open !== null && <RuleDialog known={known} type={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}
