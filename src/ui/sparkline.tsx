type SparklineProps = { readonly values: readonly number[]; readonly label: string; readonly height?: number };

const WIDTH = 100;

/** A line over its soft area, edge to edge: no axis, no library. What it says stands in `label`. */
export function Sparkline({ values, label, height = 64 }: SparklineProps) {
  const bottom = Math.min(...values, 0);
  // Days without anything lie at the bottom, not at the top.
  const top = Math.max(...values, bottom < 0 ? 0 : 1);
  const span = top - bottom || 1;
  const step = WIDTH / Math.max(values.length - 1, 1);
  const y = (value: number): number => 4 + ((top - value) / span) * (height - 8);
  const points = values.map((value, index) => `${(index * step).toFixed(2)},${y(value).toFixed(2)}`).join(' ');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      className="block w-full"
      height={height}
    >
      <polygon points={`0,${height} ${points} ${WIDTH},${height}`} className="fill-accent-soft" />
      <polyline
        points={points}
        className="fill-none stroke-accent"
        strokeWidth={2}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
