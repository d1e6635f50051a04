import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { paths } from './paths.ts';

type ErrorBoundaryProps = {
  readonly children: ReactNode;
  /** A new key (the path) gives the part below another chance. */
  readonly resetKey: string;
};
type ErrorBoundaryState = { readonly failedAt: string | null };

/** Keeps a broken page from taking the shell, or the shell from taking the whole window. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failedAt: null };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failedAt: window.location.pathname };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.resetKey !== this.props.resetKey && this.state.failedAt !== null) this.setState({ failedAt: null });
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <CrashPage />;
  }
}

/** Also what a visitor sees whose tab asks for a file of an older release: loading again brings the new one. */
function CrashPage() {
  const { t } = useTranslation();
  return (
    <div role="alert" className="mx-auto max-w-lg px-4 py-12">
      <PageHeader title={t('crash.title')} />
      <p className="text-ink-2">{t('crash.body')}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
        <Button onClick={() => window.location.assign(paths.start)}>{t('crash.home')}</Button>
      </div>
    </div>
  );
}
