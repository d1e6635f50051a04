import { CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerHome } from '../../../data/insights/partner-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { countDays, monthOf } from '../../../lib/dates.ts';
import { type Currency, type Minor, sumMinor, toMinor } from '../../../lib/money.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Card } from '../../../ui/card.tsx';
import { Delta } from '../../../ui/delta.tsx';
import { GreatMoney, Money } from '../../../ui/money.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';

type BalanceCardProps = { readonly home: PartnerHome; readonly currency: Currency; readonly holdDays: number };

/** Final money first and large; what is still estimated stands below, with the day it becomes final. */
export function BalanceCard({ home, currency, holdDays }: BalanceCardProps) {
  const { t } = useTranslation('partner');
  return (
    <Card isFlush className="overflow-hidden">
      <div className="px-4 pt-3 pb-4 sm:px-5">
        <p className="text-ink-2">{t('home.available')}</p>
        <p>
          <GreatMoney amount={home.available_minor} currency={currency} />
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2">
          <Badge tone="accent" icon={CircleCheck}>
            {t('home.final')}
          </Badge>
          {t('home.hold_passed', { count: holdDays })}
        </p>
      </div>
      <dl className="grid grid-cols-2 border-t border-line">
        <PendingFigure home={home} currency={currency} />
        <MonthFigure home={home} currency={currency} />
      </dl>
      <DaysLine home={home} currency={currency} />
    </Card>
  );
}

type FigureProps = {
  readonly label: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly children: ReactNode;
};

function Figure({ label, amount, currency, children }: FigureProps) {
  return (
    <div className="px-4 py-3 sm:px-5 [&+&]:border-s [&+&]:border-line">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="text-lg font-semibold">
        <Money amount={amount} currency={currency} />
      </dd>
      <dd className="text-sm text-ink-3">{children}</dd>
    </div>
  );
}

type PartProps = { readonly home: PartnerHome; readonly currency: Currency };

function PendingFigure({ home, currency }: PartProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const { pending_next_on: next, pending_last_on: last } = home;
  const words = () => {
    if (next === null) return t('home.pending_none');
    if (last === null || last === next) return t('home.pending_on', { date: format.dayTick(next) });
    return t('home.pending_span', { from: format.dayTick(next), to: format.dayTick(last) });
  };
  return (
    <Figure label={t('home.pending')} amount={home.pending_minor} currency={currency}>
      {words()}
    </Figure>
  );
}

function MonthFigure({ home, currency }: PartProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const { month, last_month: before } = home;
  return (
    <Figure
      label={format.opened(
        t('home.month_days', { month: format.monthName(monthOf(month.from)), count: countDays(month) }),
      )}
      amount={month.accrued_minor}
      currency={currency}
    >
      <Delta
        now={month.accrued_minor}
        before={before.accrued_minor}
        against={t('home.on_month', { month: format.monthName(monthOf(before.from)) })}
      />
    </Figure>
  );
}

function DaysLine({ home, currency }: PartProps) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const values = home.days.map((day) => day.accrued_minor);
  const [first, last] = [home.days[0], home.days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const label = t('home.line_label', {
    from: format.day(first.day),
    to: format.day(last.day),
    total: format.money(sumMinor(values), currency),
    best: format.money(toMinor(Math.max(...values)), currency),
  });
  return (
    <figure>
      <figcaption className="px-4 text-sm text-ink-3 sm:px-5">{t('home.line_caption')}</figcaption>
      <Sparkline values={values} label={label} height={84} />
    </figure>
  );
}
