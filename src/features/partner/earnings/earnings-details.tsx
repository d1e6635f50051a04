import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import type { Place } from '../../../data/programs/model.ts';
import { BreakdownCard } from './breakdown-card.tsx';
import { DaysCard } from './days-card.tsx';
import { LinesCard } from './lines-card.tsx';

export type DetailsProps = { readonly earnings: PartnerEarnings; readonly place: Place };

/** All that explains the money, in one chunk that comes once the money is painted. */
export function EarningsDetails({ earnings, place }: DetailsProps) {
  return (
    <>
      <DaysCard earnings={earnings} program={place.program} />
      <BreakdownCard earnings={earnings} program={place.program} />
      <LinesCard earnings={earnings} program={place.program} />
    </>
  );
}
