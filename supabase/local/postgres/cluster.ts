import { chownSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { type Child, startChild, waitForChild } from '../process/child.ts';
import { runTool } from '../process/tool.ts';
import { HOST } from '../settings.ts';
import { causeOf, StackError } from '../stack-error.ts';
import type { Binaries } from './binaries.ts';

/** The role that initdb makes; as on hosted Supabase it belongs to the platform, not to the product. */
export const SUPERUSER = 'supabase_admin';

export function isInitialised(folder: string): boolean {
  return existsSync(path.join(folder, 'data', 'PG_VERSION'));
}

/** Makes an empty cluster below `folder`, which belongs to the server's user. */
export async function initialise(binaries: Binaries, folder: string, password: string): Promise<void> {
  const { user } = binaries;
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const args = [
    `--pgdata=${path.join(folder, 'data')}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await runTool(binaries.initdb, args, { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' }, user });
  } catch (thrown) {
    throw new StackError(`The database folder ${folder} could not be made:\n${causeOf(thrown)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

export type ClusterOptions = {
  binaries: Binaries;
  folder: string;
  port: number;
  logFile: string;
  /** Server settings beside the project's own, for benchmarks. */
  extra?: Record<string, string>;
};

const serverSettings: Record<string, string> = {
  listen_addresses: HOST,
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // When, which session, who: the log of the superuser's statements is read by a test.
  log_line_prefix: '%m [%p] %u ',
  jit: 'off',
  random_page_cost: '1.1',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
};

export function startCluster(options: ClusterOptions): Child {
  const settings = Object.entries({ ...serverSettings, ...options.extra });
  return startChild({
    name: 'PostgreSQL',
    command: options.binaries.postgres,
    args: [
      '-D',
      path.join(options.folder, 'data'),
      '-p',
      String(options.port),
      ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
    logFile: options.logFile,
    // SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a checkpoint.
    stopSignal: 'SIGINT',
    ...(options.binaries.user && { user: options.binaries.user }),
  });
}

/** After a kill the server first replays its log, which may take a while. */
export async function waitForCluster(child: Child, superuserUrl: string): Promise<void> {
  await waitForChild(child, () => answers(superuserUrl), 180);
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, fetch_types: false, onnotice: () => {} });
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export function databaseUrl(role: string, password: string, port: number): string {
  return `postgresql://${role}:${encodeURIComponent(password)}@${HOST}:${port}/postgres`;
}
