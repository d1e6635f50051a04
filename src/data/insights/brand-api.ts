import type { DayRange } from '../../lib/dates.ts';
import { callRpc, getClients, unwrap } from '../connection.ts';
import type { Database } from '../database.types.ts';
import {
  type EventsCursor,
  type EventsPage,
  eventsPageSchema,
  fatesSchema,
  type ImportError,
} from './brand-events-model.ts';
import type { EventFilter } from './brand-filter.ts';
import { brandOverviewSchema } from './brand-model.ts';
import { reviewedSchema, storySchema, type Verdict } from './brand-story-model.ts';

export type OverviewAsk = { readonly days: DayRange; readonly compare: DayRange | null };

export async function fetchOverview(program: string, ask: OverviewAsk, signal?: AbortSignal) {
  const compare = ask.compare === null ? {} : { p_compare_from: ask.compare.from, p_compare_to: ask.compare.to };
  const args = { p_program: program, p_from: ask.days.from, p_to: ask.days.to, ...compare };
  return callRpc('brand_overview', args, brandOverviewSchema, signal);
}

/** Only what is asked for: an argument that is left out leaves its question open. */
function filterArgs(program: string, filter: EventFilter): Database['public']['Functions']['brand_events']['Args'] {
  return {
    p_program: program,
    ...(filter.status === null ? {} : { p_status: filter.status }),
    ...(filter.reason === null ? {} : { p_reason: filter.reason }),
    ...(filter.kind === null ? {} : { p_kind: filter.kind }),
    ...(filter.partnership === null ? {} : { p_partnership: filter.partnership }),
    ...(filter.isOrganic ? { p_organic: true } : {}),
    ...(filter.from === null ? {} : { p_from: filter.from }),
    ...(filter.to === null ? {} : { p_to: filter.to }),
    ...(filter.search === null ? {} : { p_search: filter.search }),
  };
}

export type EventsAsk = {
  readonly filter: EventFilter;
  readonly after: EventsCursor | null;
  /** At most 1,000, the database's own limit. */
  readonly limit: number;
};

export function fetchEvents(program: string, ask: EventsAsk, signal?: AbortSignal): Promise<EventsPage> {
  const after = ask.after === null ? {} : { p_after_occurred_at: ask.after.occurred_at, p_after_id: ask.after.id };
  const args = { ...filterArgs(program, ask.filter), ...after, p_limit: ask.limit };
  return callRpc('brand_events', args, eventsPageSchema, signal);
}

export function fetchFates(program: string, signal?: AbortSignal) {
  return callRpc('brand_fates', { p_program: program }, fatesSchema, signal);
}

export function fetchStory(eventId: string, signal?: AbortSignal) {
  return callRpc('event_story', { p_event: eventId }, storySchema, signal);
}

export function reviewConversion(conversionId: string, verdict: Verdict) {
  const reason = verdict.status === 'rejected' ? { p_reason: verdict.reason } : {};
  return callRpc(
    'review_conversion',
    { p_conversion: conversionId, p_status: verdict.status, ...reason },
    reviewedSchema,
  );
}

const PARTNER_COLUMNS = 'id, partner_name, partner_type, code, status';
const CHOICES = 20;

/** Partnerships of a program whose name or code begins with or holds the text; the first few by name. */
export async function fetchPartnerChoices(programId: string, text: string, signal: AbortSignal) {
  const { rest } = await getClients();
  // Wildcards and the filter grammar's own signs mean nothing in a name that is searched for.
  const word = text.replace(/[%_*\\,()"]/g, ' ').trim();
  const named = rest.from('partnerships').select(PARTNER_COLUMNS).eq('program_id', programId);
  const found = word === '' ? named : named.or(`partner_name.ilike.%${word}%,code.ilike.${word}%`);
  return unwrap(await found.order('partner_name').order('id').limit(CHOICES).abortSignal(signal));
}

export async function fetchPartnerName(partnershipId: string, programId: string, signal: AbortSignal) {
  const { rest } = await getClients();
  const rows = rest.from('partnerships').select('partner_name').eq('program_id', programId).eq('id', partnershipId);
  return unwrap(await rows.abortSignal(signal))[0]?.partner_name ?? null;
}

/** The API answers at most this many rows at once. */
const PAGE = 1000;

/** Every line of an import that could not be read, in order of the file: page after page, none left out. */
export async function fetchImportErrors(programId: string, importId: string, signal: AbortSignal) {
  const { rest } = await getClients();
  const pageAfter = async (id: number) =>
    unwrap(
      await rest
        .from('import_errors')
        .select('id, line, code, column_name, value')
        .eq('program_id', programId)
        .eq('import_id', importId)
        .gt('id', id)
        .order('id')
        .limit(PAGE)
        .abortSignal(signal),
    );
  const all: ImportError[] = [];
  for (let page = await pageAfter(0); page.length > 0; page = await pageAfter(all.at(-1)?.id ?? 0)) {
    all.push(...page);
    if (page.length < PAGE) break;
  }
  return all.sort((one, other) => one.line - other.line || one.id - other.id);
}
