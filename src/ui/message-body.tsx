import { Component, lazy, type ReactNode, Suspense } from 'react';
import { loadMessages } from '../i18n/i18n.ts';
import { Skeleton } from './skeleton.tsx';

const MarkdownText = lazy(async () => {
  const [module] = await Promise.all([import('./markdown.tsx'), loadMessages(['markdown'])]);
  return { default: module.MarkdownText };
});

type MessageBodyProps = {
  readonly text: string;
  /** The language it is written in, where that may be another than the page's. */
  readonly language?: string;
};

/** A Markdown text. Its renderer is a chunk of its own; while it is on its way the space is kept. */
export function MessageBody({ text, language }: MessageBodyProps) {
  return (
    <div lang={language} className="flex max-w-prose flex-col gap-3">
      <PlainTextFallback text={text}>
        <Suspense fallback={<Skeleton className="h-32" />}>
          <MarkdownText text={text} />
        </Suspense>
      </PlainTextFallback>
    </div>
  );
}

type FallbackProps = { readonly text: string; readonly children: ReactNode };

/** Without its renderer, offline or after a release, the text is still there as it was written. */
class PlainTextFallback extends Component<FallbackProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <p className="whitespace-pre-wrap">{this.props.text}</p> : this.props.children;
  }
}
