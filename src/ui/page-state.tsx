import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from './button.tsx';
import { errorDetail, errorWords } from './error-words.ts';
import { Notice } from './notice.tsx';

/** The part of a query's result that the state of a page depends on. */
type Asked<Data> = {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly fetchStatus: 'fetching' | 'paused' | 'idle';
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
};

type PageStateProps<Data> = {
  readonly query: Asked<Data>;
  /** Shapes of the size the content will have. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
};

function subscribeToLine(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

function useIsOffline(): boolean {
  return useSyncExternalStore(subscribeToLine, () => !navigator.onLine);
}

/** Chooses between waiting, failed and the data; old data stays readable and says how old it is. */
export function PageState<Data>({ query, skeleton, children }: PageStateProps<Data>) {
  const isOffline = useIsOffline();
  if (query.data !== undefined) {
    const isStale = isOffline || query.error !== null;
    return (
      <>
        {isStale && <StaleNotice query={query} isOffline={isOffline} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error !== null) return <ErrorNotice error={query.error} onRetry={query.refetch} />;
  if (isOffline) return <OfflineNotice onRetry={query.refetch} />;
  return <Waiting>{skeleton}</Waiting>;
}

function Waiting({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div aria-busy="true">
      <p className="sr-only" role="status">
        {t('loading')}
      </p>
      {children}
    </div>
  );
}

function StaleNotice({
  query,
  isOffline,
}: {
  readonly query: Omit<Asked<unknown>, 'data'>;
  readonly isOffline: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = format.asOf(query.dataUpdatedAt);
  return (
    <div className="mb-4">
      <Notice
        tone="warn"
        title={t(isOffline ? 'stale.offline' : 'stale.failed', { time })}
        action={<RetryButton onRetry={query.refetch} />}
      />
    </div>
  );
}

function OfflineNotice({ onRetry }: { readonly onRetry: () => unknown }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={t('error.offline.title')} action={<RetryButton onRetry={onRetry} />}>
      {t('error.offline.body')}
    </Notice>
  );
}

/** A failure in the place of what could not be shown, with a way on. */
export function ErrorNotice({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => unknown }) {
  const { t } = useTranslation();
  const words = errorWords(error, t);
  const detail = errorDetail(error);
  return (
    <Notice
      tone="loss"
      title={words.title}
      {...(onRetry === undefined ? {} : { action: <RetryButton onRetry={onRetry} /> })}
    >
      <p>{words.body}</p>
      {detail !== null && <p lang="en">{detail}</p>}
    </Notice>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: () => unknown }) {
  const { t } = useTranslation();
  return (
    <Button size="dense" onClick={() => void onRetry()}>
      {t('retry')}
    </Button>
  );
}
