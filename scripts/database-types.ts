import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { supabaseCli } from '../supabase/local/migrations.ts';

export const TYPES_FILE = 'src/data/database.types.ts';

/** The types of the migrated database, as the official CLI writes them, formatted like every other file. */
export async function generateTypes(projectDir: string, localDir: string, postgresUrl: string): Promise<string> {
  const args = ['gen', 'types', 'typescript', '--schema', 'public', `--remote=${postgresUrl}?sslmode=disable`];
  const types = await supabaseCli({ projectDir, localDir }, args);
  const input = `// Generated from the migrated database by \`npm run gen-types\`. Do not edit.\n${types}`;
  const biome = path.join(projectDir, 'node_modules/@biomejs/biome/bin/biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${TYPES_FILE}`], {
    cwd: projectDir,
    input,
    encoding: 'utf8',
  });
}

/** What the project carries; undefined when nothing was generated yet. */
export function committedTypes(projectDir: string): string | undefined {
  const file = path.join(projectDir, TYPES_FILE);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
