import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type NoticeProps = {
  readonly tone?: 'info' | 'warn' | 'loss';
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
};

const LOOKS = {
  info: { icon: Info, className: 'bg-accent-soft text-ink' },
  warn: { icon: TriangleAlert, className: 'bg-warn-soft text-ink' },
  loss: { icon: CircleAlert, className: 'bg-loss-soft text-ink' },
} as const;

/** Something that stays true while the page is open: paused, offline, failed. */
export function Notice({ tone = 'info', title, action, children }: NoticeProps) {
  const { icon: Icon, className } = LOOKS[tone];
  return (
    <div
      role={tone === 'loss' ? 'alert' : 'note'}
      className={classes('flex items-start gap-3 rounded-card px-4 py-3', className)}
    >
      <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
      <div className="min-w-0 grow">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink-2">{children}</div>}
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
