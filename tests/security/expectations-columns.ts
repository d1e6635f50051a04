import { announcementColumns } from './expectations-announcements.ts';
import { creativeColumns } from './expectations-creatives.ts';
import { promotionColumns } from './expectations-promotions.ts';
import { auditColumns } from './expectations-settings.ts';
import { visitColumns } from './expectations-visits.ts';

/**
 * Every column of every table, by hand: `read` what may be read where the row may, `hidden` what no
 * API role ever reads, `insert` what may be said of a new row (with a value to try), `update` what may
 * change (with a value to try, and the rows it fits where a rule of the table forbids it for others).
 * A column that is not named here fails the run.
 */
export type Columns = {
  read: string;
  hidden?: string;
  insert?: Record<string, string>;
  update?: Record<string, string | { value: string; where: string }>;
};

const LIVE_BUT_OWNERS = "removed_at is null and role <> 'owner'";

export const columns: Record<string, Columns> = {
  ...announcementColumns,
  ...creativeColumns,
  ...promotionColumns,
  ...auditColumns,
  ...visitColumns,
  programs: {
    read: `id slug name logo_path color currency currency_exponent time_zone locales default_locale hold_days
      minimum_payout_minor attribution_window_days site_url revision created_at`,
    update: {
      name: "'Another name'",
      color: "'#123456'",
      locales: "'{en,de}'",
      default_locale: "'en'",
      hold_days: '14',
      minimum_payout_minor: '2500',
      attribution_window_days: '60',
      site_url: "'https://another.example/'",
    },
  },
  program_staff: {
    read: 'id program_id user_id email display_name role created_at removed_at',
    update: {
      role: { value: "'viewer'", where: LIVE_BUT_OWNERS },
      removed_at: { value: 'now()', where: LIVE_BUT_OWNERS },
    },
  },
  user_settings: {
    read: 'user_id display_name locale time_zone theme week_start updated_at',
    insert: {
      user_id: 'own',
      display_name: "'x'",
      locale: "'de'",
      time_zone: "'UTC'",
      theme: "'dark'",
      week_start: '1',
    },
    update: { display_name: "'Another'", locale: "'de'", time_zone: "'UTC'", theme: "'dark'", week_start: '1' },
  },
  partners: {
    read: 'id type name country language time_zone created_at',
    update: { name: "'Another name'", country: "'DE'", language: "'de'", time_zone: "'Europe/Berlin'" },
  },
  partner_channels: {
    read: 'id partner_id kind url created_at',
    insert: { partner_id: 'own', kind: "'social'", url: "'https://social.example/new'" },
    update: { kind: "'app'", url: "url || '/more'" },
  },
  partner_members: {
    read: 'id partner_id user_id email display_name role created_at removed_at',
    update: {
      role: { value: "'viewer'", where: LIVE_BUT_OWNERS },
      removed_at: { value: 'now()', where: LIVE_BUT_OWNERS },
    },
  },
  partnerships: {
    read: `id program_id partner_id status status_since status_reason tier tags code partner_name partner_type
      partner_country partner_language joined_on created_at`,
    update: {
      status: { value: "'paused'", where: "status = 'active'" },
      status_reason: "'another reason'",
      tier: "'gold'",
      tags: "'{new}'",
    },
  },
  segments: {
    read: 'id program_id name rule revision created_by created_at updated_at',
    insert: { id: 'gen_random_uuid()', program_id: 'own', name: "'New'", rule: `'{"combinator":"or","rules":[]}'` },
    update: { name: "name || ' again'", rule: `'{"combinator":"or","rules":[]}'` },
  },
  program_partner_counts: { read: 'program_id partner_type status partnerships' },
  invitations: {
    read: `id kind program_id partner_id email staff_role partner_role partner_type partner_name tier tags locale
      created_by created_at expires_at accepted_at accepted_by revoked_at`,
    hidden: 'token_hash',
    update: { revoked_at: 'now()' },
  },
  links: {
    read: 'id program_id partnership_id code destination name is_default created_at archived_at',
    insert: {
      id: 'gen_random_uuid()',
      program_id: 'own',
      partnership_id: 'own',
      destination: 'own',
      name: "'x'",
    },
    update: { destination: "destination || 'more'", name: "'Another'", archived_at: 'now()' },
  },
  clicks: { read: '', hidden: 'id program_id partnership_id link_id clicked_at country device referrer origin sub_id' },
  imports: {
    read: `id program_id source file_name file_sha256 file_bytes rows_total lines_bad next_row status mapping counts
      started_by created_at updated_at finished_at`,
  },
  import_errors: { read: 'id program_id import_id line code column_name value' },
  conversion_events: {
    read: `id program_id source external_id kind order_ref amount_minor currency occurred_at country partner_code
      promotion_code click_id status reason import_id line received_at`,
    hidden: 'customer_key body_hash',
  },
  conversions: {
    read: `id program_id source order_ref event_id partnership_id link_id partner_code promotion_code country
      amount_minor refunded_minor currency occurred_at accrual_day is_new_customer status reject_reason reviewed_at`,
    hidden: 'customer_key reviewed_by',
  },
  adjustments: {
    read: `id program_id conversion_id event_id partnership_id kind amount_minor currency occurred_at accrual_day
      sequence`,
  },
  commission_rules: {
    read: 'id program_id partner_type version kind rate_bps flat_minor effective_from note created_at',
    hidden: 'created_by',
    insert: {
      program_id: 'own',
      partner_type: "'influencer'",
      kind: "'percent'",
      rate_bps: '500',
      flat_minor: 'null',
      effective_from: "now() + interval '1 day'",
      note: "'x'",
    },
  },
  commission_lines: {
    read: `id program_id partnership_id conversion_id adjustment_id kind amount_minor currency base_minor rule_id
      rule_version rule_kind rate_bps flat_minor link_id order_ref country code occurred_at accrual_day final_on
      created_at`,
  },
  partnership_days: {
    read: `partnership_id program_id day accrued_minor maturing_minor revenue_minor conversions clicks new_customers`,
  },
  partnership_day_sources: {
    read: `partnership_id program_id day link_id code country accrued_minor revenue_minor conversions clicks`,
  },
  program_months: {
    read: `program_id month partnership_id revenue_minor accrued_minor maturing_minor conversions clicks new_customers`,
  },
  program_days: {
    read: `program_id day partner_type revenue_minor commission_minor maturing_minor conversions clicks new_customers`,
  },
  program_event_totals: { read: 'program_id kind status reason events amount_minor' },
};
