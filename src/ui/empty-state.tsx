import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** What to do next, in one or two sentences. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet, and what brings the first thing. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-4 py-10 text-center">
      <p className="text-base font-semibold">{title}</p>
      {children !== undefined && <div className="max-w-prose text-ink-2">{children}</div>}
      {action !== undefined && <div className="mt-2">{action}</div>}
    </div>
  );
}
