import type { TransactionSql } from 'postgres';
import { actAs, countBuffers, stepBack } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import type { World } from '../world/world.ts';

/** Beside fewer than these everything fits into a handful of pages, and whatever comes after looks dear. */
const FEW = 1000;
const MANY = 100_000;
const WARM_UP = 12;

const RULES = [
  '{"combinator": "and", "rules": []}',
  '{"combinator": "and", "rules": [{"field": "status", "operator": "in", "value": ["active"]}]}',
  '{"combinator": "and", "rules": [{"field": "tenure", "operator": ">=", "value": 0}]}',
];

class RolledBack extends Error {}

const CALLS = {
  'inbox page': (code: string) => `public.partner_inbox('bench', '${code}', 'en')`,
  'news and unread count': (code: string) => `public.inbox_news('bench', '${code}', 'en', now() - interval '1 minute')`,
};

/** Goal 9: a page of the inbox merges the newest of each key, however many stand behind them. */
export async function measureInbox({ sql, partners }: World): Promise<Line[]> {
  const lines: Line[] = [];
  await sql
    .begin(async (transaction) => {
      const reader = await addReader(transaction);
      await addAnnouncements(transaction, 1, FEW);
      const few = await costs(transaction, reader);
      await addAnnouncements(transaction, FEW + 1, MANY);
      const many = await costs(transaction, reader);
      for (const [name, cost] of Object.entries(many)) {
        lines.push(
          judge({
            goal: 9,
            name: `${name}: ${MANY} announcements against ${FEW}, beside ${partners} partners`,
            value: cost / (few[name] ?? Number.NaN),
            unit: 'times the buffers',
            atMost: 2,
          }),
        );
      }
      throw new RolledBack();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof RolledBack)) throw thrown;
    });
  return lines;
}

type Reader = { userId: string; code: string };

/** Somebody of an active partner, and segments that hold for them, so that several keys are merged. */
async function addReader(transaction: TransactionSql): Promise<Reader> {
  const [partner] = await transaction<{ partner_id: string; code: string }[]>`
    select partner_id, code from public.partnerships where status = 'active' order by id limit 1`;
  await transaction`
    insert into auth.users (id, aud, role, email, email_confirmed_at)
    values (md5('reader')::uuid, 'authenticated', 'authenticated', 'reader@bench.example.com', now())`;
  await transaction`
    insert into public.partner_members (partner_id, user_id, email, role)
    values (${partner?.partner_id ?? ''}, md5('reader')::uuid, 'reader@bench.example.com', 'owner')`;
  for (const [at, rule] of RULES.entries()) {
    await transaction`
      insert into public.segments (id, program_id, name, rule)
      values (md5('segment ' || ${at}::integer)::uuid, md5('program')::uuid, 'Bench ' || ${at}::integer, ${rule}::text::jsonb)`;
  }
  const [user] = await transaction<{ id: string }[]>`select md5('reader')::uuid as id`;
  return { userId: user?.id ?? '', code: partner?.code ?? '' };
}

/**
 * Numbers from one to another, a minute apart, in turn for everyone and for each segment; every tenth has expired,
 * every second is read. Set-based, with the feed as its trigger would have filled it.
 */
async function addAnnouncements(transaction: TransactionSql, from: number, to: number): Promise<void> {
  await transaction.unsafe('set local session_replication_role = replica');
  await transaction`
    insert into public.announcements (id, program_id, label, texts, audience, segment_ids, publish_at, expires_at)
    select md5('announcement ' || n)::uuid, md5('program')::uuid, 'Number ' || n,
      jsonb_build_object('en', jsonb_build_object('title', 'Number ' || n, 'body', repeat('Some words. ', 40))),
      case when n % 4 = 0 then 'everyone' else 'segments' end::public.audience_kind,
      case when n % 4 = 0 then '{}' else array[md5('segment ' || (n % 4 - 1))::uuid] end,
      now() - make_interval(mins => n), case when n % 10 = 0 then now() - interval '1 second' end
    from generate_series(${from}::integer, ${to}::integer) n`;
  await transaction`
    insert into private.announcement_feed (audience_key, announcement_id, program_id, publish_at, expires_at, is_pinned, kind)
    select k, a.id, a.program_id, a.publish_at, a.expires_at, a.is_pinned, a.kind
    from generate_series(${from}::integer, ${to}::integer) n
    join public.announcements a on a.id = md5('announcement ' || n)::uuid
    cross join unnest(a.audience_keys) k`;
  // What uses the segments, once; the trigger would have noted every use.
  await transaction`
    insert into private.segment_uses (segment_id, kind, object_id, program_id, label)
    select s.id, 'announcement', s.id, s.program_id, s.name from public.segments s on conflict do nothing`;
  await transaction`
    insert into public.announcement_reads (program_id, announcement_id, user_id)
    select md5('program')::uuid, md5('announcement ' || n)::uuid, md5('reader')::uuid
    from generate_series(${from}::integer, ${to}::integer) n where n % 2 = 0`;
  await transaction.unsafe('set local session_replication_role = origin');
  await transaction.unsafe('analyze public.announcements, private.announcement_feed, public.announcement_reads');
}

async function costs(transaction: TransactionSql, { userId, code }: Reader): Promise<Record<string, number>> {
  await actAs(transaction, userId);
  const counted: Record<string, number> = {};
  for (const [name, call] of Object.entries(CALLS)) {
    for (let round = 0; round < WARM_UP; round += 1) await transaction.unsafe(`select length((${call(code)})::text)`);
    counted[name] = await countBuffers(transaction, `select ${call(code)}`);
  }
  await stepBack(transaction);
  return counted;
}
