import type { PartnerEarnings } from '../../../data/insights/partner-model.ts';
import type { DayPoint } from '../../../ui/chart/series.ts';

/** A point a day with what it earned, and with what the same day of the compared range earned. */
export function dayPoints(earnings: Pick<PartnerEarnings, 'days' | 'compare'>): DayPoint[] {
  const { compare } = earnings;
  return earnings.days.map((day, index) => ({
    day: day.day,
    values: compare === null ? [day.accrued_minor] : [day.accrued_minor, compare.days[index]?.accrued_minor ?? 0],
  }));
}
