import { Coins } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lineTotal, type Story, type StoryLine, type StoryRule } from '../../../data/insights/brand-story-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';
import { CommissionBadge } from '../../../ui/commission-badge.tsx';
import { StoryStep } from './story-step.tsx';

/** By which rule, which lines, and when each is final. */
export function CommissionStep({ story }: { readonly story: Story }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  return (
    <StoryStep
      icon={Coins}
      tone="accent"
      title={t('story.commission', { value: format.money(lineTotal(story), currency) })}
    >
      {story.rule !== null && <RuleSentence rule={story.rule} />}
      <ul className="divide-y divide-line">
        {story.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </StoryStep>
  );
}

function RuleSentence({ rule }: { readonly rule: StoryRule }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const { program } = usePlace();
  const terms = {
    type: t(`partner_types.${rule.partner_type}`),
    version: format.number(rule.version),
    date: format.day(todayIn(program.time_zone, new Date(rule.effective_from))),
  };
  if (rule.kind === 'percent')
    return <p>{t('story.rule_percent', { ...terms, rate: format.rate(rule.rate_bps ?? 0) })}</p>;
  const fee = rule.flat_minor === null ? '–' : format.money(rule.flat_minor, currencyOf(program));
  return <p>{t('story.rule_flat', { ...terms, fee })}</p>;
}

function Line({ line }: { readonly line: StoryLine }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const until = { date: format.dayShort(line.final_on) };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-0">
        <span className="font-medium text-ink">{t(`story.line_${line.kind}`)}</span>{' '}
        <span className="text-ink-3">{t('story.on_base', { value: format.money(line.base_minor, currency) })}</span>
        <span className="block text-sm">
          {format.dayShort(line.accrual_day)}
          {line.state === 'pending' && ` · ${t('story.final_on', until)}`}
          {line.state === 'payable' && ` · ${t('story.final_since', until)}`}
        </span>
      </span>
      <span className="flex items-center gap-3">
        <CommissionBadge state={line.state} />
        <span className="font-semibold whitespace-nowrap text-ink">
          {format.money(line.amount_minor, currency, { isSigned: true })}
        </span>
      </span>
    </li>
  );
}
