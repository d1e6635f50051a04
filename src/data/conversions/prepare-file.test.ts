import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectFile } from './inspect-file.ts';
import { type FileFormat, type FileProblem, LIMITS, type Mapping } from './model.ts';
import { compareBytewise, errorsAlong, type Prepared, prepareFile } from './prepare-file.ts';
import { mappingFor } from './presets.ts';

const MONEY = { currency: 'GBP', exponent: 2 };
const HEAD = 'order_id,occurred_at,amount';
const utf8 = (text: string) => new TextEncoder().encode(text);
const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function prepare(
  bytes: Uint8Array<ArrayBuffer>,
  format: Partial<FileFormat> = {},
  changes: Partial<Mapping> = {},
) {
  const inspection = inspectFile(bytes, format);
  if (!inspection.ok) return { ok: false, problem: inspection.problem } satisfies Prepared;
  const mapping = { ...mappingFor(inspection.headers, inspection.samples, 'UTC'), ...changes };
  return prepareFile(bytes, { format: inspection.format, mapping, money: MONEY });
}

async function prepared(text: string) {
  const result = await prepare(utf8(text));
  if (!result.ok) throw new Error(result.problem.code);
  return result.file;
}

describe('a good file', () => {
  test('has its rows in order of time, then of id, and keeps their lines', async () => {
    const file = await prepared(`${HEAD}\nb,2025-01-02,1.00\nB,2025-01-02,1.00\nz,2025-01-01,1.00\n`);
    expect(file.rows.map(({ row, external_id, line }) => [row, external_id, line])).toEqual([
      [1, 'z', 4],
      [2, 'B', 3],
      [3, 'b', 2],
    ]);
  });

  test('is known by its bytes', async () => {
    const text = `${HEAD}\n1,2025-01-01,1.00\n`;
    const sha256 = createHash('sha256').update(text).digest('hex');
    expect(await prepared(text)).toMatchObject({ sha256, bytes: text.length });
  });

  test('keeps good lines beside malformed ones', async () => {
    const file = await prepared(`${HEAD}\n1,2025-01-01,1.00\n2,never,1.00\n3,2025-01-01,x\n`);
    expect(file.rowsTotal).toBe(1);
    expect(file.errors.map(({ line, code, column }) => [line, code, column])).toEqual([
      [3, 'bad_time', 'occurred_at'],
      [4, 'bad_amount', 'amount'],
    ]);
  });

  test('reads a western file with semicolons and decimal commas', async () => {
    const result = await prepare(western('order id;date;amount;customer\n1;01.02.2025;1.234,50;M\xfcller\n'));
    expect(result).toMatchObject({ ok: true, file: { rows: [{ amount_minor: 123450, customer_id: 'Müller' }] } });
  });
});

describe('a file that cannot be imported', () => {
  const good = utf8(`${HEAD}\n1,2025-01-01,1.00\n`);
  test.each<[string, () => ReturnType<typeof prepare>, FileProblem]>([
    [
      'too large',
      () => prepare(new Uint8Array(LIMITS.bytes + 1)),
      { code: 'too_large', detail: String(LIMITS.bytes + 1) },
    ],
    ['empty', () => prepare(new Uint8Array()), { code: 'empty', detail: '' }],
    ['only a header', () => prepare(utf8(`${HEAD}\n`)), { code: 'empty', detail: '' }],
    ['a spreadsheet', () => prepare(new Uint8Array([0x50, 0x4b, 3, 4])), { code: 'binary', detail: '' }],
    [
      'another encoding',
      () => prepare(western('order_id,occurred_at,amount\n\xfc,2025-01-01,1'), { encoding: 'utf-8' }),
      { code: 'wrong_encoding', detail: 'utf-8' },
    ],
    ['another separator', () => prepare(good, { separator: ';' }), { code: 'one_column', detail: HEAD }],
    [
      'a column missing',
      () => prepare(utf8('order_id,amount\n1,1.00\n')),
      { code: 'missing_columns', detail: 'occurred_at' },
    ],
    [
      'a mapped column missing',
      () => prepare(good, {}, { columns: { external_id: 'nr', occurred_at: 'occurred_at', amount: 'amount' } }),
      { code: 'missing_columns', detail: 'nr' },
    ],
    [
      'a column twice',
      () => prepare(utf8('id,amount,amount\n1,2,3\n')),
      { code: 'repeated_columns', detail: 'amount' },
    ],
    [
      'a quote left open',
      () => prepare(utf8(`${HEAD}\n1,2025-01-01,1.00\n2,"2025,1\n3,4,5\n`)),
      { code: 'unclosed_quote', detail: '3' },
    ],
    [
      'too many rows',
      () => prepare(utf8(`${HEAD}\n${'1,2025-01-01,1\n'.repeat(LIMITS.rows + 1)}`)),
      { code: 'too_many_rows', detail: String(LIMITS.rows) },
    ],
    [
      'hardly a good line',
      () => prepare(utf8(`${HEAD}\n${'1,never,1\n'.repeat(LIMITS.badLines + 1)}`)),
      { code: 'too_many_bad_lines', detail: String(LIMITS.badLines + 1) },
    ],
  ])(
    '%s',
    async (_, read, problem) => {
      expect(await read()).toEqual({ ok: false, problem });
    },
    60_000,
  );
});

test('ids are compared as the database does: by their bytes', () => {
  const ids = ['b', 'a', 'A', 'Z', '\u{1f600}', '\uffee', 'é', 'aa'];
  const byBytes = [...ids].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect([...ids].sort(compareBytewise)).toEqual(byBytes);
});

test('each malformed line goes along with exactly one chunk, however the rows are cut', () => {
  const errors = Array.from(
    { length: 37 },
    (_, at) => ({ line: at + 2, code: 'quotes', column: null, value: null }) as const,
  );
  const facts = { bytes: 1, sha256: '', rowsTotal: 11, errors };
  for (const size of [1, 2, 3, 5, 11, 20]) {
    const sent = [];
    for (let from = 1; from <= facts.rowsTotal; from += size) sent.push(...errorsAlong(facts, from, size));
    expect(sent).toEqual(errors);
  }
  expect(errorsAlong({ ...facts, rowsTotal: 0 }, 1, 1)).toEqual(errors);
});
