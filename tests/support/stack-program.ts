import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, parseFacts } from '../../supabase/local/facts.ts';
import { freePorts } from '../../supabase/local/ports.ts';
import { linkOf, removeDataFolder } from '../../supabase/local/postgres/data-folder.ts';
import type { Ports } from '../../supabase/local/settings.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

/** A folder with data, migrations and ports of its own, below a folder that only its owner may enter. */
export type Place = { localDir: string; migrations: string; ports: Ports; runs: Run[]; remove: () => Promise<void> };

export async function makePlace(): Promise<Place> {
  const root = mkdtempSync(path.join(tmpdir(), 'partner-portal-test-'));
  const place: Place = {
    localDir: path.join(root, 'local'),
    migrations: path.join(root, 'migrations'),
    ports: await freePorts(),
    runs: [],
    remove: async () => {
      for (const run of place.runs) run.child.kill('SIGKILL');
      await Promise.all(place.runs.map((run) => run.ended));
      await waitForRelease(place);
      removeDataFolder(linkOf(place.localDir));
      rmSync(root, { recursive: true, force: true });
    },
  };
  mkdirSync(place.migrations);
  writeMigration(place, 'create table public.notes (id int primary key);');
  return place;
}

export function writeMigration(place: Place, sql: string): void {
  writeFileSync(path.join(place.migrations, '20260101000000_notes.sql'), sql);
}

export type Run = {
  child: ChildProcess;
  /** Resolves when a line of its output matches; rejects when the program ends before. */
  says: (pattern: RegExp) => Promise<string>;
  ready: () => Promise<Facts>;
  ended: Promise<{ code: number | null; text: string }>;
};

/** Starts tests/start/run-stack.ts, or another program of the project, on this place. */
export function runOn(place: Place, args: string[] = [], program = 'tests/start/run-stack.ts'): Run {
  const { portal, api, db, mail } = place.ports;
  const child = spawn(process.execPath, [path.join(projectDir, program), ...args], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LOCAL_DIR: place.localDir,
      MIGRATIONS: place.migrations,
      PORTAL_PORT: String(portal),
      API_PORT: String(api),
      DB_PORT: String(db),
      MAIL_PORT: String(mail),
    },
  });
  let text = '';
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const watcher of watchers) watcher();
    });
  }
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, text }));
  });

  async function says(pattern: RegExp): Promise<string> {
    const found = new Promise<string>((resolve) => {
      const look = () => {
        const line = text.split('\n').find((candidate) => pattern.test(candidate));
        if (line === undefined) return;
        watchers.delete(look);
        resolve(line);
      };
      watchers.add(look);
      look();
    });
    const over = ended.then(({ code }): never => {
      throw new Error(`ended with ${code} before it said ${pattern}:\n${text}`);
    });
    return await Promise.race([found, over]);
  }

  const ready = async () => parseFacts((await says(/^ready \{.*\}$/)).slice('ready '.length));
  const run = { child, says, ready, ended };
  place.runs.push(run);
  return run;
}

/** Waits until PostgreSQL has let go of the folder, as it does a moment after its stack was killed; a full machine is slow. */
export async function waitForRelease(place: Place): Promise<void> {
  const pidFile = path.join(place.localDir, 'postgres/data/postmaster.pid');
  for (let tries = 0; tries < 1200 && isHeld(pidFile); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (isHeld(pidFile)) throw new Error(`PostgreSQL still runs on ${place.localDir}`);
}

function isHeld(pidFile: string): boolean {
  if (!existsSync(pidFile)) return false;
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 0);
    return true;
  } catch {
    return false;
  }
}
