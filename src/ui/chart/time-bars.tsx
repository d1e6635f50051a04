import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type Series, seriesColor, type TimePoint } from './series.ts';

export type TimeBarsProps = {
  readonly label: string;
  readonly points: readonly TimePoint[];
  readonly series: readonly Series[];
  /** Stacked figures add up; side by side they are compared. */
  readonly isStacked: boolean;
  readonly formatValue: (value: number) => string;
  readonly formatAxis: (value: number) => string;
  /** What a point's time is called. */
  readonly formatPoint: (point: TimePoint) => string;
  /** By a point's first day. */
  readonly formatTick: (day: string) => string;
};

const TICK = { fill: 'var(--ink-3)', fontSize: 12 };
const HEIGHT = 240;
const firstDay = (point: TimePoint): string => point.span.from;

/** Bars over time. The only importer of the chart library: load it through `time-chart.tsx`. */
export function TimeBars({
  label,
  points,
  series,
  isStacked,
  formatValue,
  formatAxis,
  formatPoint,
  formatTick,
}: TimeBarsProps) {
  const titleOf = (day: string) => {
    const point = points.find((one) => firstDay(one) === day);
    return point === undefined ? day : formatPoint(point);
  };
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <BarChart
        stackOffset="sign"
        data={[...points]}
        title={label}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barGap={1}
        barCategoryGap="20%"
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey={firstDay}
          tickFormatter={formatTick}
          tick={TICK}
          tickLine={false}
          axisLine={false}
          minTickGap={28}
        />
        <YAxis tickFormatter={formatAxis} tick={TICK} tickLine={false} axisLine={false} width="auto" />
        <Tooltip
          cursor={{ fill: 'var(--soft)' }}
          isAnimationActive={false}
          formatter={(value) => formatValue(Number(value))}
          labelFormatter={(day) => titleOf(String(day))}
          contentStyle={{
            background: 'var(--surface)',
            border: '1px solid var(--line)',
            borderRadius: 10,
            color: 'var(--ink)',
          }}
          itemStyle={{ color: 'var(--ink)' }}
        />
        {series.map((one, index) => (
          <Bar
            key={one.id}
            dataKey={(point: TimePoint) => point.values[index] ?? 0}
            name={one.label}
            fill={seriesColor(series, index)}
            maxBarSize={28}
            radius={2}
            isAnimationActive={false}
            {...(isStacked ? { stackId: 'all' } : {})}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
