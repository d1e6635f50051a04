import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from './button.tsx';
import { ErrorNotice } from './page-state.tsx';

/** The part of an infinite query that the end of its list depends on. */
type Paged = {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly error: Error | null;
  readonly fetchNextPage: () => unknown;
};

type MoreRowsProps = { readonly shown: number; readonly query: Paged };

/**
 * The end of a list that is paged by key: how many rows stand above, and the next ones. The button stays
 * where the focus is; when it goes with the last page, the words in its place take the focus.
 */
export function MoreRows({ shown, query }: MoreRowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRef<HTMLParagraphElement>(null);
  const wasPressed = useRef(false);
  const { hasNextPage } = query;

  useEffect(() => {
    if (hasNextPage) return;
    if (wasPressed.current) words.current?.focus();
    wasPressed.current = false;
  }, [hasNextPage]);

  const handleMore = () => {
    wasPressed.current = true;
    void query.fetchNextPage();
  };

  return (
    <div className="flex flex-col gap-3 border-t border-line px-4 py-3 sm:px-5">
      {query.isFetchNextPageError && query.error !== null && <ErrorNotice error={query.error} onRetry={handleMore} />}
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p ref={words} tabIndex={-1} role="status" className="text-ink-2">
          {t(hasNextPage ? 'rows.shown' : 'rows.all_shown', { count: shown, value: format.number(shown) })}
        </p>
        {hasNextPage && (
          <Button size="dense" isBusy={query.isFetchingNextPage} onClick={handleMore}>
            {t('rows.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
