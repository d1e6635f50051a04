import { lazy, Suspense } from 'react';
import type { PartnerEarningsAnswer } from '../../../data/insights/partner-model.ts';
import { loadMessages } from '../../../i18n/i18n.ts';
import { classes } from '../../../ui/classes.ts';
import { SkeletonCards } from '../../../ui/skeleton.tsx';
import { StandingNotice } from '../standing-notice.tsx';
import { BalanceStrip } from './balance-strip.tsx';
import { RangeFigures } from './range-figures.tsx';
import { useSettled } from './use-settled.ts';

/** With their own words: both are fetched after the money is painted. */
const EarningsDetails = lazy(async () => {
  const [module] = await Promise.all([import('./earnings-details.tsx'), loadMessages(['details'])]);
  return { default: module.EarningsDetails };
});

type EarningsContentProps = { readonly answer: PartnerEarningsAnswer; readonly isRenewing: boolean };

/** The money stands before anything else is asked for: chart, sources and lines come after it. */
export function EarningsContent({ answer, isRenewing }: EarningsContentProps) {
  const { earnings } = answer;
  const { place } = answer.context;
  const isSettled = useSettled();
  if (place === null) return null;
  const waiting = <SkeletonCards heights={['h-88', 'h-80', 'h-96']} />;
  return (
    <div aria-busy={isRenewing || undefined} className={classes('flex flex-col gap-4', isRenewing && 'opacity-60')}>
      {place.partnership !== null && (
        <StandingNotice partnership={place.partnership} programName={place.program.name} />
      )}
      {earnings !== null && (
        <>
          <BalanceStrip earnings={earnings} program={place.program} />
          <RangeFigures earnings={earnings} program={place.program} />
          <Suspense fallback={waiting}>
            {isSettled ? <EarningsDetails earnings={earnings} place={place} /> : waiting}
          </Suspense>
        </>
      )}
    </div>
  );
}
