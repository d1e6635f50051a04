import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const group = (...rules: unknown[]) => ({ combinator: 'and', not: false, rules });
const condition = (field: unknown, operator: unknown, value: unknown) => group({ field, operator, value });
const nested = (depth: number): unknown => (depth === 0 ? group() : group(nested(depth - 1)));

const hostile: [string, unknown][] = [
  ['nothing', null],
  ['a number', 1],
  ['a text', 'field'],
  ['a list', []],
  ['a list that names a field', ['field']],
  ['an empty object', {}],
  ['no combinator', { rules: [] }],
  ['an unknown combinator', { combinator: 'xor', rules: [] }],
  ['a combinator that is SQL', { combinator: 'or true) --', rules: [] }],
  ['a list as combinator', { combinator: ['and'], rules: [] }],
  ['rules that are no list', { combinator: 'and', rules: {} }],
  ['a rule that is null', group(null)],
  ['a rule that is a text', group("'; drop table public.segments; --")],
  ['not that is a text', { combinator: 'and', not: 'true', rules: [] }],
  ['a key too many in a group', { combinator: 'and', rules: [], sql: 'true' }],
  ['a key too many in a condition', group({ field: 'type', operator: 'in', value: ['app'], sql: 'true' })],
  ['an unknown field', condition('partner_id', 'in', ['x'])],
  ['a field that is SQL', condition('type) or true --', 'in', ['x'])],
  ['a field that is a list', condition(['type'], 'in', ['x'])],
  ['a field that is null', condition(null, 'in', ['x'])],
  ['an operator of another field', condition('type', '<=', 1)],
  ['an operator that is SQL', condition('tenure', '>= 0 or 1 =', 1)],
  ['no operator', group({ field: 'type', value: ['app'] })],
  ['no value', group({ field: 'type', operator: 'in' })],
  ['an empty list', condition('country', 'in', [])],
  ['a text for a list', condition('country', 'in', 'GB')],
  ['numbers in a list of texts', condition('country', 'in', [1])],
  ['null in a list of texts', condition('tags', 'any', ['x', null])],
  ['a list in a list', condition('tags', 'all', [['x']])],
  ['a fraction', condition('tenure', '<=', 1.5)],
  ['a negative tenure', condition('tenure', '<=', -1)],
  ['a number as text', condition('tenure', '<=', '1')],
  ['a number beyond bigint', condition('conversions', '>=', { number: 1e30, days: 28 })],
  ['a number beyond the safe ones', condition('revenue', '>=', { number: 2 ** 53, days: 28 })],
  ['no days', condition('revenue', '>=', { number: 1 })],
  ['zero days', condition('revenue', '>=', { number: 1, days: 0 })],
  ['too many days', condition('revenue', '>=', { number: 1, days: 1101 })],
  ['days that are SQL', condition('revenue', '>=', { number: 1, days: '1 or true' })],
  ['a key too many in a figure', condition('revenue', '>=', { number: 1, days: 1, sum: 'x' })],
  ['a bare number for a figure', condition('earnings', '=', 1)],
  ['nine groups deep', nested(9)],
  ['a hundred groups deep', nested(100)],
  [
    'a thousand values',
    condition(
      'tags',
      'any',
      Array.from({ length: 1000 }, (_, at) => `tag ${at}`),
    ),
  ],
  ['a very long value', condition('tags', 'any', ['x'.repeat(30_000)])],
  ['very many conditions', group(...Array.from({ length: 3000 }, () => condition('tenure', '>=', 1)))],
];

test('a hostile rule is refused with words, wherever it comes in', () =>
  rolledBack(sql, async (tx) => {
    const { a, actors, partnerships } = await buildWorld(tx);
    const refusalOf = (run: (mine: postgres.TransactionSql) => Promise<unknown>) =>
      codeFor(tx, actors['s.manager'], run);
    for (const [name, rule] of hostile) {
      const json = JSON.stringify(rule);
      const codes = [
        await refusalOf((mine) => mine`select public.segment_size(${a.slug}, ${json}::text::jsonb)`),
        await refusalOf(
          (mine) => mine`select public.explain_segment(${a.slug}, ${json}::text::jsonb, ${partnerships['a/mira'].id})`,
        ),
        await refusalOf(
          (mine) =>
            mine`select public.save_segment(${a.slug}, gen_random_uuid(), null, 'Hostile', ${json}::text::jsonb)`,
        ),
        await refusalOf(
          (mine) =>
            mine`insert into public.segments (program_id, name, rule) values (${a.id}, 'Hostile', ${json}::text::jsonb)`,
        ),
      ];
      expect(codes, name).toEqual(['PT422', 'PT422', 'PT422', 'PT422']);
    }
  }));

