import { z } from 'zod/mini';

/** What a backup's folder holds, as its `manifest.json` says. */
export const Manifest = z.object({
  format: z.literal(1),
  takenAt: z.string(),
  /** Versions of the migrations that made the tables; a restore needs exactly these. */
  migrations: z.array(z.string()),
  /** The first and the last click, for whose months there must be partitions. */
  clicks: z.nullable(z.object({ from: z.string(), to: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number(), file: z.string() })),
  objects: z.array(z.object({ bucket: z.string(), path: z.string(), type: z.string(), file: z.string() })),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_FILE = 'manifest.json';

/** Where the server is, and the key that passes every policy. */
export type Server = { readonly databaseUrl: string; readonly apiUrl: string; readonly secretKey: string };
