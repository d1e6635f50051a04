import { existsSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { applyMigrations, hashMigrations, migrationsDir } from './migrations.ts';
import { findBinaries } from './postgres/binaries.ts';
import { databaseUrl, initialise, isInitialised, SUPERUSER, startCluster, waitForCluster } from './postgres/cluster.ts';
import { linkOf, makeDataFolder, removeDataFolder } from './postgres/data-folder.ts';
import { bootstrapRoles, grantAuthUsage, grantToAuthenticator } from './postgres/roles.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Keeper } from './stack.ts';
import { causeOf, StackError } from './stack-error.ts';
import { readState, writeState } from './state.ts';

const BEGIN_ANEW = 'Begin anew with: npm start -- --fresh (the old data is moved aside, not deleted).';

export type DatabaseOptions = {
  settings: Settings;
  secrets: Secrets;
  progress: (message: string) => void;
  /** Other migrations than the project's, for tests. */
  migrations?: string;
  serverSettings?: Record<string, string>;
};

export type Database = {
  superuserUrl: string;
  postgresUrl: string;
  authenticatorUrl: string;
  /** Fills a new cluster; the Auth server must run once in between because it makes its schemas. */
  prepare: (startLiteOnce: () => Promise<void>) => Promise<void>;
};

/** Refuses data that this version of the project cannot go on with, before anything is started. */
export function checkData(localDir: string, migrations: string): void {
  const folder = linkOf(localDir);
  const state = readState(localDir);
  if (!state) {
    if (!existsSync(folder)) return;
    throw new StackError(
      `The data folder ${folder} is half-made: its first start did not come to its end. ${BEGIN_ANEW}`,
    );
  }
  if (!isInitialised(folder)) {
    throw new StackError(`The data folder ${folder} is incomplete: the database's files are missing. ${BEGIN_ANEW}`);
  }
  if (state.migrationsHash !== hashMigrations(migrations)) {
    throw new StackError(`The migrations in ${migrations} have changed since this data was made. ${BEGIN_ANEW}`);
  }
}

export async function openDatabase(options: DatabaseOptions, keeper: Keeper): Promise<Database> {
  const { settings, secrets, progress } = options;
  const migrations = options.migrations ?? migrationsDir(settings.projectDir);
  checkData(settings.localDir, migrations);
  const binaries = findBinaries();
  const superuserUrl = databaseUrl(SUPERUSER, secrets.superuserPassword, settings.ports.db);
  const postgresUrl = databaseUrl('postgres', secrets.postgresPassword, settings.ports.db);
  const isNew = readState(settings.localDir) === undefined;
  const folder = makeDataFolder(settings.localDir, binaries.user);
  keeper.onStop(() => {
    // A first start that did not come to its end leaves nothing worth keeping.
    if (readState(settings.localDir) === undefined) removeDataFolder(linkOf(settings.localDir));
  });
  if (isNew) {
    progress('making the database folder');
    await initialise(binaries, folder, secrets.superuserPassword);
  }
  progress('starting PostgreSQL');
  const child = startCluster({
    binaries,
    folder,
    port: settings.ports.db,
    logFile: path.join(settings.localDir, 'logs/postgres.log'),
    ...(options.serverSettings && { extra: options.serverSettings }),
  });
  try {
    await keeper.child(child, () => waitForCluster(child, superuserUrl));
  } catch (thrown) {
    throw new StackError(
      `The database in ${folder} does not start. ${causeOf(thrown)}\nIf its files are damaged: ${BEGIN_ANEW}`,
    );
  }

  async function prepare(startLiteOnce: () => Promise<void>): Promise<void> {
    if (!isNew) return;
    progress('making the roles');
    await withSql(superuserUrl, (sql) => bootstrapRoles(sql, secrets));
    await startLiteOnce();
    await withSql(postgresUrl, grantAuthUsage);
    progress('applying the migrations');
    await applyMigrations(
      { projectDir: settings.projectDir, localDir: settings.localDir, folder: migrations },
      postgresUrl,
    );
    await withSql(postgresUrl, grantToAuthenticator);
    writeState(settings.localDir, { migrationsHash: hashMigrations(migrations) });
  }

  const authenticatorUrl = databaseUrl('authenticator', secrets.authenticatorPassword, settings.ports.db);
  return { superuserUrl, postgresUrl, authenticatorUrl, prepare };
}

async function withSql(url: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