const STRANGE = [`' or true --`, `{x}","y`, '\\', `$$; drop table public.segments; $$`, '%s %I %L', '\u202e‮😀', ' '];

test('strange values are values: they match what is so named, and nothing else', () =>
  rolledBack(sql, async (tx) => {
    const { a, actors, partnerships } = await buildWorld(tx);
    for (const value of STRANGE) {
      await tx`update public.partnerships set tags = ${[value]}, tier = ${value} where id = ${partnerships['a/nora'].id}`;
      for (const [field, operator] of [
        ['tags', 'any'],
        ['tier', 'in'],
      ]) {
        const rule = JSON.stringify(condition(field, operator, [value, 'another']));
        const [row] = await asActor(
          tx,
          actors['s.viewer'],
          (mine) => mine<{ sample: { id: string }[] }[]>`
            select public.segment_size(${a.slug}, ${rule}::text::jsonb) -> 'sample' as sample`,
        );
        expect(
          row?.sample.map(({ id }) => id),
          `${field} ${value}`,
        ).toEqual([partnerships['a/nora'].id]);
      }
    }
  }));

test('a save that is sent again, its answer lost, changes nothing; another text at an old revision is refused', () =>
  rolledBack(sql, async (tx) => {
    const { a, actors } = await buildWorld(tx);
    const id = crypto.randomUUID();
    const save = (revision: number | null, name: string) => (mine: postgres.TransactionSql) =>
      mine<{ revision: number }[]>`
        select (public.save_segment(${a.slug}, ${id}, ${revision}, ${name}, ${JSON.stringify(group())}::text::jsonb)
          #>> '{segment,revision}')::integer as revision`;
    const first = await asActor(tx, actors['s.manager'], save(null, 'Everybody'));
    const again = await asActor(tx, actors['s.manager'], save(null, 'Everybody'));
    const second = await asActor(tx, actors['s.owner'], save(1, 'All of them'));
    expect([first[0]?.revision, again[0]?.revision, second[0]?.revision]).toEqual([1, 1, 2]);
    expect(await codeFor(tx, actors['s.manager'], save(1, 'Mine'))).toBe('PT409');
    expect(await codeFor(tx, actors['s.manager'], save(7, 'Mine'))).toBe('PT409');
  }));

test('a change of what a partner is counts at once: facets, keys and figures', () =>
  rolledBack(sql, async (tx) => {
    const { a, actors, partners, partnerships, segments } = await buildWorld(tx);
    const keys = () =>
      asActor(tx, actors['p.owner'], (mine) => mine<{ k: string }[]>`select private.my_audience_keys() as k`);
    const active = async () => {
      const [row] = await tx<{ n: number }[]>`
        select (private.audience_size(${a.id}, 'segments', ${[segments['a/used']]}::uuid[]) ->> 'active')::integer as n`;
      return row?.n;
    };
    expect([(await keys()).map(({ k }) => k).includes(segments['a/used']), await active()]).toEqual([true, 1]);
    await tx`update public.partners set type = 'charity' where id = ${partners.mira.id}`;
    expect([(await keys()).map(({ k }) => k).includes(segments['a/used']), await active()]).toEqual([false, 0]);
    await tx`update public.partners set type = 'influencer' where id = ${partners.mira.id}`;
    await tx`update public.partnerships set status = 'ended' where id = ${partnerships['a/mira'].id}`;
    expect([(await keys()).map(({ k }) => k), await active()]).toEqual([[], 0]);
  }));

test('a rebuild mends what was brought in around the triggers: facets, copies of partners, days of joining', () =>
  rolledBack(sql, async (tx) => {
    const { a } = await buildWorld(tx);
    const facets = () =>
      tx`select partner_type, partner_country, partner_language, status, partnerships from private.partner_facets
        where program_id = ${a.id} and partnerships > 0 order by 1, 2, 3, 4`;
    const before = [...(await facets())];
    expect(before.length).toBeGreaterThan(5);
    await tx`update public.partnerships set partner_language = 'xx', joined_on = '2000-01-01' where program_id = ${a.id}`;
    await tx`delete from private.partner_facets where program_id = ${a.id}`;
    await tx`select private.rebuild_rollups(${a.id})`;
    expect([...(await facets())]).toEqual(before);
    const [row] = await tx<{ wrong: number }[]>`
      select count(*)::integer as wrong from public.partnerships p join public.programs g on g.id = p.program_id
      where p.program_id = ${a.id} and p.joined_on <> (p.created_at at time zone g.time_zone)::date`;
    expect(row?.wrong).toBe(0);
  }));
