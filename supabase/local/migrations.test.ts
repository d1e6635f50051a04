import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashMigrations } from './migrations.ts';

test('the hash follows names and contents of migrations, and nothing else', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'partner-portal-hash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('1_a.sql', 'select 1;');
  const first = hashMigrations(folder);
  write('notes.txt', 'not a migration');
  expect(hashMigrations(folder)).toBe(first);
  write('1_a.sql', 'select 2;');
  expect(hashMigrations(folder)).not.toBe(first);
  write('1_a.sql', 'select 1;');
  write('2_b.sql', '');
  expect(hashMigrations(folder)).not.toBe(first);
});
