import { type ActorName, actorNames, type World } from '../support/world.ts';
import { calls } from './calls.ts';
import type { Cell } from './cell.ts';
import { reads } from './expectations.ts';
import { publicCalls } from './expectations-functions.ts';
import { targetOf } from './function-cells.ts';
import { creativeRequests } from './http-creative-cells.ts';
import { storageRequests } from './http-storage-cells.ts';
import { labelsFor } from './insert-cells.ts';
import { marksOf, tokensIn, tokenText } from './marks.ts';
import { placesOf, standsFor } from './rows.ts';

/** One request to the API as the portal would send it, and what comes back in a few words. */
export type HttpCell = Omit<Cell, 'sql' | 'actor' | 'judge'> & {
  actor: ActorName;
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Bytes of a file, instead of a body of JSON. */
  file?: string;
  /** May change something, which is put back before the next one. */
  writes?: boolean;
  judge: (answer: HttpAnswer) => string;
};

export type HttpAnswer = { status: number; text: string; total: string | null };

const JSON_TYPE = { 'content-type': 'application/json' };
const RETURNING = { ...JSON_TYPE, prefer: 'return=representation' };

/**
 * One of each kind: every actor, every kind of operation, a table that is written (partner_channels),
 * one that is only read (commission_lines), embedding in both directions, functions and buckets.
 */
export function httpCells(world: World): HttpCell[] {
  return actorNames.flatMap((actor) => [
    ...tableRequests(world, actor),
    ...embedRequests(world, actor),
    ...functionRequests(world, actor),
    ...schemaRequests(actor),
    ...storageRequests(world, actor),
    ...creativeRequests(world, actor),
  ]);
}

type Row = Record<string, unknown>;

/** Of a list whose rows are; of a refusal its code. */
function rowsOf(world: World): (answer: HttpAnswer) => string {
  const marks = marksOf(world).filter(({ token }) => /^(partner|place):/.test(token));
  return ({ status, text }) => {
    const body: Row[] | Row = JSON.parse(text || '[]');
    if (!Array.isArray(body)) return String(body.code ?? status);
    return tokenText(body.flatMap((row) => tokensIn(marks, JSON.stringify(row))));
  };
}

function request(
  actor: ActorName,
  object: string,
  operation: string,
  given: Omit<HttpCell, 'actor' | 'object' | 'operation'>,
): HttpCell {
  return { actor, object, operation: `HTTP ${operation}`, ...given };
}

/** The partners whose rows a word of the expectation shows, by name. */
function partnersFor(world: World, actor: ActorName, word: string | undefined): string[] {
  const who = standsFor[actor];
  if (!who || word === undefined || word === 'x' || word === '-') return [];
  if ('partner' in who) return [`partner:${who.partner}`];
  const places = Object.keys(world.partnerships).filter((place) => place[0] === who.program);
  return [...new Set(places.map((place) => `partner:${place.slice(2)}`))];
}

function tableRequests(world: World, actor: ActorName): HttpCell[] {
  const object = 'partner_channels';
  const judge = rowsOf(world);
  const word = reads.get(object)?.[actor];
  const refused = (expected: string) => (word === 'x' ? '42501' : expected);
  const mine = partnersFor(world, actor, word);
  const others = Object.entries(world.partners).filter(([name]) => !mine.includes(`partner:${name}`));
  const isPartnerOwner = mine.length === 1 && !['p.viewer', 'p.member', 'p.finance'].includes(actor);
  const [own, foreign] = labelsFor(actor).map((label) => world.partnerships[label.place].partnerId);
  const newRow = (partnerId: string | undefined) => ({
    partner_id: partnerId,
    kind: 'app',
    url: 'https://new.example/app',
  });
  const path = `/rest/v1/${object}`;
  const changed = isPartnerOwner ? tokenText(mine) : '';
  const write = (operation: string, method: string, query: string, body: unknown, expected: string) =>
    request(actor, object, operation, {
      method,
      path: `${path}?${query}`,
      headers: RETURNING,
      writes: true,
      ...(body !== undefined && { body }),
      judge,
      expected,
    });
  return [
    request(actor, object, 'select', {
      method: 'GET',
      path: `${path}?select=id,partner_id`,
      judge,
      expected: refused(tokenText(mine)),
    }),
    request(actor, object, 'filtered select', {
      method: 'GET',
      path: `${path}?select=id,partner_id&partner_id=in.(${others.map(([, partner]) => partner.id).join(',')})`,
      judge,
      expected: refused(''),
    }),
    request(actor, object, 'count', {
      method: 'GET',
      path: `${path}?select=id&limit=1`,
      headers: { prefer: 'count=exact' },
      judge: ({ status, text, total }) => (status < 300 ? String(total?.split('/')[1]) : String(JSON.parse(text).code)),
      expected: refused(String(mine.length)),
    }),
    write('insert as own', 'POST', 'select=id,partner_id', newRow(own), isPartnerOwner ? tokenText(mine) : '42501'),
    write('insert as other', 'POST', 'select=id,partner_id', newRow(foreign), '42501'),
    write('update of a column', 'PATCH', 'id=not.is.null&select=id,partner_id', { kind: 'app' }, refused(changed)),
    write('update of a withheld column', 'PATCH', 'id=not.is.null&select=id', { created_at: '2020-01-01' }, '42501'),
    write('hand over', 'PATCH', `partner_id=eq.${own}&select=id`, { partner_id: foreign }, '42501'),
    write('delete', 'DELETE', 'id=not.is.null&select=id,partner_id', undefined, refused(changed)),
    request(actor, 'commission_lines', 'delete', {
      method: 'DELETE',
      path: '/rest/v1/commission_lines?id=not.is.null',
      judge,
      expected: '42501',
    }),
  ];
}

