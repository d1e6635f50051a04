import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { headersOf } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const world = await buildWorld(sql);

/** As the portal asks, but with a body written by hand: what `JSON.stringify` would never write. */
async function askFor(rule: string): Promise<number> {
  const response = await fetch(`${stack.apiUrl}/rest/v1/rpc/segment_size`, {
    method: 'POST',
    headers: { ...headersOf(world.actors['s.manager'], stack), 'content-type': 'application/json' },
    body: `{"p_program": "${world.a.slug}", "p_rule": ${rule}}`,
  });
  await response.body?.cancel();
  return response.status;
}

const open = '{"combinator": "and", "rules": [';
const nested = (depth: number) => `${open.repeat(depth)}${']}'.repeat(depth)}`;
const tags = (value: string) => `${open}{"field": "tags", "operator": "any", "value": [${value}]}]}`;

describe('over the API a rule is answered, never broken by', () => {
  test.each([
    ['a whole rule', `${open}]}`, [200]],
    ['a text', '"everybody"', [422]],
    ['a text that holds half a rule', String.raw`"{\"combinator\": "`, [422]],
    ['nine groups deep', nested(9), [422]],
    ['two thousand groups deep', nested(2000), [422]],
    ['a value with a NUL', tags(String.raw`"a\u0000b"`), [400, 422]],
    ['half of a character', tags(String.raw`"\ud800"`), [400, 422]],
    [
      'a number with a thousand digits',
      `${open}{"field": "tenure", "operator": "<=", "value": ${'9'.repeat(1000)}}]}`,
      [422],
    ],
    ['a megabyte of values', tags(Array.from({ length: 100_000 }, () => '"tag tag"').join(', ')), [413, 422]],
  ])('%s', async (_, rule, statuses) => {
    expect(statuses).toContain(await askFor(rule));
  });
});
