import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrationNames, migrationsDir } from '../../supabase/local/migrations.ts';
import { stack } from '../support/stack.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');

test('the health function says the version and the migrations of this clone', async () => {
  const response = await fetch(`${stack.functionsUrl}/health`);
  const { version } = JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8'));
  const migrations = migrationNames(migrationsDir(projectDir)).map((name) => name.split('_')[0]);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', version, migrations });
});

test('an unknown function is not found', async () => {
  const response = await fetch(`${stack.functionsUrl}/no-such-function`);
  expect(response.status).toBe(404);
});
