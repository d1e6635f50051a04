import { queryOptions } from '@tanstack/react-query';
import type { DayRange } from '../../lib/dates.ts';
import { addressOfPlace, type PlaceAddress } from '../programs/model.ts';
import { rememberContext } from '../programs/queries.ts';
import { queryClient } from '../query-client.ts';
import { rememberZone } from './earnings-ask.ts';
import { type EarningsAsk, fetchBreakdown, fetchPartnerEarnings, fetchPartnerHome } from './partner-api.ts';
import type { Breakdown, PartnerHomeAnswer } from './partner-model.ts';

const all = ['insights', 'partner'] as const;
const homeKey = (address: PlaceAddress | null) => [...all, 'home', address] as const;

async function loadHome(address: PlaceAddress | null, signal: AbortSignal): Promise<PartnerHomeAnswer> {
  const answer = await fetchPartnerHome(address, signal);
  const { place, door } = answer.context;
  const here = place ?? door;
  // A place that is not mine is remembered too, as nothing: the shell then says so.
  if (address !== null) rememberContext(address, answer.context);
  if (here === null) return answer;
  const found = address ?? addressOfPlace(here);
  rememberContext(found, answer.context);
  if (place !== null) rememberZone(found, place.program.time_zone);
  // The first place was asked for and found: its own page shall not ask again.
  if (address === null) queryClient.setQueryData(homeKey(found), answer);
  return answer;
}

export const partnerInsightQueries = {
  all,
  /** `null` asks for the first partner place. */
  home: (address: PlaceAddress | null) =>
    queryOptions({
      queryKey: homeKey(address),
      queryFn: ({ signal }) => loadHome(address, signal),
    }),
  earnings: (address: PlaceAddress, ask: EarningsAsk) =>
    queryOptions({
      queryKey: [...all, 'earnings', address, ask] as const,
      queryFn: async ({ signal }) => {
        const answer = await fetchPartnerEarnings(address, ask, signal);
        rememberContext(address, answer.context);
        if (answer.context.place !== null) rememberZone(address, answer.context.place.program.time_zone);
        return answer;
      },
    }),
  breakdown: (address: PlaceAddress, days: DayRange, by: Breakdown) =>
    queryOptions({
      queryKey: [...all, 'breakdown', address, days, by] as const,
      queryFn: async ({ signal }) => (await fetchBreakdown(address, days, by, signal)).rows,
    }),
};
