import * as z from 'zod/mini';
import { partnerTypeSchema } from './model.ts';

const settingsSchema = z.object({
  slug: z.string(),
  name: z.string(),
  logo_path: z.nullable(z.string()),
  color: z.string(),
  site_url: z.string(),
  currency: z.string(),
  currency_exponent: z.number(),
  time_zone: z.string(),
  locales: z.array(z.string()),
  default_locale: z.string(),
  hold_days: z.number(),
  minimum_payout_minor: z.number(),
  attribution_window_days: z.number(),
  revision: z.number(),
});

const ruleSchema = z.object({
  id: z.string(),
  partner_type: partnerTypeSchema,
  version: z.number(),
  kind: z.enum(['percent', 'flat']),
  rate_bps: z.nullable(z.number()),
  flat_minor: z.nullable(z.number()),
  effective_from: z.string(),
  note: z.string(),
  created_at: z.string(),
  author: z.nullable(z.string()),
});

const zoneChangeSchema = z.object({
  zone: z.string(),
  phase: z.enum(['orders', 'clicks', 'ready']),
  orders_done: z.number(),
  orders_total: z.number(),
  started_at: z.string(),
  touched_at: z.string(),
  started_by: z.nullable(z.string()),
});

export const programSettingsSchema = z.object({
  now: z.string(),
  settings: settingsSchema,
  is_currency_locked: z.boolean(),
  zone_change: z.nullable(zoneChangeSchema),
  rules: z.array(ruleSchema),
});

export const zoneAnswerSchema = z.object({
  time_zone: z.string(),
  zone_change: z.nullable(zoneChangeSchema),
  is_too_large: z.optional(z.boolean()),
});

export const logoAnswerSchema = z.object({ logo_path: z.nullable(z.string()) });

export type ProgramSettings = z.output<typeof programSettingsSchema>;
export type Settings = ProgramSettings['settings'];
export type Rule = z.output<typeof ruleSchema>;
export type ZoneChange = z.output<typeof zoneChangeSchema>;
export type ZoneAnswer = z.output<typeof zoneAnswerSchema>;

/** What owners change together and save at once. */
export const SETTING_NAMES = [
  'name',
  'color',
  'site_url',
  'locales',
  'default_locale',
  'hold_days',
  'minimum_payout_minor',
  'attribution_window_days',
] as const;
export type SettingsChange = Partial<Pick<Settings, (typeof SETTING_NAMES)[number]>>;

export type NewRule = {
  readonly id: string;
  readonly partner_type: Rule['partner_type'];
  readonly kind: Rule['kind'];
  readonly rate_bps: number | null;
  readonly flat_minor: number | null;
  /** A day of the program; null is now. */
  readonly from: string | null;
  readonly note: string;
  /** The newest version that was seen; 0 for none. */
  readonly seen: number;
};

export type RuleState = 'present' | 'coming' | 'past';

/** Which of a type's versions holds now: the one that began last, and of two that began together the newer. */
export function rulesOfType(rules: readonly Rule[], type: Rule['partner_type'], now: string) {
  const versions = rules
    .filter((rule) => rule.partner_type === type)
    .sort((a, b) => Date.parse(b.effective_from) - Date.parse(a.effective_from) || b.version - a.version);
  const present = versions.find((rule) => Date.parse(rule.effective_from) <= Date.parse(now)) ?? null;
  const stateOf = (rule: Rule): RuleState => {
    if (rule === present) return 'present';
    return Date.parse(rule.effective_from) > Date.parse(now) ? 'coming' : 'past';
  };
  return {
    present,
    newest: versions.reduce((most, rule) => Math.max(most, rule.version), 0),
    versions: versions.map((rule) => ({ rule, state: stateOf(rule) })),
  };
}

/** How far a change of zone is, from 0 to 1; the last step is not counted as done. */
export function zoneProgress(change: ZoneChange): number {
  if (change.phase === 'ready') return 0.95;
  if (change.phase === 'clicks') return 0.85;
  return change.orders_total === 0 ? 0 : (change.orders_done / change.orders_total) * 0.8;
}
