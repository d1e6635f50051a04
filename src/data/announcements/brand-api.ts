import { callRpc } from '../connection.ts';
import type { AnnouncementDraft } from './brand-draft.ts';
import { announcementListSchema, announcementSchema, readersSchema } from './brand-model.ts';
import { doneSchema } from './inbox-model.ts';
import type { Cursor } from './model.ts';

export type ListAsk = { readonly state: string | null; readonly search: string; readonly after: Cursor | null };
export type SaveAsk = {
  /** Made by the page, so that a save whose answer was lost can be sent again. */
  readonly id: string;
  /** The revision that was edited; null for a new one. */
  readonly revision: number | null;
  readonly draft: AnnouncementDraft;
};

const afterArgs = (after: Cursor | null) => (after === null ? {} : { p_after_at: after.at, p_after_id: after.id });

export function fetchAnnouncements(program: string, ask: ListAsk, signal?: AbortSignal) {
  const args = {
    p_program: program,
    ...(ask.state === null ? {} : { p_state: ask.state }),
    ...(ask.search === '' ? {} : { p_search: ask.search }),
    ...afterArgs(ask.after),
  };
  return callRpc('announcement_list', args, announcementListSchema, signal);
}

export async function fetchAnnouncement(program: string, id: string, signal?: AbortSignal) {
  return (await callRpc('announcement_detail', { p_program: program, p_id: id }, announcementSchema, signal))
    .announcement;
}

export function fetchReaders(program: string, id: string, after: Cursor | null, signal?: AbortSignal) {
  return callRpc('announcement_readers', { p_program: program, p_id: id, ...afterArgs(after) }, readersSchema, signal);
}

export async function saveAnnouncement(program: string, { id, revision, draft }: SaveAsk) {
  const args = {
    p_program: program,
    p_id: id,
    p_kind: draft.kind,
    // JSON has no readonly: a copy, as the generated types want it.
    p_texts: Object.fromEntries(Object.entries(draft.texts).map(([locale, text]) => [locale, { ...text }])),
    p_audience: draft.audience,
    p_segment_ids: draft.audience === 'everyone' ? [] : [...draft.segmentIds],
    p_is_pinned: draft.isPinned,
    ...(draft.expiresAt === null ? {} : { p_expires_at: draft.expiresAt }),
    ...(revision === null ? {} : { p_revision: revision }),
  };
  return (await callRpc('save_announcement', args, announcementSchema)).announcement;
}

/** Without an instant: now, which is in thirty seconds. */
export async function publishAnnouncement(program: string, id: string, revision: number, at: string | null) {
  const args = { p_program: program, p_id: id, p_revision: revision, ...(at === null ? {} : { p_at: at }) };
  return (await callRpc('publish_announcement', args, announcementSchema)).announcement;
}

export async function unpublishAnnouncement(program: string, id: string) {
  return (await callRpc('unpublish_announcement', { p_program: program, p_id: id }, announcementSchema)).announcement;
}

export async function recallAnnouncement(program: string, id: string) {
  return (await callRpc('recall_announcement', { p_program: program, p_id: id }, announcementSchema)).announcement;
}

export function deleteAnnouncement(program: string, id: string) {
  return callRpc('delete_announcement', { p_program: program, p_id: id }, doneSchema);
}
