import type { World } from '../support/world.ts';
import type { Action, Target } from './calls.ts';

type Side = 'a' | 'b';

const sideOf = (target: Target): Side => (typeof target === 'string' ? 'a' : target.program);
const slugOf = (world: World, target: Target) =>
  target === 'unknown' ? `'no-such-program'` : `'${world[sideOf(target)].slug}'`;

const missing = 'no such program, or not for you';
const ID = '00000000-0000-4000-8000-0000000000aa';
const program = (target: Target) => `program:${sideOf(target)}`;

/** Functions of settings, of the audit and of the zone. */
export const settingsActions: Record<string, Action> = {
  program_settings: {
    missing,
    sql: (world, target) => `program_settings(${slugOf(world, target)})`,
    sums: (answer) => [`rules:${answer.list('rules').length}`, `locked:${answer.at('is_currency_locked')}`],
    done: (target) => [program(target), `rules:7`, 'locked:true'],
  },
  save_settings: {
    missing,
    sql: (world, target) => `save_settings(${slugOf(world, target)}, '{"hold_days": 14}'::jsonb, 1)`,
    sums: (answer) => [`hold:${answer.at('settings.hold_days')}`, `revision:${answer.at('settings.revision')}`],
    done: (target) => [program(target), 'hold:14', 'revision:2'],
  },
  change_currency: {
    missing,
    // The one that stands: another is locked by the world's own events.
    sql: (world, target) => `change_currency(${slugOf(world, target)}, '${world[sideOf(target)].currency}', 1)`,
    sums: (answer) => [`revision:${answer.at('settings.revision')}`],
    done: (target) => [program(target), 'revision:1'],
  },
  add_rule: {
    missing,
    sql: (world, target) =>
      `add_rule(${slugOf(world, target)}, '${ID}', 'influencer', 'percent', 500, null, null, '', 1)`,
    sums: (answer) => [`rules:${answer.list('rules').length}`],
    done: (target) => [program(target), 'rules:8'],
  },
  use_logo: {
    missing,
    sql: (world, target) => `use_logo(${slugOf(world, target)}, '${world[sideOf(target)].id}/logo/${ID}')`,
    done: (target) => [program(target)],
  },
  logo_place: {
    missing,
    sql: (world, target) => `logo_place(${slugOf(world, target)})`,
    done: (target) => [program(target)],
  },
  audit_list: {
    missing,
    sql: (world, target) => `audit_list(${slugOf(world, target)}, '{"kind": "program"}'::jsonb, null, 50)`,
    sums: (answer) => answer.list('rows').map((row) => `entry:${row.at('label')}`),
    done: (target) => [`entry:canary-${sideOf(target)}`],
  },
  begin_zone_change: {
    missing,
    sql: (world, target) => `begin_zone_change(${slugOf(world, target)}, 'Asia/Tokyo')`,
    sums: (answer) => [`to:${answer.at('zone_change.zone')}`],
    done: ['to:Asia/Tokyo'],
  },
  step_zone_change: {
    missing,
    sql: (world, target) => `step_zone_change(${slugOf(world, target)})`,
    sums: (answer) => [`change:${answer.at('zone_change')}`],
    done: ['change:null'],
  },
  cancel_zone_change: {
    missing,
    sql: (world, target) => `cancel_zone_change(${slugOf(world, target)})`,
    sums: (answer) => [`change:${answer.at('zone_change')}`],
    done: ['change:null'],
  },
};
