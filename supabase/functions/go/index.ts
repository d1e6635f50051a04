import postgres from 'postgres';
import { asServer } from '../_shared/as-server.ts';
import { inGroups } from './groups.ts';
import { handleGo, type Landing } from './handler.ts';
import { type Retry, withPatience } from './patience.ts';
import type { Visit } from './visit.ts';

/** A visit of a program that something holds is answered with Retry, and not stored. */
type Answer = Landing | Retry;
type Way = (visits: readonly Visit[]) => Promise<readonly Answer[]>;

const sql = postgres(Deno.env.get('SUPABASE_DB_URL') ?? '', {
  max: 2,
  idle_timeout: 20,
  connect_timeout: 2,
  // Whoever cannot connect goes the long way at once, instead of waiting ever longer for another try.
  backoff: () => 0,
  prepare: false,
});

/** The short way: a connection of its own. */
const byConnection: Way = async (visits) => {
  const [row] = await sql<{ landings: Answer[] }[]>`
    select private.record_visits(${JSON.stringify(visits)}::text::jsonb) as landings
  `;
  return row?.landings ?? [];
};

const url = `${Deno.env.get('SUPABASE_URL') ?? ''}/rest/v1/rpc/record_visits`;
const headers = {
  ...asServer(Deno.env.get('SUPABASE_SERVICE_ROLE_KEY') ?? ''),
  'content-type': 'application/json',
};

/** The long way, for when the database has no connection left for us: the API shares its own. */
const byApi: Way = async (visits) => {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ p_visits: visits }) });
  // The database's own answer to our own call.
  if (response.ok) return (await response.json()) as Answer[];
  await response.body?.cancel();
  throw new Error(`record_visits answered ${response.status}`);
};

/** One after the other until one works, each after a pause: a connection may just break. */
const TRIES: readonly { readonly way: Way; readonly pauseMs: number }[] = [
  { way: byConnection, pauseMs: 0 },
  { way: byApi, pauseMs: 50 },
  { way: byApi, pauseMs: 250 },
];

/** Safe to repeat: the visits carry their ids, and none is counted twice. */
async function record(visits: readonly Visit[]): Promise<readonly Answer[]> {
  let last: unknown;
  for (const { way, pauseMs } of TRIES) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      return await way(visits);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

const GROUP = { mostInGroup: 200, mostWaiting: 2_000 };

const deps = {
  record: withPatience<Visit, Landing>({
    ask: inGroups(record, { ...GROUP, windowMs: 3, mostAtOnce: 2 }),
    askAgain: inGroups(byApi, { ...GROUP, windowMs: 20, mostAtOnce: 1 }),
    // An import holds its program for a second or two at most; who waits longer comes again by the browser.
    pausesMs: [50, 250, 500, 1_000],
  }),
  makeId: () => crypto.randomUUID(),
  now: () => performance.now(),
};

Deno.serve((request) => handleGo(request, deps));
