import { useState } from 'react';
import { type Day, isDay } from '../lib/dates.ts';

type DayFilterProps = { readonly label: string; readonly day: Day | null; readonly onDay: (day: Day | null) => void };

/** A year that is half typed (0202) is no day to filter by. */
const FIRST_DAY = '2000-01-01';

/** A day by the browser's own picker. What is half typed changes nothing yet. */
export function DayFilter({ label, day, onDay }: DayFilterProps) {
  const [text, setText] = useState(day ?? '');
  const [shown, setShown] = useState(day);
  if (shown !== day) {
    setShown(day);
    setText(day ?? '');
  }
  const handleChange = (next: string) => {
    setText(next);
    if (next === '') onDay(null);
    else if (isDay(next) && next >= FIRST_DAY) onDay(next);
  };
  return (
    <label className="flex min-w-0 flex-col gap-x-2 text-ink-2 sm:flex-row sm:items-center">
      {label}
      <input
        type="date"
        value={text}
        onChange={(event) => handleChange(event.target.value)}
        className="field min-w-0 text-ink sm:min-h-9 sm:w-auto sm:py-1"
      />
    </label>
  );
}
