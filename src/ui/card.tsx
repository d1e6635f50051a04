import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

type CardProps = {
  readonly title?: string;
  /** Stands right of the title: a link, a count, a control. */
  readonly aside?: ReactNode;
  readonly isFlush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A surface with a hairline. With a title it is a named region; flush when its content brings its own padding. */
export function Card({ title, aside, isFlush = false, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={classes('min-w-0 rounded-card border border-line bg-surface shadow-card', className)}
    >
      {title !== undefined && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 pt-4 sm:px-5">
          <h2 id={id} className="text-base font-semibold">
            {title}
          </h2>
          {aside !== undefined && <div className="max-w-full text-ink-2">{aside}</div>}
        </div>
      )}
      <div className={isFlush ? 'pt-2' : 'p-4 sm:px-5'}>{children}</div>
    </section>
  );
}
