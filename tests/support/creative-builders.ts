import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import type { Program, User } from './builders.ts';

export type Creative = { readonly id: string; readonly programId: string; readonly name: string };
export type CreativeFile = { readonly id: string; readonly path: string };

type CreativeOptions = {
  readonly name: string;
  readonly kind?: string;
  readonly body?: string;
  readonly segments?: readonly string[];
  readonly from?: Date;
  readonly until?: Date;
  readonly isReady?: boolean;
  readonly isWithdrawn?: boolean;
};

/** A creative for everyone, or for some segments; ready unless said otherwise. */
export async function addCreative(sql: ISql, program: Program, options: CreativeOptions): Promise<Creative> {
  const id = randomUUID();
  const { segments = [], isReady = true } = options;
  await sql`
    insert into public.creatives (id, program_id, name, kind, body, audience, segment_ids, valid_from, valid_until)
    values (${id}, ${program.id}, ${options.name}, ${options.kind ?? 'banner'}, ${options.body ?? ''},
      ${segments.length === 0 ? 'everyone' : 'segments'}, ${[...segments]}, ${options.from ?? null}, ${options.until ?? null})`;
  await sql`
    update public.creatives set ready_at = ${isReady ? new Date() : null}, withdrawn_at = ${options.isWithdrawn ? new Date() : null}
    where id = ${id}`;
  return { id, programId: program.id, name: options.name };
}

type FileOptions = {
  readonly state?: 'waiting' | 'checked' | 'refused';
  readonly role?: 'original' | 'thumbnail';
  readonly by?: User | null;
  readonly bytes?: number;
};

/** A file of a creative as the check would leave it; a waiting one is announced by `by`. */
export async function addCreativeFile(sql: ISql, creative: Creative, options: FileOptions = {}): Promise<CreativeFile> {
  const { state = 'checked', role = 'original', by = null, bytes = 67 } = options;
  const [file] = await sql<CreativeFile[]>`
    insert into public.creative_files (id, program_id, creative_id, role, file_name, mime_type, size_bytes, state, sha256, checked_at,
      width, height, created_by)
    values (${randomUUID()}, ${creative.programId}, ${creative.id}, ${role}, 'banner.png', 'image/png', ${bytes}, ${state},
      ${state === 'checked' ? '0'.repeat(64) : null}, ${state === 'checked' ? new Date() : null}, 300, 250, ${by?.id ?? null})
    returning id, path`;
  if (!file) throw new Error('The file was not made.');
  return file;
}
