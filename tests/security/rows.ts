import type { ISql } from 'postgres';
import {
  type ActorName,
  actorNames,
  type PartnerName,
  type PlaceName,
  placeNames,
  type World,
} from '../support/world.ts';
import { announcementNames, announcementsAt } from '../support/world-announcements.ts';
import { creativesAt } from '../support/world-creatives.ts';
import { promotionsAt } from '../support/world-promotions.ts';

type Side = 'a' | 'b';

/** Whom each actor of the matrix stands for. Who was removed stands for nobody. */
export const standsFor: Partial<Record<ActorName, { partner: PartnerName } | { program: Side }>> = {
  'p.viewer': { partner: 'mira' },
  'p.member': { partner: 'mira' },
  'p.finance': { partner: 'mira' },
  'p.owner': { partner: 'mira' },
  nora: { partner: 'nora' },
  both: { partner: 'both' },
  paused: { partner: 'paused' },
  ended: { partner: 'ended' },
  invited: { partner: 'invited' },
  applied: { partner: 'applied' },
  declined: { partner: 'declined' },
  's.viewer': { program: 'a' },
  's.manager': { program: 'a' },
  's.finance': { program: 'a' },
  's.owner': { program: 'a' },
  second: { program: 'b' },
};

/** A row that stands in the database, and whose it is. */
export type CanaryRow = {
  key: string;
  program: Side | null;
  partner: PartnerName | null;
  user: ActorName | null;
  type: string | null;
  kind: string | null;
  /** The whole row, to try to copy it. */
  json: string;
};

type Owners = {
  key: string;
  program?: string;
  partner?: string;
  partnership?: string;
  user?: string;
  type?: string;
  kind?: string;
};

const ofProgram = { key: 'id', program: 'program_id' };
const ofPartnership = { key: 'id', program: 'program_id', partnership: 'partnership_id' };

/** By hand: what names a row of each table, and which columns say whose it is. */
export const owners: Record<string, Owners> = {
  programs: { key: 'id', program: 'id' },
  program_staff: ofProgram,
  user_settings: { key: 'user_id', user: 'user_id' },
  partners: { key: 'id', partner: 'id' },
  partner_members: { key: 'id', partner: 'partner_id' },
  partner_channels: { key: 'id', partner: 'partner_id' },
  partnerships: { key: 'id', program: 'program_id', partner: 'partner_id' },
  program_partner_counts: { key: "concat_ws('/', program_id, partner_type, status)", program: 'program_id' },
  invitations: { key: 'id', program: 'program_id', partner: 'partner_id', kind: 'kind' },
  links: ofPartnership,
  clicks: ofPartnership,
  imports: ofProgram,
  import_errors: ofProgram,
  uncounted_visits: { key: "concat_ws('/', program_id, day, kind)", program: 'program_id' },
  conversion_events: ofProgram,
  conversions: ofPartnership,
  adjustments: ofPartnership,
  audit_entries: ofProgram,
  segments: ofProgram,
  announcements: ofProgram,
  creatives: ofProgram,
  creative_files: ofProgram,
  promotions: ofProgram,
  promotion_codes: ofPartnership,
  promotion_creatives: { key: "concat_ws('/', promotion_id, creative_id)", program: 'program_id' },
  announcement_reads: { key: "concat_ws('/', announcement_id, user_id)", program: 'program_id', user: 'user_id' },
  commission_rules: { key: 'id', program: 'program_id', type: 'partner_type' },
  commission_lines: ofPartnership,
  partnership_days: { ...ofPartnership, key: "concat_ws('/', partnership_id, day)" },
  partnership_day_sources: { ...ofPartnership, key: "concat_ws('/', partnership_id, day, link_id, code, country)" },
  program_months: { ...ofPartnership, key: "concat_ws('/', partnership_id, month)" },
  program_days: { key: "concat_ws('/', program_id, day, partner_type)", program: 'program_id' },
  program_event_totals: { key: "concat_ws('/', program_id, kind, status, reason)", program: 'program_id' },
};

/** All rows of a table with their owners; `where` keeps some of them. */
export async function readRows(sql: ISql, world: World, table: string, where = 'true'): Promise<CanaryRow[]> {
  const { key, program, partner, partnership, user, type, kind } = owners[table] ?? { key: 'null' };
  type Read = Record<'key' | 'program' | 'partner' | 'partnership' | 'user' | 'type' | 'kind' | 'json', string | null>;
  const rows = await sql.unsafe<Read[]>(`
    select (${key})::text as key, ${program ?? 'null'}::text as program, ${partner ?? 'null'}::text as partner,
      ${partnership ?? 'null'}::text as partnership, ${user ?? 'null'}::text as user, ${type ?? 'null'}::text as type,
      ${kind ?? 'null'}::text as kind, to_jsonb(t)::text as json
    from public.${table} t where ${where}`);
  return rows.map((row) => ({
    key: row.key ?? '',
    program: sideOf(world, row.program),
    partner: partnerOf(world, row.partner) ?? partnerOfPartnership(world, row.partnership),
    user: actorNames.find((name) => row.user !== null && world.actors[name].user?.id === row.user) ?? null,
    type: row.type,
    kind: row.kind,
    json: row.json ?? '{}',
  }));
}

