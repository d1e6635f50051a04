import type { Columns } from './expectations-columns.ts';
import { readTable } from './table.ts';

/**
 * Promotions, their codes and their creatives; the words are those of expectations.ts, and
 *
 *   aud   what the audience and the dates allow (seers of tests/support/world-promotions.ts); of codes the own
 */
export const promotionReads = readTable(`
object              | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
promotions          | x    -        | aud      aud      aud       aud     aud  aud  | aud    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
promotion_codes     | x    -        | aud      aud      aud       aud     aud  aud  | aud    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
promotion_creatives | x    -        | aud      aud      aud       aud     aud  aud  | aud    -     -       -       -        -         | pgm      pgm       pgm       pgm     pgm    -         | x
`);

export const promotionInserts = readTable(`
object              | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
promotions          | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
promotion_codes     | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
promotion_creatives | x    x        | x        x        x         x       x    x    | x      x     x       x       x        x         | x        pgm       x         pgm     pgm    x         | x
`);

export const promotionUpdates = readTable(`
object     | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
promotions | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`);

export const promotionDeletes = readTable(`
object              | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
promotions          | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
promotion_codes     | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
promotion_creatives | x    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        pgm       -         pgm     pgm    -         | x
`);

// Which columns say the audience is for staff alone, so a row's name tells it here.
const TO_ALL = "name like '%to all'";

export const promotionColumns: Record<string, Columns> = {
  promotions: {
    read: `id program_id name offer brief terms landing_url prepare_from publish_from publish_until revision created_at
      updated_at`,
    hidden: 'audience segment_ids audience_keys created_by',
    insert: {
      id: 'gen_random_uuid()',
      program_id: 'own',
      name: "'New'",
      offer: "'x'",
      brief: "'x'",
      terms: "'x'",
      landing_url: 'own',
      prepare_from: 'null',
      publish_from: 'now()',
      publish_until: "now() + interval '1 day'",
      audience: "'everyone'",
      segment_ids: "'{}'",
    },
    update: {
      name: "'Another'",
      offer: "'another'",
      brief: "'another'",
      terms: "'another'",
      landing_url: "landing_url || 'more'",
      prepare_from: 'null',
      publish_from: "publish_from + interval '1 minute'",
      publish_until: "publish_until + interval '1 minute'",
      audience: { value: "'everyone'", where: TO_ALL },
      segment_ids: { value: "'{}'", where: TO_ALL },
    },
  },
  promotion_codes: {
    read: 'id program_id promotion_id partnership_id code created_at',
    insert: { program_id: 'own', promotion_id: 'own', partnership_id: 'own', code: "'NEW-CODE'" },
  },
  promotion_creatives: {
    read: 'program_id promotion_id creative_id created_at',
    insert: { program_id: 'own', promotion_id: 'own', creative_id: 'own' },
  },
};

/** What the functions answer to whom; the words are those of `actingCalls`. */
export const promotionCalls = readTable(`
call                           | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
promotion_list/own             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
promotion_list/program         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
promotion_list/unknown         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
promotion_detail/own           | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
promotion_detail/program       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
promotion_detail/unknown       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
promotion_code_list/own        | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | ok       ok        ok        ok      ok     404       | x
promotion_code_list/program    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
promotion_code_list/unknown    | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_promotion/own             | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
save_promotion/program         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
save_promotion/unknown         | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_promotion/own           | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
delete_promotion/program       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
delete_promotion/unknown       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
make_promotion_codes/own       | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
make_promotion_codes/program   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
make_promotion_codes/unknown   | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
import_promotion_codes/own     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      ok        404       ok      ok     404       | x
import_promotion_codes/program | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
import_promotion_codes/unknown | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotions/own         | x    404      | ok       ok       ok        ok      ok   ok   | ok     404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotions/partner     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotions/program     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotions/unknown     | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotion/own          | x    404      | ok       ok       ok        ok      ok   ok   | ok     404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotion/partner      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotion/program      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
partner_promotion/unknown      | x    404      | 404      404      404       404     404  404  | 404    404   404     404     404      404       | 404      404       404       404     404    404       | x
`);

/** In `private` alone, for home: `ok` what ends soon for the place, `nil` nothing. */
export const endingCalls = readTable(`
call                      | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
ending_promotions/own     | x    nil      | ok       ok       ok        ok      ok   ok   | ok     nil   nil     nil     nil      nil       | nil      nil       nil       nil     nil    nil       | x
ending_promotions/partner | x    nil      | nil      nil      nil       nil     nil  nil  | nil    nil   nil     nil     nil      nil       | nil      nil       nil       nil     nil    nil       | x
ending_promotions/program | x    nil      | nil      nil      nil       nil     nil  nil  | nil    nil   nil     nil     nil      nil       | nil      nil       nil       nil     nil    nil       | x
ending_promotions/unknown | x    nil      | nil      nil      nil       nil     nil  nil  | nil    nil   nil     nil     nil      nil       | nil      nil       nil       nil     nil    nil       | x
`);

/** Whose promotions policies see: those of the own audience, once they are told. */
export const promotionHelpers = readTable(`
call               | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
my_promotion_ids() | x    -        | own      own      own       own     own  own  | own    -     -       -       -        -         | -        -         -         -       -      -         | x
`);
