import { Skeleton } from '../../../ui/skeleton.tsx';

const SURFACE = 'rounded-card border border-line bg-surface px-4 py-4 sm:px-5';

/** The two cards in the size they will have, so that nothing moves when the figures come. */
export function HomeSkeleton() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className={`${SURFACE} h-85`}>
        <Skeleton className="h-5 w-24" />
        <Skeleton className="mt-3 h-11 w-56" />
        <Skeleton className="mt-4 h-6 w-48" />
        <Skeleton className="mt-8 h-16 w-full" />
      </div>
      <div className={`${SURFACE} h-48`}>
        <Skeleton className="h-5 w-24" />
        <Skeleton className="mt-4 h-11 w-full" />
      </div>
    </div>
  );
}
