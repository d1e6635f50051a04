import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { png } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';
import { announce, callAs, check, put, storage } from './creative-storage.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
let world: World;
beforeAll(async () => {
  world = await buildWorld(sql);
});
afterAll(() => sql.end());

const picture = png(300, 250);

async function upload(name = 'Banner') {
  const manager = world.actors['s.manager'];
  const made = await announce(manager, world.a.slug, { bytes: picture.length, name });
  expect(await put(manager, made.path, picture)).toBe(200);
  return made;
}

/** What each way to one object answers: whether the bytes came, or a URL. */
async function ways(actor: World['actors']['nora'], path: string): Promise<string> {
  const read = await storage(actor, 'GET', `object/creatives/${path}`);
  await read.body?.cancel();
  const encoded = await storage(actor, 'GET', `object/creatives/${encodeURIComponent(path)}`);
  await encoded.body?.cancel();
  const signed = await storage(actor, 'POST', `object/sign/creatives/${path}`, { expiresIn: 60 });
  await signed.body?.cancel();
  const listed = await storage(actor, 'POST', 'object/list/creatives', { prefix: path.split('/', 1)[0], limit: 100 });
  const list: unknown[] = await listed.json();
  return `read ${read.ok} encoded ${encoded.ok} sign ${signed.ok} list ${Array.isArray(list) ? list.length : 'no'}`;
}
const NOTHING = 'read false encoded false sign false list 0';

test('a file is for nobody until it was checked, and then for whom its audience says', async () => {
  const { 's.manager': manager, nora, ended, second } = world.actors;
  const { file, path } = await upload();
  for (const actor of [manager, nora]) expect(await ways(actor, path)).toBe(NOTHING);
  expect(await check(nora, file)).toBe('404 no such file for you to check');
  expect(await check(second, file)).toBe('404 no such file for you to check');
  expect(await check(manager, file)).toBe('checked');
  expect(await check(manager, file)).toBe('checked');
  for (const actor of [manager, nora])
    expect(await ways(actor, path)).toMatch(/^read true encoded \w+ sign true list 0$/);
  for (const actor of [ended, second]) expect(await ways(actor, path)).toBe(NOTHING);
});

test('the moment it is withdrawn, its day has passed or its partner has left, it is gone everywhere', async () => {
  const { 's.manager': manager, 'p.member': member } = world.actors;
  const { creative, file, path } = await upload('Gone soon');
  await check(manager, file);
  const library = async () => JSON.stringify((await callAs(member, 'partner_creatives', placeOf())).body);
  const placeOf = () => ({ p_program: world.a.slug, p_code: world.partnerships['a/mira'].code });
  const changes: Record<string, [string, string]> = {
    withdrawn: ['withdrawn_at = now()', 'withdrawn_at = null'],
    'a day that passed': [`valid_until = now() - interval '1 second'`, 'valid_until = null'],
    'a day to come': [`valid_from = now() + interval '1 hour'`, 'valid_from = null'],
  };
  for (const [away, back] of Object.values(changes)) {
    await sql.unsafe(`update public.creatives set ${away} where id = '${creative}'`);
    expect(await ways(member, path)).toBe(NOTHING);
    expect(await library()).not.toContain(creative);
    await sql.unsafe(`update public.creatives set ${back} where id = '${creative}'`);
    expect(await ways(member, path)).toMatch(/^read true/);
    expect(await library()).toContain(creative);
  }
  await sql`update public.partner_members set removed_at = now() where user_id = ${member.user?.id ?? ''}`;
  expect(await ways(member, path)).toBe(NOTHING);
  expect((await callAs(member, 'partner_creatives', placeOf())).status).toBe(404);
});

test('only who announced a file puts it there, once, and nobody moves, copies, overwrites or removes it', async () => {
  const { 's.manager': manager, 's.owner': owner, 's.viewer': viewer, nora, second } = world.actors;
  const made = await announce(manager, world.a.slug, { bytes: picture.length });
  const elsewhere = made.path.replace(world.a.id, world.b.id);
  for (const actor of [owner, viewer, nora, second]) expect(await put(actor, made.path, picture)).toBe(400);
  expect(await put(manager, elsewhere, picture)).toBe(400);
  expect(await put(manager, `${made.path}/more`, picture)).toBe(400);
  expect(await put(manager, encodeURIComponent(made.path).toLowerCase(), picture)).toBe(400);
  expect(await put(manager, made.path, picture)).toBe(200);
  expect(await put(manager, made.path, picture)).toBe(400);
  expect(await check(manager, made.file)).toBe('checked');
  for (const actor of [manager, owner, nora]) {
    const next = made.path.replace(/.$/, '_');
    const move = { bucketId: 'creatives', sourceKey: made.path, destinationKey: next };
    const answers = [
      await storage(actor, 'PUT', `object/creatives/${made.path}`, picture),
      await storage(actor, 'POST', 'object/move', move),
      await storage(actor, 'POST', 'object/copy', move),
      await storage(actor, 'POST', `object/upload/sign/creatives/${made.path}`, {}),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false, false]);
    const removed = await storage(actor, 'DELETE', 'object/creatives', { prefixes: [made.path] });
    expect(await removed.json()).toEqual([]);
  }
  expect(await ways(manager, made.path)).toMatch(/^read true/);
});

test('what is called off leaves neither row nor object, and asking again is told so', async () => {
  const manager = world.actors['s.manager'];
  const { creative, file, path } = await upload('Called off');
  expect(await check(manager, file, true)).toBe('refused cancelled');
  expect(await check(manager, file)).toBe('404 no such file for you to check');
  expect(await sql`select 1 from public.creatives where id = ${creative}`).toHaveLength(0);
  expect(await sql`select 1 from storage.objects where name = ${path}`).toHaveLength(0);
});

test('files that never came are swept away by a later check', async () => {
  const manager = world.actors['s.manager'];
  const old = await upload('Forgotten');
  await sql`update public.creative_files set created_at = now() - interval '25 hours' where id = ${old.file}`;
  const next = await upload('Next');
  expect(await check(manager, next.file)).toBe('checked');
  expect(await sql`select 1 from public.creatives where id = ${old.creative}`).toHaveLength(0);
  expect(await sql`select 1 from storage.objects where name = ${old.path}`).toHaveLength(0);
});

test('a file that has not arrived yet is not judged', async () => {
  const manager = world.actors['s.manager'];
  const made = await announce(manager, world.a.slug, { bytes: picture.length });
  expect(await check(manager, made.file)).toBe('409 the file is not there yet');
});
