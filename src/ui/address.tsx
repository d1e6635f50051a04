import { Fragment } from 'react';

/** An address as text, which breaks after its slashes, and within a part only where that has no room. */
export function Address({ text }: { readonly text: string }) {
  const ends = [...text.matchAll(/\/|$/g)].map(({ index }) => index + 1);
  return (
    <bdi className="wrap-anywhere">
      {ends.map((end, at) => (
        <Fragment key={end}>
          {text.slice(ends[at - 1] ?? 0, end)}
          <wbr />
        </Fragment>
      ))}
    </bdi>
  );
}
