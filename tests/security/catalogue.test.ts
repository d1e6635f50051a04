import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { accessChecks } from './catalogue-checks.ts';
import { factChecks } from './catalogue-checks-of-facts.ts';

// As the superuser, because a part of the catalogue's holes can only be made by the owner of storage.
const sql = postgres(stack.dbUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

describe.each([...accessChecks, ...factChecks])('$rule', ({ query, hole }) => {
  test('holds everywhere', async () => {
    const found = await sql.unsafe<{ name: string }[]>(query);
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  test('is noticed when it does not', async () => {
    await rolledBack(sql, async (tx) => {
      // Other tests stand on the same tables; a lock that does not come is an error and no hang.
      await tx.unsafe(`set local lock_timeout = '20s'`);
      await tx.unsafe(hole);
      expect((await tx.unsafe(query)).length).toBeGreaterThan(0);
    });
  });
});
