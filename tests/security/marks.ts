import {
  type ActorName,
  actorNames,
  organicNames,
  type PlaceName,
  placeNames,
  placesIn,
  segmentNames,
  type World,
} from '../support/world.ts';
import { announcementNames } from '../support/world-announcements.ts';
import { creativeNames } from '../support/world-creatives.ts';
import { invitationNames } from '../support/world-invitations.ts';
import { codeIn, codesOf, promotedNames, promotionNames } from '../support/world-promotions.ts';
import { placesOf, standsFor } from './rows.ts';

/** What gives away whose something is, wherever it turns up in an answer. */
type Mark = { token: string; texts: string[] };

export function marksOf(world: World): Mark[] {
  return [
    ...(['a', 'b'] as const).map((side) => ({
      token: `program:${side}`,
      texts: [world[side].id, `"${world[side].slug}"`, `"Program ${side.toUpperCase()} `],
    })),
    ...Object.entries(world.partners).map(([name, partner]) => ({
      token: `partner:${name}`,
      texts: [partner.id, `"${partner.name}"`],
    })),
    ...placeNames.map((place) => ({
      token: `place:${place}`,
      texts: [
        world.partnerships[place].id,
        `"${world.partnerships[place].code}"`,
        `"${world.partnerships[place].code.toLowerCase()}"`,
      ],
    })),
    ...[...placeNames, ...organicNames].map((place) => {
      const { eventId, conversionId, orderRef } = world.orders[place];
      return { token: `order:${place}`, texts: [eventId, conversionId, `"${orderRef}"`] };
    }),
    ...segmentNames.map((name) => ({
      token: `segment:${name}`,
      texts: [world.segments[name], `"Segment ${name} `],
    })),
    ...creativeNames.map((name) => ({
      token: `creative:${name}`,
      texts: [world.creatives[name].id, `"Creative ${name} to `],
    })),
    ...promotionNames.map((name) => ({
      token: `promotion:${name}`,
      texts: [world.promotions[name], `"Promotion ${name} to `],
    })),
    ...promotedNames.map((name) => ({
      token: `promoted:${name}`,
      texts: [world.promoted[name], `"Promoted ${name}"`],
    })),
    ...codesOf(placeNames).map(({ name, place }) => ({
      token: `code:${codeIn(name, place)}`,
      texts: [`"${codeIn(name, place)}"`],
    })),
    ...[
      ...invitationNames.map((name) => ({ name: name as string, ...world.invitations[name] })),
      ...Object.entries(world.teams).map(([name, one]) => ({ name: `team/${name}`, ...one })),
    ].flatMap(({ name, id, email, mail }) => [
      { token: `invitation:${name}`, texts: [id, ...(name === 'a/stranger' ? [] : [`"${email}"`])] },
      { token: `mail:${name}`, texts: [mail] },
    ]),
    ...announcementNames.map((name) => ({
      token: `announcement:${name}`,
      texts: [world.announcements[name], `Canary ${name} `, `Body of ${name}.`],
    })),
    ...(['a', 'b'] as const).map((side) => ({ token: `import:${side}`, texts: [world.imports[side]] })),
    ...actorNames.flatMap((name) => {
      const { user } = world.actors[name];
      return user ? [{ token: `person:${name}`, texts: [user.id, user.email] }] : [];
    }),
  ];
}

/** Whose things an answer holds. */
export function tokensIn(marks: readonly Mark[], answer: string): string[] {
  return marks.filter(({ texts }) => texts.some((text) => answer.includes(text))).map(({ token }) => token);
}

export function sumTokens(name: string, sum: unknown): string[] {
  return placesIn(Number(sum ?? 0)).map((place) => `${name}:${place}`);
}

export function tokenText(tokens: readonly string[]): string {
  return [...new Set(tokens)].sort().join(' ');
}

/** Who I am and where I may go: what every context tells its actor, and nothing about anybody else. */
export function ownContext(actor: ActorName): string[] {
  const who = standsFor[actor];
  const person = `person:${actor}`;
  if (!who) return [person];
  if ('program' in who) return [person, `program:${who.program}`];
  return [
    person,
    `partner:${who.partner}`,
    ...placesOf(who.partner).flatMap((place) => [`place:${place}`, `program:${place[0]}`]),
  ];
}

/** The places of a program, in which the world has money. */
export function placesOfSide(side: 'a' | 'b'): PlaceName[] {
  return placeNames.filter((place) => place.startsWith(`${side}/`));
}
