import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { type DayPoint, type Series, seriesColor } from './series.ts';

export type DayBarsProps = {
  readonly label: string;
  readonly points: readonly DayPoint[];
  readonly series: readonly Series[];
  /** Stacked figures add up; side by side they are compared. */
  readonly isStacked: boolean;
  readonly formatValue: (value: number) => string;
  readonly formatAxis: (value: number) => string;
  readonly formatDay: (day: string) => string;
  readonly formatTick: (day: string) => string;
};

const TICK = { fill: 'var(--ink-3)', fontSize: 12 };
const HEIGHT = 240;

/** Bars by day. The only importer of the chart library: load it through `day-chart.tsx`. */
export function DayBars({
  label,
  points,
  series,
  isStacked,
  formatValue,
  formatAxis,
  formatDay,
  formatTick,
}: DayBarsProps) {
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
        <XAxis dataKey="day" tickFormatter={formatTick} tick={TICK} tickLine={false} axisLine={false} minTickGap={28} />
        <YAxis tickFormatter={formatAxis} tick={TICK} tickLine={false} axisLine={false} width="auto" />
        <Tooltip
          cursor={{ fill: 'var(--soft)' }}
          isAnimationActive={false}
          formatter={(value) => formatValue(Number(value))}
          labelFormatter={(day) => formatDay(String(day))}
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
            dataKey={(point: DayPoint) => point.values[index] ?? 0}
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
