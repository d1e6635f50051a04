import type { ReactNode } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import type { Currency, Minor } from '../lib/money.ts';
import { classes } from './classes.ts';

type FigureRowProps = { readonly label: string; readonly children: ReactNode };

/** Figures side by side on one surface, parted by hairlines; two in a row where there is no room for all. */
export function FigureRow({ label, children }: FigureRowProps) {
  return (
    <section aria-label={label} className="@container overflow-hidden rounded-card border border-line shadow-card">
      <dl className="grid grid-cols-2 gap-px bg-line @4xl:flex">{children}</dl>
    </section>
  );
}

type FigureProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** Takes a row of its own where two would not fit: for sums of money. */
  readonly isWide?: boolean;
  /** What it is measured against. */
  readonly children?: ReactNode;
};

export function Figure({ label, value, isWide = false, children }: FigureProps) {
  return (
    <div className={classes('min-w-0 bg-surface p-4 sm:px-5', isWide ? 'col-span-2 @4xl:flex-[1.35]' : '@4xl:flex-1')}>
      <dt className="text-ink-2">{label}</dt>
      <dd className="mt-1 text-2xl leading-tight font-semibold tracking-tight">{value}</dd>
      {children !== undefined && <dd className="mt-1.5 text-sm text-ink-2">{children}</dd>}
    </div>
  );
}

/** An exact sum whose minor units are smaller and paler. */
export function FigureMoney({ amount, currency }: { readonly amount: Minor; readonly currency: Currency }) {
  const parts = useFormat().moneyParts(amount, currency);
  return (
    <span className="whitespace-nowrap">
      {parts.before}
      <span className="text-[0.7em] font-medium text-ink-3">
        {parts.minor}
        {parts.after}
      </span>
    </span>
  );
}
