import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { isDiskFull, requireSpace } from './disk.ts';

test('a disk without room is named with what is free and what is needed', () => {
  const needed = Number.MAX_SAFE_INTEGER;
  expect(() => requireSpace(tmpdir(), needed)).toThrow(`The disk of ${tmpdir()} is full`);
  expect(() => requireSpace(tmpdir(), needed)).toThrow(`${needed} MB are needed`);
  expect(() => requireSpace(tmpdir(), 0)).not.toThrow();
});

test.each([
  ["ENOSPC: no space left on device, write '/x'", true],
  ['PANIC:  could not write to file "pg_wal/xlogtemp.7": No space left on device', true],
  ['EDQUOT: disk quota exceeded', true],
  ['EACCES: permission denied', false],
])('%s means a full disk: %s', (message, expected) => {
  expect(isDiskFull(message)).toBe(expected);
});
