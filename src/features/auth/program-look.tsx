import { type ReactNode, useEffect, useState } from 'react';
import { fetchProgramCard, type ProgramCard } from '../../data/programs/card.ts';
import { logoUrl } from '../../data/programs/logo-url.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';
import { applyProgramColor } from '../../ui/program-color.ts';

type ProgramLookProps = { readonly slug: string; readonly children: ReactNode };

/**
 * The program that somebody comes to: its logo, its name and its colour, in the room that the portal's own has until
 * they are here. Without an answer the portal's own stay.
 */
export function ProgramLook({ slug, children }: ProgramLookProps) {
  const [card, setCard] = useState<ProgramCard | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    fetchProgramCard(slug, asking.signal).then(
      (found) => {
        if (found === null || asking.signal.aborted) return;
        applyProgramColor(found.color);
        setCard(found);
      },
      () => undefined,
    );
    return () => asking.abort();
  }, [slug]);
  if (card === null) return children;
  return (
    <>
      <BrandMark name={card.name} logoUrl={logoUrl(card.logo_path)} />
      <span className="min-w-0 truncate">{card.name}</span>
    </>
  );
}
