import type { Group } from '../../../data/segments/rule.ts';

const only = (rule: Group['rules'][number]): Group => ({ combinator: 'and', not: false, rules: [rule] });

/** Rules to begin with, for whoever has none yet. */
export const STARTERS = {
  quiet: only({ field: 'conversions', operator: '=', value: { number: 0, days: 28 } }),
  newcomers: only({ field: 'tenure', operator: '<=', value: 30 }),
  sellers: only({ field: 'conversions', operator: '>=', value: { number: 10, days: 90 } }),
} as const satisfies Record<string, Group>;

export type StarterName = keyof typeof STARTERS;
export const STARTER_NAMES = ['quiet', 'newcomers', 'sellers'] as const satisfies readonly StarterName[];

export const EVERYBODY: Group = { combinator: 'and', not: false, rules: [] };
