import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';

type PageHeaderProps = {
  readonly title: string;
  /** The language of a title that somebody else wrote. */
  readonly titleLanguage?: string | undefined;
  /** The line below: range, zone, currency, "as of". */
  readonly meta?: ReactNode;
  readonly actions?: ReactNode;
  /** For a screen whose first sight is its figure: on phones the title is there for those who listen. */
  readonly isTitleSpokenOnly?: boolean;
};

let hasShownAPage = false;

/** A page's title. It names the browser tab, and takes the focus when a route brings its page. */
export function PageHeader({ title, titleLanguage, meta, actions, isTitleSpokenOnly = false }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useEffect(() => {
    // The first page leaves the focus where the browser puts it: nothing moved yet.
    if (hasShownAPage) heading.current?.focus({ preventScroll: true });
    if (hasShownAPage) window.scrollTo(0, 0);
    hasShownAPage = true;
  }, []);

  return (
    <div
      className={classes(
        'flex flex-wrap items-end justify-between gap-x-6 gap-y-3 md:mb-5',
        !isTitleSpokenOnly && 'mb-5',
      )}
    >
      <div className="min-w-0">
        <h1
          ref={heading}
          lang={titleLanguage}
          tabIndex={-1}
          className={classes(
            'text-[1.375rem] font-semibold leading-tight',
            isTitleSpokenOnly && 'sr-only md:not-sr-only',
          )}
        >
          {title}
        </h1>
        {meta !== undefined && <p className="mt-1 text-ink-3">{meta}</p>}
      </div>
      {actions !== undefined && <div className="flex max-w-full flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
