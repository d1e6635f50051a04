import { type ActorName, partnerNames, type World } from '../support/world.ts';
import { announcedBy } from '../support/world-creatives.ts';
import { promotionsAt } from '../support/world-promotions.ts';
import { type Cell, refusedCall } from './cell.ts';
import { tokenText } from './marks.ts';
import { covers, placesOf, standsFor } from './rows.ts';

/** The helpers that policies ask: whose ids does the actor get? */
export function helperCell(world: World, actor: ActorName, call: string, word: string): Cell {
  const column = call.startsWith('my_places') ? 'coalesce(h.partnership_id, h.program_id)' : 'h';
  const name = call.split('(', 1)[0] ?? '';
  return {
    object: `private.${name}`,
    operation: `call ${call}`,
    actor,
    sql: `select string_agg(${column}::text, ' ') from private.${call} h`,
    expected: word === 'x' ? refusedCall(name) : tokenText(expectedNames(world, actor, call, word)),
    judge: (answer) =>
      tokenText(
        answer
          .split(' ')
          .filter(Boolean)
          .map((id) => nameOf(world, id)),
      ),
  };
}

function nameOf(world: World, id: string): string {
  const partner = Object.entries(world.partners).find(([, { id: known }]) => known === id);
  if (partner) return `partner:${partner[0]}`;
  const place = Object.entries(world.partnerships).find(([, { id: known }]) => known === id);
  if (place) return `place:${place[0]}`;
  const segment = Object.entries(world.segments).find(([, known]) => known === id);
  if (segment) return `segment:${segment[0]}`;
  const announcement = Object.entries(world.announcements).find(([, known]) => known === id);
  if (announcement) return `announcement:${announcement[0]}`;
  const promotion = Object.entries(world.promotions).find(([, known]) => known === id);
  if (promotion) return `promotion:${promotion[0]}`;
  const upload = Object.entries(world.creatives).find(([, { path }]) => path === id);
  if (upload) return `upload:${upload[0]}`;
  if (id === world.a.id || id === world.b.id) return `program:${id === world.a.id ? 'a' : 'b'}`;
  return `rule:${world.rules.find((rule) => rule.id === id)?.name ?? id}`;
}

function expectedNames(world: World, actor: ActorName, call: string, word: string): string[] {
  const who = standsFor[actor];
  if (word === '-' || !who) return [];
  if (call.startsWith('my_upload_paths')) return announcedBy(actor).map((name) => `upload:${name}`);
  if ('program' in who) {
    if (!call.startsWith('my_program_partner_ids')) return [`program:${who.program}`];
    const nobody = { key: '', program: null, user: null, type: null, kind: null, json: '' };
    return partnerNames
      .filter((partner) => covers(word, actor, 'partner_members', { ...nobody, partner }, world))
      .map((partner) => `partner:${partner}`);
  }
  const places = placesOf(who.partner);
  if (call.startsWith('my_partner_ids')) return [`partner:${who.partner}`];
  if (call.startsWith('my_audience_keys')) {
    const segments =
      world.partners[who.partner].type === 'influencer' ? places.map((place) => `segment:${place[0]}/used`) : [];
    return [...places.map((place) => `program:${place[0]}`), ...segments];
  }
  // Dates are the policy's to look at: what is over by now was received too.
  if (call.startsWith('my_received_announcement_ids')) return ['announcement:a/everyone', 'announcement:a/expired'];
  if (call.startsWith('my_promotion_ids'))
    return places.flatMap((place) => promotionsAt(place).map((name) => `promotion:${name}`));
  if (call.startsWith('my_joined_program_ids')) return places.map((place) => `program:${place[0]}`);
  if (call.startsWith('my_rule_ids'))
    return places.map((place) => `rule:${place[0]}/${world.partners[who.partner].type}`);
  return places.map((place) => `place:${place}`);
}
