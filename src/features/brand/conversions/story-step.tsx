import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from '../../../ui/classes.ts';

type StoryStepProps = {
  readonly icon: LucideIcon;
  readonly tone?: 'neutral' | 'accent' | 'warn' | 'loss';
  readonly title: string;
  readonly children?: ReactNode;
};

const TONES = {
  neutral: 'bg-soft text-ink-2',
  accent: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  loss: 'bg-loss-soft text-loss',
} as const;

/** One thing that happened, on the line that leads from report to money. */
export function StoryStep({ icon: Icon, tone = 'neutral', title, children }: StoryStepProps) {
  return (
    <li className="relative grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 pb-6 not-last:before:absolute not-last:before:start-4 not-last:before:top-9 not-last:before:bottom-1 not-last:before:border-s not-last:before:border-line last:pb-0">
      <span className={classes('flex size-8 items-center justify-center rounded-full', TONES[tone])}>
        <Icon aria-hidden="true" size={16} />
      </span>
      <div className="min-w-0 pt-1">
        <h2 className="font-semibold">{title}</h2>
        {children !== undefined && <div className="mt-1 flex flex-col gap-2 text-ink-2">{children}</div>}
      </div>
    </li>
  );
}

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Label and value side by side; what has no value is left out. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="grid grid-cols-[minmax(7.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-0.5">
      {known.map((fact) => (
        <div key={fact.label} className="contents">
          <dt className="text-ink-3">{fact.label}</dt>
          <dd className="wrap-anywhere text-ink">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
