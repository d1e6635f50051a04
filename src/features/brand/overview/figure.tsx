import type { ReactNode } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import type { Currency, Minor } from '../../../lib/money.ts';
import { classes } from '../../../ui/classes.ts';

type FigureRowProps = { readonly label: string; readonly children: ReactNode };

/**
 * Figures side by side on one surface, parted by hairlines, their labels, values and notes each in one line
 * with the others'; below each other where there is no room for all five.
 */
export function FigureRow({ label, children }: FigureRowProps) {
  return (
    <section aria-label={label} className="@container overflow-hidden rounded-card border border-line shadow-card">
      <dl className="grid grid-cols-2 gap-px bg-line @4xl:grid-cols-[5fr_4.4fr_5fr_4fr_4fr] @4xl:grid-rows-[auto_auto_1fr] @4xl:gap-y-0">
        {children}
      </dl>
    </section>
  );
}

type FigureProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** Takes a row of its own where they stand below each other. */
  readonly isWide?: boolean;
  /** What it is measured against. */
  readonly children?: ReactNode;
};

export function Figure({ label, value, isWide = false, children }: FigureProps) {
  return (
    <div
      className={classes(
        'min-w-0 bg-surface p-4 @4xl:col-span-1 @4xl:row-span-3 @4xl:grid @4xl:grid-rows-subgrid sm:px-5',
        isWide && 'col-span-2',
      )}
    >
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
