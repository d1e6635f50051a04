import { CircleCheck, Clock, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import { currencyOf, type Program } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Minor } from '../../../lib/money.ts';
import { Card } from '../../../ui/card.tsx';
import { Money } from '../../../ui/money.tsx';

type BalanceStripProps = { readonly earnings: PartnerEarnings; readonly program: Program };

/** Balance over all days, final and estimated apart: what the range below does not change. */
export function BalanceStrip({ earnings, program }: BalanceStripProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const { pending_next_on: next } = earnings;
  const pendingHint =
    next === null ? t('earnings.pending_none') : t('earnings.pending_hint', { date: format.dayTick(next) });
  return (
    <Card isFlush className="pb-2">
      <dl className="grid sm:grid-cols-2">
        <Balance
          icon={CircleCheck}
          label={t('earnings.available')}
          hint={t('earnings.available_hint')}
          amount={earnings.available_minor}
          program={program}
        />
        <Balance
          icon={Clock}
          label={t('earnings.pending')}
          hint={pendingHint}
          amount={earnings.pending_minor}
          program={program}
        />
      </dl>
    </Card>
  );
}

type BalanceProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly hint: string;
  readonly amount: Minor;
  readonly program: Program;
};

function Balance({ icon: Icon, label, hint, amount, program }: BalanceProps) {
  return (
    <div className="flex items-baseline justify-between gap-x-4 px-4 py-1 sm:px-5 sm:[&+&]:border-s sm:[&+&]:border-line">
      <dt className="min-w-0">
        <span className="inline-flex items-center gap-1.5 font-medium">
          <Icon aria-hidden="true" size={16} className="text-ink-3" />
          {label}
        </span>
        <span className="block text-sm text-ink-3">{hint}</span>
      </dt>
      <dd className="text-base font-semibold">
        <Money amount={amount} currency={currencyOf(program)} />
      </dd>
    </div>
  );
}
