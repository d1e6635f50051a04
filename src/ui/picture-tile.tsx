import type { ChangeEvent, ReactNode } from 'react';
import { classes } from './classes.ts';

type PictureTileProps = {
  readonly name: string;
  /** The language of the name, where it has one. */
  readonly language: string | null;
  readonly picture: ReactNode;
  readonly openLabel: string;
  readonly onOpen: () => void;
  readonly selectLabel: string;
  readonly isSelected: boolean;
  /** Null for those who only look. */
  readonly onSelect: ((event: ChangeEvent<HTMLInputElement>) => void) | null;
  readonly badge: ReactNode;
  /** The line of facts below the name. */
  readonly children: ReactNode;
};

/** One of a grid: its picture opens it, its box selects it. */
export function PictureTile(props: PictureTileProps) {
  const { name, language, picture, openLabel, onOpen, selectLabel, isSelected, onSelect, badge, children } = props;
  return (
    <li
      className={classes(
        'relative flex min-w-0 flex-col overflow-hidden rounded-card border bg-surface',
        isSelected ? 'border-accent ring-1 ring-accent' : 'border-line',
      )}
    >
      <button
        type="button"
        onClick={onOpen}
        aria-haspopup="dialog"
        className="relative aspect-[25/16] w-full bg-soft focus-visible:-outline-offset-4"
      >
        <span className="absolute inset-4 flex items-center justify-center overflow-hidden">{picture}</span>
        <span className="sr-only">{openLabel}</span>
      </button>
      {onSelect !== null && (
        <label className="absolute top-0 left-0 flex size-11 cursor-pointer items-center justify-center">
          <input type="checkbox" checked={isSelected} onChange={onSelect} className="size-5 accent-accent" />
          <span className="sr-only">{selectLabel}</span>
        </label>
      )}
      <div className="flex min-w-0 flex-col gap-0.5 px-4 py-3">
        <div className="flex flex-wrap items-start justify-between gap-x-2 gap-y-1">
          <p lang={language ?? undefined} className="min-w-28 flex-1 font-medium">
            {name}
          </p>
          {badge}
        </div>
        {children}
      </div>
    </li>
  );
}
