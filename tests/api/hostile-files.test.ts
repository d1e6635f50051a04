import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { honestFiles, hostileFiles } from '../support/hostile-files.ts';
import { png } from '../support/png.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';
import { announce, check, put } from './creative-storage.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
let world: World;
beforeAll(async () => {
  world = await buildWorld(sql);
});
afterAll(() => sql.end());

async function fate(file: (typeof hostileFiles)[number]): Promise<string> {
  const manager = world.actors['s.manager'];
  const made = await announce(manager, world.a.slug, { ...file, bytes: file.bytes.length });
  await put(manager, made.path, file.bytes, file.mime);
  return await check(manager, made.file);
}

test('of more than a hundred hostile files none is stored or shown', async () => {
  expect(hostileFiles.length).toBeGreaterThanOrEqual(100);
  const taken: string[] = [];
  for (const file of hostileFiles) {
    const said = await fate(file);
    if (!said.startsWith('refused ')) taken.push(`${file.what}: ${said}`);
  }
  expect(taken).toEqual([]);
  const [left] = await sql`
    select count(*)::int as objects, (select count(*)::int from public.creatives c where c.program_id = ${world.a.id} and c.name = 'Banner' and c.ready_at is not null) as ready
    from storage.objects o where o.bucket_id = 'creatives' and starts_with(o.name, ${world.a.id})`;
  expect(left).toEqual({ objects: 0, ready: 0 });
});

test('honest files of every kind are taken', async () => {
  for (const file of honestFiles) expect(`${file.what}: ${await fate(file)}`).toBe(`${file.what}: checked`);
});

test('more or less than was announced is refused', async () => {
  const manager = world.actors['s.manager'];
  const picture = png(40, 40);
  for (const bytes of [picture.length - 1, picture.length + 1]) {
    const made = await announce(manager, world.a.slug, { bytes });
    await put(manager, made.path, picture);
    expect(await check(manager, made.file)).toBe('refused wrong_size');
  }
});

test.each([
  ['../../../etc/passwd', 'passwd.png'],
  ['..\\..\\boot.ini', 'boot.png'],
  ['invoice\u202Egnp.exe', 'invoicegnp.png'],
  ['a\u0007\u001b[31m.svg', 'a[31m.png'],
  ['<img src=x onerror=alert(1)>.html', 'img src=x onerror=alert(1).png'],
  ['.htaccess', 'htaccess.png'],
  ['\u2066\u200b\u2069', 'file.png'],
  [`${'long'.repeat(100)}.png`, `${'long'.repeat(25)}.png`],
])('the name %j is shown as %j', async (fileName, expected) => {
  const made = await announce(world.actors['s.manager'], world.a.slug, {
    fileName,
    name: `n${fileName}`.slice(0, 100),
    bytes: 100,
  });
  const [row] = await sql`
    select f.file_name, c.name, f.path from public.creative_files f join public.creatives c on c.id = f.creative_id where f.id = ${made.file}`;
  expect(row?.file_name).toBe(expected);
  expect(row?.name).not.toMatch(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069]/u);
  expect(row?.path).toBe(`${world.a.id}/creatives/${made.creative}/${made.file}`);
});

test.each([
  ['image/svg+xml', 'banner'],
  ['text/html', 'html'],
  ['application/javascript', 'document'],
  ['image/png', 'document'],
  ['application/zip', 'banner'],
])('%s is not even announced as %s', async (mime, kind) => {
  await expect(announce(world.actors['s.manager'], world.a.slug, { mime, kind, bytes: 100 })).rejects.toThrow('422');
});
