import type { ActorName, World } from '../support/world.ts';
import type { Cell } from './cell.ts';

/** What even owners cannot do to their program. */
export function settingsGuards(world: World): Cell[] {
  const cell = (
    object: string,
    operation: string,
    sql: string,
    expected: string,
    actor: ActorName = 's.owner',
  ): Cell => ({
    object,
    operation: `guard: ${operation}`,
    actor,
    sql,
    expected,
  });
  const slug = `'${world.a.slug}'`;
  const change = (operation: string, set: string) =>
    cell('programs', operation, `update public.programs set ${set} where id = '${world.a.id}'`, 'PT422');
  const save = (operation: string, settings: string, expected: string, revision = 1) =>
    cell(
      'private.save_settings',
      operation,
      `select public.save_settings(${slug}, '${settings}', ${revision})`,
      expected,
    );
  const rule = (operation: string, args: string, expected: string) =>
    cell(
      'private.add_rule',
      operation,
      `select public.add_rule(${slug}, '00000000-0000-4000-8000-0000000000ab', ${args})`,
      expected,
      's.finance',
    );
  return [
    change('without a name', "name = '  '"),
    change('a colour that is none', "color = 'red'"),
    change('a language that the portal does not speak', "locales = '{en,xx}'"),
    change('a first language that is none of its own', "default_locale = 'ko'"),
    change('a site without https', "site_url = 'http://shop.example/'"),
    change('a hold for ever', 'hold_days = 9999'),
    save('changed meanwhile', '{"hold_days": 3}', 'PT409', 7),
    save('what is no setting', '{"currency": "USD"}', 'PT422'),
    save('the revision itself', '{"revision": 9}', 'PT422'),
    save('a number that is none', '{"hold_days": "many"}', 'PT422'),
    cell(
      'private.change_currency',
      'after the first event',
      `select public.change_currency(${slug}, 'USD', 1)`,
      'PT409',
    ),
    rule('after another version', `'influencer', 'percent', 500, null, null, '', 0`, 'PT409'),
    rule('of the past', `'influencer', 'percent', 500, null, '2020-01-01', '', 1`, 'PT422'),
    rule('of more than everything', `'influencer', 'percent', 10001, null, null, '', 1`, 'PT422'),
    rule('with a rate and a fee', `'influencer', 'flat', 500, 100, null, '', 1`, 'PT422'),
    cell(
      'private.use_logo',
      'of another program',
      `select public.use_logo(${slug}, '${world.b.id}/logo/00000000-0000-4000-8000-000000000000')`,
      'PT422',
    ),
    cell('private.audit_list', 'by what is no filter', `select public.audit_list(${slug}, '{"x": "y"}')`, 'PT422'),
    cell(
      'private.begin_zone_change',
      'to nowhere',
      `select public.begin_zone_change(${slug}, 'Nowhere/Else')`,
      'PT422',
    ),
    {
      ...cell(
        'private.begin_zone_change',
        'while another is under way',
        `select public.begin_zone_change(${slug}, 'Asia/Seoul')`,
        'PT409',
      ),
      before: `select private.make_zone_change('${world.a.id}', 'Asia/Tokyo', null)`,
    },
  ];
}
