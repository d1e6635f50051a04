import { Skeleton } from '../../../ui/skeleton.tsx';

const FIGURES = ['revenue', 'share', 'commission', 'new', 'partners'];

/** The shapes of the overview, each of the size of what comes. */
export function OverviewSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-px overflow-hidden rounded-card border border-line bg-surface sm:grid-cols-2 xl:grid-cols-5">
        {FIGURES.map((figure) => (
          <div key={figure} className="h-30 p-4 sm:px-5">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="mt-3 h-7 w-32 max-w-full" />
          </div>
        ))}
      </div>
      <div className="h-92 rounded-card border border-line bg-surface p-4 sm:px-5">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="mt-4 h-72 w-full" />
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,4fr)_minmax(0,3fr)]">
        <div className="h-112 rounded-card border border-line bg-surface p-4 sm:px-5">
          <Skeleton className="h-4 w-36" />
        </div>
        <div className="h-60 rounded-card border border-line bg-surface p-4 sm:px-5">
          <Skeleton className="h-4 w-24" />
        </div>
      </div>
    </div>
  );
}
