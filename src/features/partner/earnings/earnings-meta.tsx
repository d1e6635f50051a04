import type { PartnerEarningsAnswer } from '../../../data/insights/partner-model.ts';
import { RangeMeta } from '../../../ui/range-meta.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';

/** The days, the zone and the currency of everything below, and how fresh it is. */
export function EarningsMeta({ answer }: { readonly answer: PartnerEarningsAnswer | undefined }) {
  const program = answer?.context.place?.program;
  const earnings = answer?.earnings;
  if (program === undefined || earnings == null) return <Skeleton className="inline-block h-4 w-64 max-w-full" />;
  return (
    <RangeMeta
      days={earnings}
      timeZone={program.time_zone}
      currencyCode={program.currency}
      asOf={earnings.as_of}
      readerZone={answer?.context.me.time_zone}
    />
  );
}
