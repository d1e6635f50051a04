import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sql } from 'postgres';
import { z } from 'zod/mini';
import type { DemoProgram } from './program.ts';

const Text = z.object({ title: z.string(), body: z.string() });
const Announcements = z.array(
  z.object({
    kind: z.enum(['product', 'creative', 'promotion', 'program', 'education']),
    /** Days before the seed; a negative one is still to come. */
    days_ago: z.number(),
    is_pinned: z.optional(z.boolean()),
    /** Names of segments; none is everyone. */
    segments: z.optional(z.array(z.string())),
    texts: z.record(z.string(), Text),
  }),
);

/** What is older than this has been read by most; the newest stand unread in every inbox. */
const READ_AFTER_DAYS = 15;

/**
 * Tells the story of the demo's year. By the owner of the database, because people publish into the future
 * only. A segment that is not there makes an announcement one for everyone.
 */
export async function seedAnnouncements(sql: Sql, program: DemoProgram, folder: string): Promise<void> {
  const given = Announcements.parse(JSON.parse(readFileSync(path.join(folder, 'announcements.json'), 'utf8')));
  await sql.begin(async (tx) => {
    const [known] = await tx`select 1 from public.announcements where program_id = ${program.id} limit 1`;
    if (known) return;
    await tx`
      with given as (
        select g.*, coalesce((
          select array_agg(s.id) from public.segments s
          where s.program_id = ${program.id} and s.name = any (g.segments)
        ), '{}') as segment_ids
        from jsonb_to_recordset(${tx.json(given)}) as g (kind public.announcement_kind, days_ago numeric, is_pinned boolean,
          segments text[], texts jsonb)
      )
      insert into public.announcements (program_id, kind, texts, audience, segment_ids, is_pinned, publish_at, created_at, updated_at)
      select ${program.id}, g.kind, g.texts, case when g.segment_ids = '{}' then 'everyone' else 'segments' end::public.audience_kind,
        g.segment_ids, coalesce(g.is_pinned, false), d.publish_at, least(d.publish_at, now()) - interval '1 day', least(d.publish_at, now())
      from given g
      cross join lateral (
        select date_trunc('day', now() - make_interval(days => g.days_ago::integer)) + interval '9 hours' as publish_at
      ) d`;
    // Who has read what: each person most of it, within a few days, the same at every seed.
    await tx`
      insert into public.announcement_reads (program_id, announcement_id, user_id, read_at)
      select a.program_id, a.id, m.user_id, a.publish_at + make_interval(hours => 2 + abs(hashtext(m.email || a.label)) % 72)
      from public.announcements a
      join public.partnerships p on p.program_id = a.program_id
      join public.partner_members m on m.partner_id = p.partner_id
      where a.program_id = ${program.id}
        and a.publish_at < now() - make_interval(days => ${READ_AFTER_DAYS})
        and p.id in (select private.audience_members(a.program_id, a.audience, a.segment_ids))
        and (p.code = 'MIRA' or abs(hashtext(m.email || a.label)) % 10 < 8)`;
  });
}
