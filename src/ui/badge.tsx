import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type Tone = 'neutral' | 'accent' | 'warn' | 'loss';

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'bg-soft text-ink-2',
  accent: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn',
  loss: 'bg-loss-soft text-loss',
};

type BadgeProps = { readonly tone?: Tone; readonly icon?: LucideIcon; readonly children: ReactNode };

/** A round chip. Its icon and its words say the state; the colour only repeats it. */
export function Badge({ tone = 'neutral', icon: Icon, children }: BadgeProps) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 whitespace-nowrap rounded-full px-2.5 py-0.5 text-sm font-medium',
        TONES[tone],
      )}
    >
      {Icon !== undefined && <Icon aria-hidden="true" size={14} strokeWidth={2.25} />}
      {children}
    </span>
  );
}