function sideOf(world: World, id: string | null): Side | null {
  if (id === world.a.id) return 'a';
  return id === world.b.id ? 'b' : null;
}

function partnerOf(world: World, id: string | null): PartnerName | null {
  const found = Object.entries(world.partners).find(([, partner]) => partner.id === id);
  return found ? placePartner(`a/${found[0]}`) : null;
}

function partnerOfPartnership(world: World, id: string | null): PartnerName | null {
  const place = placeNames.find((name) => world.partnerships[name].id === id);
  return place ? placePartner(place) : null;
}

function placePartner(place: string): PartnerName {
  // Places are a side and a partner by construction; `b/both` and `a/both` are the same partner.
  return place.slice(2) as PartnerName;
}

/** The places of a partner. */
export function placesOf(partner: PartnerName): PlaceName[] {
  return placeNames.filter((place) => placePartner(place) === partner);
}

/** Whether a word of the expectation covers a row for an actor. */
export function covers(word: string, actor: ActorName, table: string, row: CanaryRow, world: World): boolean {
  const who = standsFor[actor];
  const partner = who && 'partner' in who ? who.partner : undefined;
  const program = who && 'program' in who ? who.program : undefined;
  const isInProgram = (statuses: (place: PlaceName) => boolean) =>
    row.partner !== null && placesOf(row.partner).some((place) => place[0] === program && statuses(place));
  switch (word) {
    case 'x':
    case '-':
      return false;
    case 'self':
      return row.user === actor;
    case 'own':
      if (!partner) throw new Error(`${actor} has no partner of its own (${table})`);
      if (table === 'programs' || table === 'commission_rules') {
        const isMine = placesOf(partner).some((place) => place[0] === row.program);
        return isMine && (row.type === null || row.type === world.partners[partner].type);
      }
      return row.partner === partner;
    case 'pgm':
      if (!program) throw new Error(`${actor} has no program of its own (${table})`);
      return owners[table]?.program ? row.program === program : isInProgram(() => true);
    case 'aud': {
      if (table.startsWith('creative')) return partner !== undefined && isOpen(table, row, partner, world);
      if (table.startsWith('promotion')) return partner !== undefined && isShown(table, row, partner, world);
      const name = announcementNames.find((known) => world.announcements[known] === row.key);
      return (
        partner !== undefined && placesOf(partner).some((place) => announcementsAt(place).some((one) => one === name))
      );
    }
    case 'act':
      return isInProgram((place) => ['a/mira', 'a/nora', 'a/both', 'b/both', 'b/berta'].includes(place));
    case 'inv':
      return row.program === program && row.kind === 'partner';
    default:
      throw new Error(`${word} means nothing (${table}, ${actor})`);
  }
}

/** Creatives by their id, and their files that were checked; those of promotions are for everyone. */
function isOpen(table: string, row: CanaryRow, partner: PartnerName, world: World): boolean {
  const { id, creative_id, state }: Record<string, string> = JSON.parse(row.json);
  if (table === 'creative_files' && state !== 'checked') return false;
  const open: (string | undefined)[] = placesOf(partner).flatMap((place) => {
    const side = place.startsWith('a/') ? 'a' : 'b';
    const own = creativesAt(place).map((name) => world.creatives[name].id);
    return [...own, world.promoted[`${side}/shown`], world.promoted[`${side}/spare`]];
  });
  return open.includes(table === 'creatives' ? id : creative_id);
}

/** Promotions by their id; codes of the own place, and creatives that are open, of those. */
function isShown(table: string, row: CanaryRow, partner: PartnerName, world: World): boolean {
  const { id, promotion_id, creative_id }: Record<string, string> = JSON.parse(row.json);
  const hidden: (string | undefined)[] = [world.promoted['a/hidden'], world.promoted['b/hidden']];
  if (table === 'promotion_codes' && row.partner !== partner) return false;
  if (table === 'promotion_creatives' && hidden.includes(creative_id)) return false;
  const shown: (string | undefined)[] = placesOf(partner)
    .filter((place) => table === 'promotions' || place[0] === row.program)
    .flatMap((place) => promotionsAt(place).map((name) => world.promotions[name]));
  return shown.includes(table === 'promotions' ? id : promotion_id);
}

/** The keys of the rows that a word covers, as a cell reports them. */
export function keysOf(rows: readonly CanaryRow[]): string {
  return rows
    .map(({ key }) => key)
    .sort()
    .join(' ');
}
