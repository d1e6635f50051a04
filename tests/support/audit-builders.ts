import type { ISql } from 'postgres';
import type { Program } from './builders.ts';

/** An entry that nobody's write made, to be seen by the right eyes alone. */
export async function addAuditEntry(sql: ISql, program: Program, label: string): Promise<void> {
  await sql`
    insert into public.audit_entries (program_id, actor_id, actor_name, actor_email, kind, object_id, label, verb, before, after)
    values (${program.id}, gen_random_uuid(), 'somebody', 'somebody@example.com', 'program', gen_random_uuid(), ${label}, 'changed',
      '{"hold_days": 30}', '{"hold_days": 14}')`;
}
