import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';
import { StackError } from './stack-error.ts';

const SignIn = z.object({ label: z.string(), email: z.string() });

const Seeded = z.object({ brandEmail: z.string(), partnerEmail: z.string(), signIns: z.array(SignIn) });

export type Seeded = z.infer<typeof Seeded>;

const State = z.object({
  /** The migrations that the database was made by. */
  migrationsHash: z.string(),
  /** Present once the demo is complete; an interrupted seed goes on at the next start. */
  seeded: z.optional(Seeded),
});

export type State = z.infer<typeof State>;

function fileOf(localDir: string): string {
  return path.join(localDir, 'state.json');
}

/** Undefined until the database was made and migrated to its end. */
export function readState(localDir: string): State | undefined {
  const file = fileOf(localDir);
  if (!existsSync(file)) return undefined;
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StackError(`${file} is damaged. Begin anew with: npm start -- --fresh (the old data is moved aside).`);
  }
}

/** Written beside and renamed, so that a kill in the middle leaves the old or the new, never half. */
export function writeState(localDir: string, state: State): void {
  const beside = `${fileOf(localDir)}.new`;
  writeFileSync(beside, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, fileOf(localDir));
}
