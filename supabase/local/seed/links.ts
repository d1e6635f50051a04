import type { Sql } from 'postgres';
import type { DemoProgram } from './program.ts';

/** Further links of one partner, so that the room of links has something to tell apart. Names are the partner's own. */
const NAMED = [
  { code: 'mira-bio', name: 'Instagram bio', page: '', share: 24, isArchived: false },
  { code: 'mira-reels', name: 'Reels: reading lamps', page: 'lights/reading', share: 18, isArchived: false },
  { code: 'mira-letter', name: 'Newsletter', page: 'new', share: 9, isArchived: false },
  { code: 'mira-spring', name: 'Spring give-away', page: 'gifts', share: 4, isArchived: true },
] as const;
const OWNER = 'MIRA';

/** Which of a partner's links a generated click came through, as `pick` takes it. */
export type LinkShares = readonly (readonly [code: string, share: number])[];

export async function seedLinks(sql: Sql, program: DemoProgram): Promise<void> {
  for (const { code, name, page, isArchived } of NAMED) {
    await sql`
      insert into public.links (program_id, partnership_id, code, name, destination, archived_at)
      select g.id, p.id, ${code}, ${name}, rtrim(g.site_url, '/') || '/' || ${page}, case when ${isArchived} then now() end
      from public.programs g join public.partnerships p on p.program_id = g.id and p.code = ${OWNER}
      where g.id = ${program.id}
      on conflict (code) do nothing`;
  }
}

/** By partner code; most partners have their default link and no other. */
export async function readShares(sql: Sql, program: DemoProgram): Promise<Map<string, LinkShares>> {
  const links = await sql<{ code: string; link_code: string }[]>`
    select p.code, l.code as link_code
    from public.partnerships p join public.links l on l.partnership_id = p.id and l.is_default
    where p.program_id = ${program.id}`;
  return new Map(
    links.map(({ code, link_code: linkCode }): [string, LinkShares] => [
      code,
      [[linkCode, 45], ...(code === OWNER ? NAMED.map((named) => [named.code, named.share] as const) : [])],
    ]),
  );
}
