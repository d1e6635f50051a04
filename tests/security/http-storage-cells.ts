import type { ActorName, World } from '../support/world.ts';
import { objects } from './expectations-storage.ts';
import type { HttpAnswer, HttpCell } from './http-cells.ts';
import { labelsFor } from './insert-cells.ts';
import { objectPath } from './storage-cells.ts';

/** Whoever is refused is not told whether the object is there. */
const refusals: Record<number, string> = { 400: 'no', 401: 'no', 403: 'no', 404: 'no', 406: 'no' };

export const doneOrNot = ({ status }: HttpAnswer) => (status < 300 ? 'yes' : (refusals[status] ?? `status ${status}`));
export const namesIn = ({ status, text }: HttpAnswer) => {
  if (status >= 300) return refusals[status] ?? `status ${status}`;
  const found: { name: string }[] = JSON.parse(text);
  // One server names them from the root, the other from the folder.
  return found.map(({ name }) => name.split('/').at(-1)).join(' ');
};

/** Every way to an object: list, read, write, overwrite, move, copy, sign, remove; in the own folder and in another's. */
export function storageRequests(world: World, actor: ActorName): HttpCell[] {
  return [...objects.keys()].flatMap((bucket) => bucketRequests(world, actor, bucket));
}

function bucketRequests(world: World, actor: ActorName, bucket: string): HttpCell[] {
  const word = objects.get(bucket)?.[actor];
  const ownSide = labelsFor(actor)[0]?.place.startsWith('b/') ? 'b' : 'a';
  const otherSide = ownSide === 'a' ? 'b' : 'a';
  const [own, other] = [objectPath(world, ownSide), objectPath(world, otherSide)];
  const folder = { own: world[ownSide].id, other: world[otherSide].id };
  const may = (inOwn: boolean) => (word === 'all' || (word === 'pgm' && inOwn) ? 'yes' : 'no');
  const cell = (
    operation: string,
    method: string,
    path: string,
    expected: string,
    more: Partial<HttpCell> = {},
  ): HttpCell => ({
    actor,
    object: `bucket ${bucket}`,
    operation: `HTTP ${operation}`,
    method,
    path: `/storage/v1/object/${path}`,
    expected,
    judge: doneOrNot,
    ...more,
  });
  const json = (body: unknown): Partial<HttpCell> => ({ body, headers: { 'content-type': 'application/json' } });
  const png: Partial<HttpCell> = { file: 'image', headers: { 'content-type': 'image/png' } };
  const writing = (more: Partial<HttpCell>): Partial<HttpCell> => ({ ...more, writes: true });
  // The server's own key sees the files of creatives beside it.
  const judge =
    word === 'all'
      ? (answer: HttpAnswer) =>
          namesIn(answer)
            .split(' ')
            .filter((name) => name.includes('.'))
            .join(' ')
      : namesIn;
  const list = (id: string) => ({ ...json({ prefix: id, limit: 100 }), judge });
  const isPublic = bucket === 'brand';
  const inFolder = (side: 'own' | 'other'): HttpCell[] => {
    const name = side === 'own' ? own : other;
    const allowed = may(side === 'own');
    return [
      cell(`list in ${side}`, 'POST', `list/${bucket}`, allowed === 'yes' ? 'logo.png' : '', list(folder[side])),
      cell(`read in ${side}`, 'GET', `${bucket}/${name}`, isPublic ? 'yes' : allowed),
      cell(`read in public of ${side}`, 'GET', `public/${bucket}/${name}`, isPublic ? 'yes' : 'no'),
      cell(`write in ${side}`, 'POST', `${bucket}/${folder[side]}/new.png`, allowed, writing(png)),
      cell(`overwrite in ${side}`, 'PUT', `${bucket}/${name}`, allowed, writing(png)),
      cell(`sign in ${side}`, 'POST', `sign/${bucket}/${name}`, allowed, json({ expiresIn: 60 })),
      cell(`remove in ${side}`, 'DELETE', bucket, allowed === 'yes' ? 'logo.png' : '', {
        ...writing(json({ prefixes: [name] })),
        judge: namesIn,
      }),
    ];
  };
  const between = (operation: 'move' | 'copy', from: string, to: string, expected: string, name: string) =>
    cell(name, 'POST', operation, expected, writing(json({ bucketId: bucket, sourceKey: from, destinationKey: to })));
  return [
    ...inFolder('own'),
    ...inFolder('other'),
    between('move', own, `${folder.own}/moved.png`, may(true), 'move in own'),
    between('move', own, `${folder.other}/moved.png`, may(false), 'move from own to other'),
    between('move', other, `${folder.own}/moved.png`, may(false), 'move from other to own'),
    between('copy', own, `${folder.own}/copied.png`, may(true), 'copy in own'),
    between('copy', own, `${folder.other}/copied.png`, may(false), 'copy from own to other'),
    between('copy', other, `${folder.own}/copied.png`, may(false), 'copy from other to own'),
    ...(isPublic
      ? [
          cell('write of a drawing', 'POST', `${bucket}/${folder.own}/new.svg`, 'no', {
            file: '<svg/>',
            writes: true,
            headers: { 'content-type': 'image/svg+xml' },
          }),
        ]
      : []),
  ];
}
