import { Fragment } from 'react';

/** Short facts in a line, each in one piece; those that are null are left out. */
export function Facts({ parts }: { readonly parts: readonly (string | null)[] }) {
  return (
    <p className="text-sm text-ink-3">
      {parts
        .filter((part) => part !== null)
        .map((part, index) => (
          <Fragment key={part}>
            {index > 0 && ' · '}
            <span className="inline-block">{part}</span>
          </Fragment>
        ))}
    </p>
  );
}
