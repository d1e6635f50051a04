import postgres, { type Sql } from 'postgres';
import { startTestStack } from '../../../supabase/local/test-stack.ts';
import { fillWorld } from './fill.ts';

/** Enough memory that sorts and indexes of the fill stay off the disk; nothing that changes what is measured. */
const serverSettings = {
  shared_buffers: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '1GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
};

/** A database on a stack of its own, empty until it is filled; `sql` is one session of the superuser. */
export type World = { partners: number; dbUrl: string; sql: Sql; fill: () => Promise<void>; stop: () => Promise<void> };

export type WorldOptions = {
  projectDir: string;
  localDir: string;
  partners: number;
  progress: (message: string) => void;
};

export async function startWorld({ projectDir, localDir, partners, progress }: WorldOptions): Promise<World> {
  const stack = await startTestStack({ projectDir, localDir, portal: 'none', progress: () => {}, serverSettings });
  const { dbUrl } = stack.facts;
  const sql = postgres(dbUrl, { max: 1, onnotice: () => {} });
  return {
    partners,
    dbUrl,
    sql,
    fill: async () => await fillWorld(dbUrl, partners, progress),
    stop: async () => {
      await sql.end({ timeout: 1 });
      await stack.stop();
    },
  };
}
