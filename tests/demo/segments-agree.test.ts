import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { rolledBack } from '../support/actors.ts';
import { compareRules, readFacts } from '../support/segment-agreement.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

test('100 random segments over the demo: compiled SQL and the evaluator agree, member for member', () =>
  rolledBack(sql, async (tx) => {
    const [program] = await tx<{ id: string }[]>`select id from public.programs where slug = 'lantern'`;
    // What the demo's own segments are used by is not asked here.
    const partners = await readFacts(tx, program?.id ?? '', 'facts');
    expect(partners).toHaveLength(120);
    const found = await compareRules(tx, program?.id ?? '', partners, {
      seed: 20261122,
      count: 100,
      readers: partners,
    });
    expect(found.rules).toHaveLength(100);
    expect(found.parting, 'rules that part the partners').toBeGreaterThan(70);
    expect(found.disagreements).toEqual([]);
  }));
