import { z } from 'zod/mini';
import type { Facts } from '../../supabase/local/facts.ts';
import { tokenFor } from './visitor.ts';

/** One thing to look at: a route in one of its states, seen by somebody. */
export type Sight = { readonly name: string; readonly path: string; readonly as?: string };

const Events = z.object({ rows: z.array(z.object({ id: z.string() })) });

type EventFilter = { readonly p_status: string; readonly p_kind?: string; readonly p_reason?: string };

/** The newest event of the demo that a filter lets through. */
async function newestEvent(facts: Facts, token: string, filter: EventFilter): Promise<string> {
  const answer = await fetch(`${facts.apiUrl}/rest/v1/rpc/brand_events`, {
    method: 'POST',
    headers: { apikey: facts.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ p_program: 'lantern', p_limit: 1, ...filter }),
  });
  const [event] = Events.parse(await answer.json()).rows;
  if (event === undefined) throw new Error(`The demo has no event that is ${JSON.stringify(filter)}.`);
  return event.id;
}

/** A promotion of the demo in one state. */
async function promotionIn(facts: Facts, token: string, state: string): Promise<string> {
  const answer = await fetch(`${facts.apiUrl}/rest/v1/rpc/promotion_list`, {
    method: 'POST',
    headers: { apikey: facts.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ p_program: 'lantern', p_state: state, p_limit: 1 }),
  });
  const [promotion] = Events.parse(await answer.json()).rows;
  if (promotion === undefined) throw new Error(`The demo has no promotion that is ${state}.`);
  return promotion.id;
}

/** A partner of the demo by the beginning of their name. */
async function partnerNamed(facts: Facts, token: string, name: string): Promise<string> {
  const answer = await fetch(`${facts.apiUrl}/rest/v1/rpc/partner_list`, {
    method: 'POST',
    headers: { apikey: facts.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ p_program: 'lantern', p_filter: { search: name }, p_limit: 1 }),
  });
  const [partner] = Events.parse(await answer.json()).rows;
  if (partner === undefined) throw new Error(`The demo has no partner ${name}.`);
  return partner.id;
}

/** The newest announcement of the demo that is out, which its partner can read too. */
async function newestAnnouncement(facts: Facts, token: string): Promise<string> {
  const answer = await fetch(`${facts.apiUrl}/rest/v1/rpc/announcement_list`, {
    method: 'POST',
    headers: { apikey: facts.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ p_program: 'lantern', p_state: 'live', p_limit: 1 }),
  });
  const [announcement] = Events.parse(await answer.json()).rows;
  if (announcement === undefined) throw new Error('The demo has no announcement that is published.');
  return announcement.id;
}

const Mails = z.array(z.object({ text: z.string() }));

