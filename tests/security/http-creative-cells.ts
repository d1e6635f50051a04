import type { ActorName, World } from '../support/world.ts';
import { type CreativeName, creativeNames } from '../support/world-creatives.ts';
import { seenBy } from './creative-guards.ts';
import type { HttpAnswer, HttpCell } from './http-cells.ts';
import { doneOrNot, namesIn } from './http-storage-cells.ts';

/** Where the bytes of creatives lie that were judged; what waits has none yet. */
export function creativePaths(world: World): string[] {
  return judged.map((name) => `creatives/${world.creatives[name].path}`);
}

const judged = creativeNames.filter((name) => !name.includes('of-'));

const JSON_TYPE = { 'content-type': 'application/json' };
/** The bytes themselves: an error page with status 200 is none. */
const bytesOrNot = (answer: HttpAnswer) =>
  answer.status < 300 && answer.text !== 'image' ? `other bytes: ${answer.text.slice(0, 40)}` : doneOrNot(answer);

/**
 * Every way over HTTP to the object of every creative, for everybody: whatever the audience, the dates or the other
 * program hide is hidden under each spelling of its path, and nobody lists, writes over, moves, copies or removes (tried
 * on those that most can see).
 */
export function creativeRequests(world: World, actor: ActorName): HttpCell[] {
  return judged.flatMap((name) => requestsFor(world, actor, name));
}

function requestsFor(world: World, actor: ActorName, name: CreativeName): HttpCell[] {
  const { path } = world.creatives[name];
  const isServer = actor === 'service';
  const isOpen = isServer || seenBy(actor).includes(name);
  const may = (allowed: boolean) => (allowed ? 'yes' : 'no');
  const folder = path.slice(0, path.lastIndexOf('/'));
  const [program = ''] = path.split('/');
  const stranger = program === world.a.id ? world.b.id : world.a.id;
  const cell = (operation: string, method: string, at: string, expected: string, more: Partial<HttpCell> = {}) => ({
    actor,
    object: 'bucket creatives',
    operation: `HTTP ${operation} of ${name}`,
    method,
    path: `/storage/v1/object/${at}`,
    expected,
    judge: doneOrNot,
    ...more,
  });
  const json = (body: unknown) => ({ body, headers: JSON_TYPE });
  const reads: HttpCell[] = [
    cell('read', 'GET', `creatives/${path}`, may(isOpen), { judge: bytesOrNot }),
    cell('read in public', 'GET', `public/creatives/${path}`, 'no'),
    cell('sign', 'POST', `sign/creatives/${path}`, may(isOpen), json({ expiresIn: 60 })),
  ];
  // Who may open it may open it by other ways and spellings too, or not: a server's own affair. Nobody else does.
  const spelt: HttpCell[] = isOpen
    ? []
    : [
        cell('read as authenticated', 'GET', `authenticated/creatives/${path}`, 'no'),
        cell('read, encoded', 'GET', `creatives/${encodeURIComponent(path)}`, 'no'),
        cell('read, encoded twice', 'GET', `creatives/${encodeURIComponent(encodeURIComponent(path))}`, 'no'),
        cell('read, upper case', 'GET', `creatives/${path.toUpperCase()}`, 'no'),
        cell("read from another program's folder", 'GET', `creatives/${stranger}/..%2F${path}`, 'no'),
        cell('read from another bucket', 'GET', `brand/..%2Fcreatives%2F${path}`, 'no'),
        cell('read with a doubled slash', 'GET', `creatives//${path}`, 'no'),
        cell('sign, encoded', 'POST', `sign/creatives/${encodeURIComponent(path)}`, 'no', json({ expiresIn: 60 })),
      ];
  if (isServer) return reads;
  const away = { bucketId: 'creatives', sourceKey: path, destinationKey: `${folder}/moved` };
  const png = { file: 'other', headers: { 'content-type': 'image/png' } };
  const writes = [
    cell('overwrite', 'PUT', `creatives/${path}`, 'no', png),
    cell('write', 'POST', `creatives/${path}`, 'no', png),
    cell('write beside', 'POST', `creatives/${folder}/beside`, 'no', png),
    cell('write with upsert', 'POST', `creatives/${path}`, 'no', {
      ...png,
      headers: { ...png.headers, 'x-upsert': 'true' },
    }),
    cell('move', 'POST', 'move', 'no', json(away)),
    cell('copy', 'POST', 'copy', 'no', json(away)),
    cell(
      "copy into the other program's folder",
      'POST',
      'copy',
      'no',
      json({ ...away, destinationKey: `${stranger}/copied` }),
    ),
    cell('sign for writing', 'POST', `upload/sign/creatives/${path}`, 'no', json({})),
    cell('remove', 'DELETE', 'creatives', '', { ...json({ prefixes: [path] }), judge: namesIn }),
  ].map((one) => ({ ...one, writes: true }));
  return [
    ...reads,
    ...spelt,
    cell('list', 'POST', 'list/creatives', '', { ...json({ prefix: folder, limit: 100 }), judge: namesIn }),
    ...(name.endsWith('/everyone') ? writes : []),
  ];
}
