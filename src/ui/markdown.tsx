import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize, { type Options } from 'rehype-sanitize';

/** What a text may be made of. No images from anywhere, no HTML of its own, no addresses but these. */
const ALLOWED: Options = {
  tagNames: 'p br strong em a ul ol li h1 h2 h3 h4 h5 h6 blockquote code pre hr'.split(' '),
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ol', 'ul'] },
  strip: ['script', 'style'],
};
const PLUGINS = [[rehypeSanitize, ALLOWED]] satisfies [[typeof rehypeSanitize, Options]];

type Part = { readonly children?: ReactNode };

/** A text's headings stand below the title of the page or card that holds it. */
const Heading = ({ children }: Part) => <h3 className="mt-2 text-base font-semibold">{children}</h3>;
const SmallHeading = ({ children }: Part) => <h4 className="mt-1 font-semibold">{children}</h4>;

/** Leads out of the portal, and says so. Anything but a whole address is words. */
function OutwardLink({ href, children }: Part & { readonly href?: string | undefined }) {
  const { t } = useTranslation('markdown');
  if (href === undefined || !/^(?:https?:\/\/|mailto:)/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow" className="text-accent underline">
      {children}
      <ExternalLink aria-hidden="true" size={14} className="ms-1 inline" />
      <span className="sr-only"> {t('opens_new')}</span>
    </a>
  );
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <OutwardLink href={href}>{children}</OutwardLink>,
  h1: ({ children }) => <Heading>{children}</Heading>,
  h2: ({ children }) => <Heading>{children}</Heading>,
  h3: ({ children }) => <SmallHeading>{children}</SmallHeading>,
  h4: ({ children }) => <SmallHeading>{children}</SmallHeading>,
  h5: ({ children }) => <SmallHeading>{children}</SmallHeading>,
  h6: ({ children }) => <SmallHeading>{children}</SmallHeading>,
  ul: ({ children }) => <ul className="list-disc ps-5">{children}</ul>,
  ol: ({ start, children }) => (
    <ol start={start} className="list-decimal ps-5">
      {children}
    </ol>
  ),
  blockquote: ({ children }) => <blockquote className="border-s-2 border-line ps-3 text-ink-2">{children}</blockquote>,
  code: ({ children }) => <code className="rounded-control bg-soft px-1">{children}</code>,
  pre: ({ children }) => (
    // A long line is scrolled, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable
    <pre tabIndex={0} className="overflow-x-auto">
      {children}
    </pre>
  ),
};

/** Markdown as elements, sanitised. Nothing of it is ever HTML text. */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <Markdown rehypePlugins={PLUGINS} components={COMPONENTS} skipHtml>
      {text}
    </Markdown>
  );
}
