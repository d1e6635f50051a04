import { Skeleton } from '../../../ui/skeleton.tsx';

const SURFACE = 'rounded-card border border-line bg-surface px-4 py-4 sm:px-5';

/** Balance, figures and chart in the size they will have. */
export function EarningsSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className={`${SURFACE} h-32 sm:h-18`}>
        <Skeleton className="h-6 w-full" />
      </div>
      <div className={`${SURFACE} h-64 lg:h-48`}>
        <Skeleton className="h-5 w-24" />
        <Skeleton className="mt-3 h-11 w-56" />
        <Skeleton className="mt-10 h-10 w-full" />
      </div>
      <div className={`${SURFACE} h-88`}>
        <Skeleton className="h-5 w-40" />
      </div>
    </div>
  );
}
