import type { DayRange } from '../../lib/dates.ts';
import { callRpc } from '../connection.ts';
import type { PlaceAddress } from '../programs/model.ts';
import { type Breakdown, breakdownSchema, partnerEarningsSchema, partnerHomeSchema } from './partner-model.ts';

export type EarningsAsk = { readonly days: DayRange; readonly compare: DayRange | null };

const placeArgs = (address: PlaceAddress) => ({ p_program: address.program, p_code: address.code ?? '' });
const rangeArgs = (days: DayRange) => ({ p_from: days.from, p_to: days.to });

/** Without an address: the first partner place there is. */
export function fetchPartnerHome(address: PlaceAddress | null, signal?: AbortSignal) {
  return callRpc('partner_home', address === null ? {} : placeArgs(address), partnerHomeSchema, signal);
}

export function fetchPartnerEarnings(address: PlaceAddress, ask: EarningsAsk, signal?: AbortSignal) {
  const compare = ask.compare === null ? {} : { p_compare_from: ask.compare.from, p_compare_to: ask.compare.to };
  return callRpc(
    'partner_earnings',
    { ...placeArgs(address), ...rangeArgs(ask.days), ...compare },
    partnerEarningsSchema,
    signal,
  );
}

export function fetchBreakdown(address: PlaceAddress, days: DayRange, by: Breakdown, signal?: AbortSignal) {
  return callRpc('partner_breakdown', { ...placeArgs(address), ...rangeArgs(days), p_by: by }, breakdownSchema, signal);
}
