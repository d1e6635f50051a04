import { callRpc } from '../connection.ts';
import type { PlaceAddress } from '../programs/model.ts';
import { doneSchema, inboxPageSchema, messageSchema, newsSchema } from './inbox-model.ts';
import type { AnnouncementKind, Cursor } from './model.ts';

export type InboxFilter = {
  readonly kind: AnnouncementKind | null;
  readonly search: string;
  readonly isUnread: boolean;
};
type InboxAsk = InboxFilter & { readonly locale: string; readonly after: Cursor | null };

const placeArgs = (address: PlaceAddress) => ({ p_program: address.program, p_code: address.code ?? '' });

export function fetchInbox(address: PlaceAddress, ask: InboxAsk, signal?: AbortSignal) {
  const args = {
    ...placeArgs(address),
    p_locale: ask.locale,
    p_unread: ask.isUnread,
    ...(ask.kind === null ? {} : { p_kind: ask.kind }),
    ...(ask.search === '' ? {} : { p_search: ask.search }),
    ...(ask.after === null ? {} : { p_after_at: ask.after.at, p_after_id: ask.after.id }),
  };
  return callRpc('partner_inbox', args, inboxPageSchema, signal);
}

export async function fetchMessage(address: PlaceAddress, id: string, locale: string, signal?: AbortSignal) {
  const args = { ...placeArgs(address), p_id: id, p_locale: locale };
  return (await callRpc('partner_message', args, messageSchema, signal)).message;
}

/** `after` is the `now` of the answer before; null asks for no news, only for the count. */
export function fetchNews(address: PlaceAddress, locale: string, after: string | null, signal?: AbortSignal) {
  const since = after === null ? {} : { p_after: after };
  return callRpc('inbox_news', { ...placeArgs(address), p_locale: locale, ...since }, newsSchema, signal);
}

export function markMessage(id: string, isRead: boolean) {
  return callRpc('mark_message', { p_id: id, p_is_read: isRead }, doneSchema);
}

export function markAllRead(address: PlaceAddress) {
  return callRpc('mark_all_read', placeArgs(address), doneSchema);
}
