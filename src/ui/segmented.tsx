import { useId } from 'react';
import { classes } from './classes.ts';

export type Segment<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Said instead of a shortened label: "7 days" for "7 d". */
  readonly spoken?: string;
};

type SegmentedProps<Value extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<Value>[];
  /** Null when none of them holds. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
};

/** A row of choices of which one holds: native radio buttons, with their keys. */
export function Segmented<Value extends string>({
  label,
  segments,
  value,
  onChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset
      className={classes(
        'inline-flex max-w-full min-w-0 flex-wrap rounded-control border border-line bg-surface p-0.5 sm:p-1',
        className,
      )}
    >
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className="relative grow cursor-pointer">
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            aria-label={segment.spoken}
            className="peer absolute inset-0 opacity-0"
          />
          <span className="flex min-h-11 min-w-11 items-center justify-center rounded-[7px] px-2 text-center leading-tight text-ink-2 sm:px-3 sm:whitespace-nowrap peer-checked:bg-soft peer-checked:font-semibold peer-checked:text-ink peer-hover:text-ink peer-focus-visible:outline-2 peer-focus-visible:outline-accent sm:min-h-8">
            {segment.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
