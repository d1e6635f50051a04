import { type Day, todayIn } from '../../lib/dates.ts';
import { DEFAULT_RANGE, parseRangeChoice, type RangeChoice, rangeBefore, rangeOn } from '../../lib/ranges.ts';
import type { PlaceAddress } from '../programs/model.ts';
import type { EarningsAsk } from './partner-api.ts';

/** What to ask for a chosen range on the program's `today`. */
export function askFor(choice: RangeChoice, isCompared: boolean, today: Day): EarningsAsk {
  return { days: rangeOn(choice, today), compare: isCompared ? rangeBefore(choice, today) : null };
}

/** The same, from the query string of the earnings page. */
export function askOnUrl(search: URLSearchParams, today: Day): EarningsAsk {
  const choice = parseRangeChoice(search.get('range') ?? '') ?? DEFAULT_RANGE;
  return askFor(choice, search.get('compare') === 'previous', today);
}

const zoneKey = (address: PlaceAddress): string => `pp.zone.${address.program}`;

/** Keeps the program's zone, so that the next visit knows its "today" before the first answer. */
export function rememberZone(address: PlaceAddress, timeZone: string): void {
  localStorage.setItem(zoneKey(address), timeZone);
}

/**
 * Today in the program's zone, or in the browser's own while the program's is not known yet. Should the
 * guess be wrong, the answer says the true day and the page asks once more.
 */
export function guessedToday(address: PlaceAddress): Day {
  const zone = localStorage.getItem(zoneKey(address)) ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return todayIn(zone);
  } catch {
    return todayIn('UTC');
  }
}
