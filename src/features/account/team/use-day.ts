import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { todayIn } from '../../../lib/dates.ts';

/** The program's day of an instant, in words. */
export function useDay(): (instant: string) => string {
  const { program } = usePlace();
  const format = useFormat();
  return (instant) => format.dayShort(todayIn(program.time_zone, new Date(instant)));
}
