/** A goal of the project has a number; what is held beside them, a name. */
export type Goal = number | 'partners' | 'go';

/** One measured figure against its limit, as outside checks read it. */
export type Line = { goal: Goal; name: string; value: number; unit: string; limit: number; pass: boolean };

type Figure = Omit<Line, 'limit' | 'pass'> & ({ atMost: number } | { atLeast: number });

/** The figure as a line; a value that is no number never passes. */
export function judge({ goal, name, value, unit, ...bound }: Figure): Line {
  const rounded = Math.round(value * 1000) / 1000;
  const limit = 'atMost' in bound ? bound.atMost : bound.atLeast;
  const holds = 'atMost' in bound ? value <= limit : value >= limit;
  return { goal, name, value: rounded, unit, limit, pass: Number.isFinite(value) && holds };
}
