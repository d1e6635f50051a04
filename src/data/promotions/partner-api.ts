import { callRpc } from '../connection.ts';
import type { PlaceAddress } from '../programs/model.ts';
import { type PromotionPosition, type ShownState, shownDetailSchema, shownPageSchema } from './model.ts';

const placeOf = (address: PlaceAddress) => ({ p_program: address.program, p_code: address.code ?? '' });

export function fetchShown(
  address: PlaceAddress,
  state: ShownState,
  after: PromotionPosition | null,
  signal?: AbortSignal,
) {
  const from = after === null ? {} : { ...(after.at === null ? {} : { p_after_at: after.at }), p_after_id: after.id };
  return callRpc('partner_promotions', { ...placeOf(address), p_state: state, ...from }, shownPageSchema, signal);
}

export async function fetchShownOne(address: PlaceAddress, id: string, signal?: AbortSignal) {
  return (await callRpc('partner_promotion', { ...placeOf(address), p_id: id }, shownDetailSchema, signal)).promotion;
}
