import { classes } from './classes.ts';

/** A grey shape of the size that the content will have. Give it its size by `className`. */
export function Skeleton({ className }: { readonly className: string }) {
  return (
    <span
      aria-hidden="true"
      className={classes('block motion-safe:animate-pulse rounded-control bg-soft', className)}
    />
  );
}

/** Cards of the given heights, each its own, for a page that still loads. */
export function SkeletonCards({ heights }: { readonly heights: readonly string[] }) {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      {heights.map((height) => (
        <div key={height} className={classes('rounded-card border border-line bg-surface p-5', height)}>
          <Skeleton className="h-4 w-28" />
          <Skeleton className="mt-3 h-8 w-44" />
        </div>
      ))}
    </div>
  );
}