/** Tables through one another: what is hidden in the inner one stays hidden, and leads to nothing outside. */
function embedRequests(world: World, actor: ActorName): HttpCell[] {
  const judge = rowsOf(world);
  const isRefused = reads.get('partnerships')?.[actor] === 'x';
  const who = standsFor[actor];
  const program = who && 'program' in who ? who.program : undefined;
  const places =
    who && 'partner' in who
      ? placesOf(who.partner)
      : Object.keys(world.partnerships).filter((place) => place[0] === program);
  const seen = [...places.map((place) => `place:${place}`), ...partnersFor(world, actor, 'own')];
  const opens = reads.get('commission_lines')?.[actor];
  const get = (object: string, operation: string, query: string, expected: string) =>
    request(actor, object, operation, {
      method: 'GET',
      path: `/rest/v1/${query}`,
      judge,
      expected: isRefused ? '42501' : expected,
    });
  const lines = opens === '-' ? [] : places.map((place) => `place:${place}`);
  return [
    get(
      'partnerships',
      'embed of lists',
      'partnerships?select=id,partner_id,code,links(id,code),commission_lines(id,partnership_id)',
      tokenText(seen),
    ),
    get(
      'commission_lines',
      'embed of one',
      'commission_lines?select=id,partnership_id,partnerships(code)',
      tokenText(lines),
    ),
    get(
      'partners',
      'embed of people',
      'partners?select=id,partner_members(email,partner_id)',
      tokenText(partnersFor(world, actor, 'own')),
    ),
  ];
}

/** One function that shows a partner's money, one that shows a program's. */
function functionRequests(world: World, actor: ActorName): HttpCell[] {
  const marks = marksOf(world);
  return ['own', 'partner', 'program', 'unknown'].flatMap((target) => {
    const at = targetOf(actor, target);
    const place = at === 'unknown' ? undefined : world.partnerships[at.place];
    const slug = at === 'unknown' ? 'no-such-program' : world[at.place.startsWith('a/') ? 'a' : 'b'].slug;
    const word = publicCalls.get(`partner_lines/${target}`)?.[actor];
    const call = calls.partner_lines;
    const expected = { x: '42501', '404': 'PT404' }[word ?? 'x'] ?? tokenText(call?.expected(actor, 'nul', at) ?? []);
    return [
      request(actor, 'public.partner_lines', `call for ${target}`, {
        method: 'POST',
        path: '/rest/v1/rpc/partner_lines',
        headers: JSON_TYPE,
        body: { p_program: slug, p_code: place?.code ?? 'NOBODY', p_from: '2026-01-01', p_to: '2028-12-31' },
        judge: ({ status, text }) => (status < 300 ? tokenText(tokensIn(marks, text)) : String(JSON.parse(text).code)),
        expected,
      }),
    ];
  });
}

/** What the API does not show at all, whoever asks. */
function schemaRequests(actor: ActorName): HttpCell[] {
  const judge = ({ text }: HttpAnswer) => String(JSON.parse(text || '{}').code);
  const hidden = { 'accept-profile': 'private', 'content-profile': 'private', ...JSON_TYPE };
  return [
    request(actor, 'private.program_secrets', 'select', {
      method: 'GET',
      path: '/rest/v1/program_secrets?select=*',
      headers: hidden,
      judge,
      expected: 'PGRST106',
    }),
    request(actor, 'private.my_program_ids', 'call', {
      method: 'POST',
      path: '/rest/v1/rpc/my_program_ids',
      headers: hidden,
      body: {},
      judge,
      expected: 'PGRST106',
    }),
  ];
}
