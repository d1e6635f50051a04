import type { ActorName, World } from '../support/world.ts';
import { codeIn, type PromotionName } from '../support/world-promotions.ts';
import type { Cell } from './cell.ts';

/** What even those who keep promotions cannot do, and what nobody reaches by another door. */
export function promotionGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    sql: string,
    expected: string,
    actor: ActorName = 's.manager',
  ): Cell => ({ object, operation: `guard: ${operation}`, actor, sql, expected });
  const id = (name: PromotionName) => `'${world.promotions[name]}'`;
  const slug = `'${world.a.slug}'`;
  const change = (operation: string, set: string, expected = 'PT422') =>
    cell('promotions', operation, `update public.promotions set ${set} where id = ${id('a/draft')}`, expected);
  const newCode = (promotion: PromotionName, place: keyof World['partnerships'], code: string) => `
    insert into public.promotion_codes (program_id, promotion_id, partnership_id, code)
    values ('${world.a.id}', ${id(promotion)}, '${world.partnerships[place].id}', '${code}')`;
  const mira = `${slug}, '${world.partnerships['a/mira'].code}'`;
  const nora = `${slug}, '${world.partnerships['a/nora'].code}'`;
  const missing = 'PT404 no such promotion';
  const staff = (name: string, call: string, expected = missing) =>
    cell(`private.${name}`, 'of another program', `select public.${name}(${slug}, ${id('b/draft')}${call})`, expected);
  return [
    change('without a name', "name = '  '"),
    change('with a long brief', "brief = repeat('x', 10001)"),
    change('ends before it begins', 'publish_until = publish_from'),
    change('is shown without its end', 'prepare_from = publish_from, publish_until = null'),
    change('leads to another site', "landing_url = 'https://evil.example/'"),
    change('leads to a script', "landing_url = 'javascript:alert(1)'"),
    change(
      'is for a segment of another program',
      `audience = 'segments', segment_ids = '{${world.segments['b/used']}}'`,
    ),
    cell('promotions', 'shown is deleted', `delete from public.promotions where id = ${id('a/planned')}`, 'PT409'),
    cell(
      'promotion_codes',
      'known is deleted',
      `delete from public.promotion_codes where promotion_id = ${id('a/everyone')}`,
      'PT409',
    ),
    cell(
      'promotion_codes',
      'is another partner’s',
      newCode('a/draft', 'a/mira', world.partnerships['a/nora'].code),
      'PT409',
    ),
    cell('promotion_codes', 'is taken', newCode('a/draft', 'a/mira', codeIn('a/everyone', 'a/nora')), '23505'),
    cell('promotion_codes', 'for a partner of another program', newCode('a/draft', 'b/berta', 'STRANGE'), '23503'),
    cell('promotion_codes', 'of a promotion of another program', newCode('b/draft', 'a/mira', 'STRANGE'), '23503'),
    cell(
      'promotion_creatives',
      'of another program',
      `insert into public.promotion_creatives (program_id, promotion_id, creative_id)
      values ('${world.a.id}', ${id('a/draft')}, '${world.promoted['b/spare']}')`,
      '23503',
    ),
    {
      ...cell(
        'partnerships',
        'takes a promotion’s code',
        `insert into public.partnerships (program_id, partner_id, code)
        values ('${world.a.id}', '${world.partners.berta.id}', '${codeIn('a/everyone', 'a/mira')}')`,
        'PT409',
        'service',
      ),
      before: 'grant insert on public.partnerships to service_role',
    },
    staff('promotion_detail', ''),
    staff('promotion_code_list', ''),
    staff('save_promotion', `, '{"offer": "x"}'::jsonb, 1`),
    staff('delete_promotion', ', 1'),
    staff('make_promotion_codes', `, '{PARTNER}-X', null, false`),
    staff('import_promotion_codes', `, '[]'::jsonb, false`),
    cell(
      'private.save_promotion',
      'takes the id of another program',
      `select public.save_promotion(${slug}, ${id('b/draft')}, '{"name": "x"}'::jsonb)`,
      missing,
    ),
    cell(
      'private.save_promotion',
      'changed meanwhile',
      `select public.save_promotion(${slug}, ${id('a/draft')}, '{"offer": "x"}'::jsonb, 7)`,
      'PT409',
    ),
    cell(
      'private.save_promotion',
      'with a creative of another program',
      `select public.save_promotion(${slug}, ${id('a/draft')},
      '{"creative_ids": ["${world.promoted['b/spare']}"]}'::jsonb, 1)`,
      'PT422',
    ),
    cell(
      'private.delete_promotion',
      'changed meanwhile',
      `select public.delete_promotion(${slug}, ${id('a/draft')}, 7)`,
      'PT409',
    ),
    ...(['a/segment', 'a/some-coming', 'a/planned', 'a/draft', 'b/everyone'] as const).map((name) =>
      cell(
        'private.partner_promotion',
        `${name} is not for nora`,
        `select public.partner_promotion(${nora}, ${id(name)})`,
        'PT404 no such promotion for you',
        'nora',
      ),
    ),
    ...(['a/planned', 'a/draft'] as const).map((name) =>
      cell(
        'private.partner_promotion',
        `${name} is not for mira yet`,
        `select public.partner_promotion(${mira}, ${id(name)})`,
        'PT404 no such promotion for you',
        'p.owner',
      ),
    ),
  ];
}
