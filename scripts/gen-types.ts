// `npm run gen-types`: migrates a new database and writes its types to src/data/database.types.ts.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { causeOf } from '../supabase/local/stack-error.ts';
import { startTestStack } from '../supabase/local/test-stack.ts';
import { generateTypes, TYPES_FILE } from './database-types.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const localDir = path.join(projectDir, `.local/types-${process.pid}`);

try {
  const stack = await startTestStack({ projectDir, localDir, portal: 'none', progress: () => {} });
  try {
    writeFileSync(
      path.join(projectDir, TYPES_FILE),
      await generateTypes(projectDir, localDir, stack.facts.postgresUrl),
    );
  } finally {
    await stack.stop();
  }
  process.stdout.write(`wrote ${TYPES_FILE}\n`);
} catch (thrown) {
  process.stderr.write(`${causeOf(thrown)}\n`);
  process.exitCode = 1;
}
