import { Skeleton } from '../../../ui/skeleton.tsx';

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

export function EventsSkeleton() {
  return (
    <div className="divide-y divide-line border-t border-line">
      {ROWS.map((row) => (
        <div
          key={row}
          className="flex h-36 flex-col justify-center gap-3 px-4 sm:h-14 sm:flex-row sm:items-center sm:justify-between sm:px-5"
        >
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-4 w-40 max-w-full" />
          <Skeleton className="h-4 w-24" />
        </div>
      ))}
    </div>
  );
}