/** Where the link of the demo's invitation of a partner leads, as its mail says. */
async function invitedPath(facts: Facts): Promise<string> {
  const answer = await fetch(`${facts.mailUrl}/api/messages?to=hello@northlight.example.com`);
  const [mail] = Mails.parse(await answer.json());
  const path = /\S+(\/invite#\S+)/.exec(mail?.text ?? '')?.[1];
  if (path === undefined) throw new Error('The demo has mailed no invitation.');
  return path;
}

/** Every route of the portal, full and empty, by name. */
export async function allSights(facts: Facts): Promise<readonly Sight[]> {
  const { demoPartnerEmail: partner, demoBrandEmail: brand } = facts;
  const token = await tokenFor(facts, brand);
  const refund = await newestEvent(facts, token, { p_status: 'applied', p_kind: 'refund' });
  const sale = await newestEvent(facts, token, { p_status: 'applied', p_kind: 'sale' });
  const held = await newestEvent(facts, token, { p_status: 'held' });
  const announcement = await newestAnnouncement(facts, token);
  const ended = await promotionIn(facts, token, 'ended');
  const wohnlicht = await partnerNamed(facts, token, 'wohnlicht');
  return [
    { name: 'sign-in', path: '/sign-in' },
    { name: 'sign-in-program', path: '/sign-in?program=lantern' },
    { name: 'invite', path: await invitedPath(facts) },
    { name: 'invite-unknown', path: '/invite#nothing' },
    { name: 'invite-wrong', path: await invitedPath(facts), as: partner },
    { name: 'missing', path: '/nowhere', as: partner },
    { name: 'no-access', path: '/no-access', as: partner },
    { name: 'home', path: '/p/lantern/mira/home', as: partner },
    { name: 'earnings', path: '/p/lantern/mira/earnings', as: partner },
    { name: 'earnings-compared', path: '/p/lantern/mira/earnings?range=90d&compare=previous', as: partner },
    { name: 'earnings-empty', path: '/p/lantern/mira/earnings?range=2020-01-01..2020-01-31', as: partner },
    { name: 'promotions', path: '/p/lantern/mira/promotions', as: partner },
    { name: 'promotions-ended', path: '/p/lantern/mira/promotions?state=ended', as: partner },
    { name: 'promotion', path: `/p/lantern/mira/promotions/${ended}`, as: partner },
    { name: 'messages', path: '/p/lantern/mira/messages', as: partner },
    { name: 'messages-none', path: '/p/lantern/mira/messages?search=quokka', as: partner },
    { name: 'message', path: `/p/lantern/mira/messages/${announcement}`, as: partner },
    { name: 'creatives', path: '/p/lantern/mira/creatives', as: partner },
    { name: 'creatives-filtered', path: '/p/lantern/mira/creatives?size=300x250,728x90&language=de', as: partner },
    { name: 'creatives-empty', path: '/p/lantern/mira/creatives?q=nothing-like-this', as: partner },
    { name: 'team', path: '/p/lantern/mira/team', as: partner },
    { name: 'links', path: '/p/lantern/mira/links', as: partner },
    { name: 'links-archived', path: '/p/lantern/mira/links?which=archived&range=90d', as: partner },
    { name: 'links-empty', path: '/p/lantern/mira/links?search=nothing-like-this', as: partner },
    { name: 'profile', path: '/p/lantern/mira/profile', as: partner },
    { name: 'foreign', path: '/b/another-brand/overview', as: partner },
    { name: 'brand-team', path: '/b/lantern/team', as: brand },
    { name: 'settings', path: '/b/lantern/settings', as: brand },
    { name: 'audit', path: '/b/lantern/audit', as: brand },
    { name: 'account', path: '/b/lantern/account', as: brand },
    { name: 'overview', path: '/b/lantern/overview', as: brand },
    { name: 'overview-compared', path: '/b/lantern/overview?range=90d&compare=previous', as: brand },
    { name: 'overview-empty', path: '/b/lantern/overview?range=2020-01-01..2020-01-31', as: brand },
    { name: 'partners', path: '/b/lantern/partners', as: brand },
    { name: 'partners-empty', path: '/b/lantern/partners?q=nothing-like-this', as: brand },
    { name: 'partner', path: `/b/lantern/partners/${wohnlicht}`, as: brand },
    { name: 'conversions', path: '/b/lantern/conversions', as: brand },
    { name: 'conversions-held', path: '/b/lantern/conversions?status=held', as: brand },
    { name: 'event-sale', path: `/b/lantern/conversions/${sale}`, as: brand },
    { name: 'event-refund', path: `/b/lantern/conversions/${refund}`, as: brand },
    { name: 'event-held', path: `/b/lantern/conversions/${held}`, as: brand },
    { name: 'brand-creatives', path: '/b/lantern/creatives', as: brand },
    { name: 'import', path: '/b/lantern/import', as: brand },
    { name: 'brand-promotions', path: '/b/lantern/promotions', as: brand },
    { name: 'brand-promotions-draft', path: '/b/lantern/promotions?state=draft', as: brand },
    { name: 'brand-promotion', path: `/b/lantern/promotions/${ended}`, as: brand },
    { name: 'brand-promotion-new', path: '/b/lantern/promotions/new', as: brand },
    { name: 'announcements', path: '/b/lantern/announcements', as: brand },
    { name: 'announcement', path: `/b/lantern/announcements/${announcement}`, as: brand },
    {
      name: 'announcement-new',
      path: '/b/lantern/announcements/00000000-0000-4000-8000-000000000001?new=true',
      as: brand,
    },
    { name: 'segments', path: '/b/lantern/segments', as: brand },
    { name: 'segment', path: '/b/lantern/segments/5e60e175-0000-4000-8000-000000000003', as: brand },
    { name: 'segment-new', path: '/b/lantern/segments/new', as: brand },
  ];
}
