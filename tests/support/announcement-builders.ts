import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import type { Program } from './builders.ts';

/** A text in each language it is given in. */
export type Texts = Record<string, { title: string; body: string }>;

type AnnouncementOptions = {
  texts?: Texts;
  kind?: string;
  /** None is everyone. */
  segments?: string[];
  isPinned?: boolean;
  /** Minutes from now, negative ones ago; null is a draft. */
  publishIn?: number | null;
  expiresIn?: number;
  recalled?: boolean;
};

const MINUTE = 60_000;
const fromNow = (minutes: number) => new Date(Date.now() + minutes * MINUTE);

/** An announcement as it stands after some time, which only the owner of the database can tell of. */
export async function addAnnouncement(sql: ISql, program: Program, options: AnnouncementOptions = {}): Promise<string> {
  const { kind = 'program', segments = [], isPinned = false, publishIn = -60, expiresIn, recalled = false } = options;
  const texts = options.texts ?? { en: { title: 'News', body: 'Some news.' } };
  const id = randomUUID();
  await sql`
    insert into public.announcements (id, program_id, kind, texts, audience, segment_ids, is_pinned, publish_at, expires_at)
    values (${id}, ${program.id}, ${kind}, ${JSON.stringify(texts)}::text::jsonb, ${segments.length === 0 ? 'everyone' : 'segments'},
      ${segments}, ${isPinned}, ${publishIn === null ? null : fromNow(publishIn)},
      ${expiresIn === undefined ? null : fromNow(expiresIn)})`;
  if (recalled) await sql`update public.announcements set recalled_at = now() where id = ${id}`;
  return id;
}

/** A mark of a person on what they have read. */
export async function addRead(sql: ISql, program: Program, announcementId: string, userId: string): Promise<void> {
  await sql`
    insert into public.announcement_reads (program_id, announcement_id, user_id)
    values (${program.id}, ${announcementId}, ${userId})`;
}
