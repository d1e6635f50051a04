import { useFormat } from '../i18n/use-format.ts';
import type { Currency, Minor } from '../lib/money.ts';
import { classes } from './classes.ts';

type MoneyProps = {
  readonly amount: Minor;
  readonly currency: Currency;
  readonly isSigned?: boolean;
  readonly className?: string;
};

/** An exact amount in running text and in tables. */
export function Money({ amount, currency, isSigned = false, className }: MoneyProps) {
  const format = useFormat();
  return (
    <span className={classes('whitespace-nowrap', className)}>{format.money(amount, currency, { isSigned })}</span>
  );
}

/** The one great number of a screen: 42 px, its minor units smaller and paler. */
export function GreatMoney({ amount, currency }: Pick<MoneyProps, 'amount' | 'currency'>) {
  const format = useFormat();
  const parts = format.moneyParts(amount, currency);
  const isLong = parts.before.length > 9;
  return (
    <span
      className={classes(
        'font-bold tracking-tight leading-tight whitespace-nowrap',
        isLong ? 'text-[2rem] sm:text-[2.625rem]' : 'text-[2.625rem]',
      )}
    >
      {parts.before}
      <span className="text-[0.6em] text-ink-3">
        {parts.minor}
        {parts.after}
      </span>
    </span>
  );
}
