import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { OUTSIDE_DIR, type ServerUser } from './binaries.ts';

/**
 * The folder that holds the database: `<localDir>/postgres`. Below a folder that user postgres may
 * not enter (root's clone in a folder of mode 700) it is a link to a folder outside the clone.
 */
export function linkOf(localDir: string): string {
  return path.join(localDir, 'postgres');
}

/** The folder itself, made when it is not there: the server's user may not even be able to follow the link. */
export function makeDataFolder(localDir: string, user: ServerUser): string {
  const link = linkOf(localDir);
  if (!existsSync(link)) placeDataFolder(link, localDir, user);
  return realpathSync(link);
}

function placeDataFolder(link: string, localDir: string, user: ServerUser): void {
  if (!user || canEnter(localDir, user)) {
    mkdirSync(link, { mode: 0o700 });
    if (user) chownSync(link, user.uid, user.gid);
    return;
  }
  const outside = path.join(OUTSIDE_DIR, `data-${randomBytes(6).toString('hex')}`);
  mkdirSync(outside, { recursive: true, mode: 0o755 });
  writeFileSync(path.join(outside, 'belongs-to'), link);
  const folder = path.join(outside, 'postgres');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, user.uid, user.gid);
  symlinkSync(folder, link);
}

function canEnter(folder: string, user: NonNullable<ServerUser>): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$DIR"'], { ...user, cwd: '/', env: { DIR: folder } }).status === 0;
}

/** Deletes a data folder together with the place outside that its link names. */
export function removeDataFolder(link: string): void {
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isLink) rmSync(path.dirname(readlinkSync(link)), { recursive: true, force: true });
  rmSync(link, { recursive: true, force: true });
}

/** Deletes what lies outside for data folders that were deleted by hand; only root puts anything there. */
export function sweepOutside(): void {
  if (process.getuid?.() !== 0 || !existsSync(OUTSIDE_DIR)) return;
  for (const name of readdirSync(OUTSIDE_DIR)) {
    if (!name.startsWith('data-')) continue;
    const outside = path.join(OUTSIDE_DIR, name);
    const owner = ownerOf(outside);
    if (owner !== undefined && !isHeldBy(owner, outside)) rmSync(outside, { recursive: true, force: true });
  }
}

function ownerOf(outside: string): string | undefined {
  const file = path.join(outside, 'belongs-to');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** True while the link, or one moved aside beside it, still leads to the folder. */
function isHeldBy(link: string, outside: string): boolean {
  const localDir = path.dirname(link);
  if (!existsSync(localDir)) return false;
  const asides = readdirSync(localDir).filter((name) => name.startsWith('aside-'));
  const candidates = [link, ...asides.map((name) => path.join(localDir, name, 'postgres'))];
  return candidates.some((candidate) => {
    const isLink = lstatSync(candidate, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink === true && path.dirname(readlinkSync(candidate)) === outside;
  });
}
