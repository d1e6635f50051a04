import type { ReactNode } from 'react';

/** Why a form was refused, said at once to a screen reader too. Nothing while there is nothing to say. */
export function FormError({ children }: { readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <p role="alert" className="rounded-control bg-loss-soft px-3 py-2 text-ink">
      {children}
    </p>
  );
}
