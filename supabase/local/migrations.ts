import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runTool } from './process/tool.ts';
import { causeOf, StackError } from './stack-error.ts';

export function migrationsDir(projectDir: string): string {
  return path.join(projectDir, 'supabase/migrations');
}

/** A hash over names and contents of all migrations: until 1.0 they are edited in place. */
export function hashMigrations(folder: string): string {
  const hash = createHash('sha256');
  for (const name of migrationNames(folder)) {
    hash.update(`${name}\0`);
    hash.update(readFileSync(path.join(folder, name)));
    hash.update('\0');
  }
  return hash.digest('hex');
}

export function migrationNames(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

export type CliOptions = {
  projectDir: string;
  localDir: string;
  /** The migrations to apply; the project's own unless a test brings others. */
  folder?: string;
};

/** Runs the official `supabase` CLI in a work folder of its own, so that it leaves nothing in the clone. */
export async function supabaseCli(options: CliOptions, args: string[]): Promise<string> {
  const workDir = path.join(options.localDir, 'cli');
  rmSync(path.join(workDir, 'supabase'), { recursive: true, force: true });
  mkdirSync(path.join(workDir, 'supabase'), { recursive: true, mode: 0o700 });
  cpSync(path.join(options.projectDir, 'supabase/config.toml'), path.join(workDir, 'supabase/config.toml'));
  cpSync(options.folder ?? migrationsDir(options.projectDir), path.join(workDir, 'supabase/migrations'), {
    recursive: true,
  });
  const cli = path.join(options.projectDir, 'node_modules/supabase/dist/supabase.js');
  return await runTool(process.execPath, [cli, ...args, '--workdir', workDir, '--agent', 'no'], {
    cwd: workDir,
    env: {
      PATH: process.env.PATH,
      HOME: workDir,
      DO_NOT_TRACK: '1',
      SUPABASE_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    },
  });
}

/** Applies the migrations as plain `postgres`, the role they run as on hosted Supabase. */
export async function applyMigrations(options: CliOptions, postgresUrl: string): Promise<void> {
  try {
    await supabaseCli(options, ['migration', 'up', '--yes', `--remote=${postgresUrl}`]);
  } catch (thrown) {
    throw new StackError(`A migration failed:\n${causeOf(thrown)}`);
  }
}
