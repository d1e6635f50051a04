import path from 'node:path';
import { readFacts } from '../../supabase/local/facts.ts';
import { StackError } from '../../supabase/local/stack-error.ts';
import type { Server } from './manifest.ts';

/** The server that the environment names; without a word the stack that runs here. */
export function serverOf(projectDir: string): Server {
  const { DATABASE_URL, API_URL, SECRET_KEY } = process.env;
  if (DATABASE_URL && API_URL && SECRET_KEY)
    return { databaseUrl: DATABASE_URL, apiUrl: API_URL, secretKey: SECRET_KEY };
  if (DATABASE_URL || API_URL || SECRET_KEY)
    throw new StackError(
      'DATABASE_URL, API_URL and SECRET_KEY belong together: set all three, or none for the local stack.',
    );
  const facts = readFacts(path.resolve(projectDir, process.env.LOCAL_DIR || '.local'));
  if (!facts)
    throw new StackError('No stack runs here. Start it, or name a server by DATABASE_URL, API_URL and SECRET_KEY.');
  return { databaseUrl: facts.postgresUrl, apiUrl: facts.apiUrl, secretKey: facts.secretKey };
}
