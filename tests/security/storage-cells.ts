import { type ActorName, actorNames, type World } from '../support/world.ts';
import type { Catalogue } from './catalogue.ts';
import { type Cell, REFUSED } from './cell.ts';
import { buckets, objects } from './expectations-storage.ts';
import { labelsFor } from './insert-cells.ts';

/** One object of each program in each bucket, put there by `putObjects`. */
export function objectPath(world: World, side: 'a' | 'b'): string {
  return `${world[side].id}/logo.png`;
}

/** The rows of the canary objects, for the level of SQL. */
export function putObjects(world: World): string {
  const rows = Object.keys(buckets).flatMap((bucket) =>
    (['a', 'b'] as const).map((side) => `('${bucket}', '${objectPath(world, side)}')`),
  );
  return `insert into storage.objects (bucket_id, name) values ${rows.join(', ')} on conflict do nothing`;
}

/** Objects of every bucket as the storage server asks for them: list, add, overwrite, move, remove. */
export function storageCells(world: World): Cell[] {
  // One person, owner of b and only a viewer of a, carries an object from there to here.
  const carried: Cell = {
    object: 'bucket brand',
    operation: 'move to where I am a viewer',
    actor: 'twice',
    sql: `update storage.objects set name = '${world.a.id}/carried.png'`,
    expected: '0 rows',
  };
  const added: Cell = {
    ...carried,
    operation: 'add to where I am a viewer',
    sql: `insert into storage.objects (bucket_id, name) values ('brand', '${world.a.id}/added.png')`,
    expected: REFUSED,
  };
  return [
    carried,
    added,
    ...actorNames.filter((actor) => actor !== 'service').flatMap((actor) => unreadCells(world, actor)),
    ...Object.keys(buckets).flatMap((bucket) => actorNames.flatMap((actor) => objectCells(world, bucket, actor))),
  ];
}

/** The same without where and returning, so that the policy for listing does not stand in. */
function unreadCells(world: World, actor: ActorName): Cell[] {
  const changed = objects.get('brand')?.[actor] === 'pgm' ? '1 rows' : '0 rows';
  const other = ownSide(actor) === 'a' ? world.b.id : world.a.id;
  const cell = (operation: string, sql: string, expected: string): Cell => ({
    object: 'bucket brand',
    operation,
    actor,
    sql,
    expected,
  });
  return [
    cell('overwrite unread', `update storage.objects set version = 'next'`, changed),
    cell('remove unread', 'delete from storage.objects', changed),
    cell(
      'add to other unread',
      `insert into storage.objects (bucket_id, name) values ('brand', '${other}/n.png')`,
      REFUSED,
    ),
  ];
}

function objectCells(world: World, bucket: string, actor: ActorName): Cell[] {
  const sides = ownSide(actor) === 'a' ? (['a', 'b'] as const) : (['b', 'a'] as const);
  const [own, other] = sides.map((side) => world[side].id);
  const word = objects.get(bucket)?.[actor] ?? 'x';
  if (word === 'all') return [];
  const isOwner = word === 'pgm';
  const mine = isOwner ? `${own}/logo.png` : '';
  const list = (statement: string) =>
    `with done as (${statement} returning name) select string_agg(name, ' ' order by name collate "C") from done`;
  const cell = (operation: string, sql: string, expected: string): Cell => ({
    object: `bucket ${bucket}`,
    operation,
    actor,
    sql,
    expected: word === 'x' ? REFUSED : expected,
  });
  const inBucket = `bucket_id = '${bucket}'`;
  const add = (id: string | undefined) =>
    `insert into storage.objects (bucket_id, name) values ('${bucket}', '${id}/new.png')`;
  const move = (id: string | undefined, name: string) =>
    list(`update storage.objects set name = '${id}/moved.png' where ${inBucket} and name = '${name}'`);
  return [
    cell('list', `select string_agg(name, ' ' order by name collate "C") from storage.objects where ${inBucket}`, mine),
    cell('add to own', list(add(own)), isOwner ? `${own}/new.png` : REFUSED),
    cell('add to other', list(add(other)), REFUSED),
    cell('overwrite', list(`update storage.objects set version = 'next' where ${inBucket}`), mine),
    cell('move own', move(own, `${own}/logo.png`), isOwner ? `${own}/moved.png` : ''),
    cell('move own to other', move(other, `${own}/logo.png`), isOwner ? REFUSED : ''),
    cell('move other to own', move(own, `${other}/logo.png`), ''),
    cell(
      'move to another bucket',
      list(
        `update storage.objects set bucket_id = '${bucket === 'brand' ? 'creatives' : 'brand'}', name = name || '.2' where ${inBucket}`,
      ),
      isOwner ? REFUSED : '',
    ),
    cell('remove', list(`delete from storage.objects where ${inBucket}`), mine),
  ];
}

function ownSide(actor: ActorName): 'a' | 'b' {
  const [own] = labelsFor(actor);
  return own?.place.startsWith('b/') ? 'b' : 'a';
}

/** What a bucket lets through before any policy is asked. */
export function bucketProblems(found: Catalogue['buckets']): string[] {
  const ids = new Set([...Object.keys(buckets), ...found.map(({ id }) => id)]);
  return [...ids].flatMap((id) => {
    const expected = buckets[id];
    const bucket = found.find((one) => one.id === id);
    if (!expected) return [`bucket ${id} has no expectation`];
    if (!bucket) return [`bucket ${id} is expected and not there`];
    const isSame =
      bucket.isPublic === expected.isPublic && bucket.limit === expected.limit && bucket.types === expected.types;
    return isSame ? [] : [`bucket ${id} is ${JSON.stringify(bucket)}, expected ${JSON.stringify(expected)}`];
  });
}
