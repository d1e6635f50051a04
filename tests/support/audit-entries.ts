import type { TransactionSql } from 'postgres';
import { asActor } from './actors.ts';
import type { ActorName, World } from './world.ts';

/** What a test looks at of an entry of the audit. */
export type Entry = {
  id: number;
  kind: string;
  verb: string;
  label: string;
  actor_name: string;
  actor_email: string;
  object_id: string | null;
  partnership_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  rows: number;
  items: { id: string; label: string }[] | null;
};

/** Of the first program, the newest first. */
export const newest = async (tx: TransactionSql, world: World, most = 1) =>
  await tx<Entry[]>`
    select id::int, kind, verb, label, actor_name, actor_email, object_id, partnership_id, before, after, rows, items from public.audit_entries
    where program_id = ${world.a.id} order by id desc limit ${most}`;

export const countOf = async (tx: TransactionSql) => {
  const [row] = await tx<{ n: number }[]>`select count(*)::int as n from public.audit_entries`;
  return row?.n ?? 0;
};

/** Something that somebody does. */
export const by = (tx: TransactionSql, world: World, name: ActorName, statement: string) =>
  asActor(tx, world.actors[name], (mine) => mine.unsafe(statement));
