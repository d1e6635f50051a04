import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import type { Facts } from '../../supabase/local/facts.ts';
import { supabaseCli } from '../../supabase/local/migrations.ts';
import { causeOf } from '../../supabase/local/stack-error.ts';
import { committedTypes, generateTypes, TYPES_FILE } from '../database-types.ts';
import { checkStep, type Step } from './step.ts';

/** A table that everybody may read and no row security guards: the least that the advisors must find. */
const badFixture = 'tests/support/fixtures/bad-schema.sql';

export function databaseSteps(projectDir: string, facts: () => Facts): Step[] {
  return [
    checkStep('generated types', async () => {
      const generated = await generateTypes(projectDir, facts().localDir, facts().postgresUrl);
      if (generated === committedTypes(projectDir)) return [];
      return [`${TYPES_FILE} differs from the migrated database. Run: npm run gen-types`];
    }),
    checkStep('database advisors', async () => {
      const findings = await advise(projectDir, facts());
      return findings === undefined ? [] : [findings];
    }),
    checkStep('database advisors fire on a bad schema', async () => await firesOnFixture(projectDir, facts())),
  ];
}

/** What the official advisors find at level warn or above; undefined when they find nothing. */
async function advise(projectDir: string, facts: Facts): Promise<string | undefined> {
  const remote = `--remote=${facts.postgresUrl}?sslmode=disable`;
  try {
    await supabaseCli({ projectDir, localDir: facts.localDir }, [
      'db',
      'advisors',
      remote,
      '--level',
      'warn',
      '--fail-on',
      'warn',
    ]);
    return undefined;
  } catch (thrown) {
    return causeOf(thrown);
  }
}

async function firesOnFixture(projectDir: string, facts: Facts): Promise<string[]> {
  const sql = postgres(facts.postgresUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(readFileSync(path.join(projectDir, badFixture), 'utf8'));
    const findings = await advise(projectDir, facts);
    return findings?.includes('advisor_fixture')
      ? []
      : [`The advisors did not see the table of ${badFixture}: ${findings}`];
  } finally {
    await sql.unsafe('drop table if exists public.advisor_fixture');
    await sql.end();
  }
}
