import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvRecord, detectSeparator, readCsv, type Separator, toCsv } from './csv.ts';

function read(text: string, separator: Separator = ','): CsvRecord[] {
  const records: CsvRecord[] = [];
  readCsv(text, separator, (record) => {
    records.push(record);
    return true;
  });
  return records;
}

const lines = (text: string) => read(text).map(({ line, cells }) => [line, ...cells]);

describe('readCsv', () => {
  test.each([
    [
      'unix line ends',
      'a,b\n1,2\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'windows line ends',
      'a,b\r\n1,2\r\n',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'old mac line ends',
      'a,b\r1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
        [3, '3', '4'],
      ],
    ],
    [
      'no line end at the end',
      'a,b\n1,2',
      [
        [1, 'a', 'b'],
        [2, '1', '2'],
      ],
    ],
    [
      'blank lines are left out and counted',
      '\na\n\n \n1\n',
      [
        [2, 'a'],
        [5, '1'],
      ],
    ],
    [
      'a quoted line end',
      'a,b\n"x\r\ny",2\n3,4',
      [
        [1, 'a', 'b'],
        [2, 'x\ny', '2'],
        [4, '3', '4'],
      ],
    ],
    ['a quoted quote and separator', '"a ""b"", c",d', [[1, 'a "b", c', 'd']]],
  ])('%s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test('says which record has misplaced quotes, and which was never closed', () => {
    expect(read('a,b\n"x"y,"2"\n"open,3\n4,5\n').map(({ line, quotes }) => [line, quotes])).toEqual([
      [1, 'ok'],
      [2, 'misplaced'],
      [3, 'unclosed'],
    ]);
  });

  test('stops when told to', () => {
    const seen: number[] = [];
    readCsv('a\nb\nc\n', ',', ({ line }) => {
      seen.push(line);
      return line < 2;
    });
    expect(seen).toEqual([1, 2]);
  });

  test('reads back what toCsv wrote, with every line number', () => {
    const cell = fc.string().map((text) => `x${text.replace(/\r/g, '')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const records = read(toCsv(['one', 'two'], rows));
        expect(records.slice(1).map(({ cells }) => cells)).toEqual(rows);
        const starts = rows.map((_, at) => 2 + rows.slice(0, at).join(',').split('\n').length - 1 + at);
        expect(records.slice(1).map(({ line }) => line)).toEqual(starts);
      }),
    );
  });
});

describe('detectSeparator', () => {
  test.each<[string, string, Separator]>([
    ['commas', 'a,b,c\n1,2,3', ','],
    ['semicolons with decimal commas', 'a;b;c\n1,5;2,5;3\n', ';'],
    ['tabs', 'a\tb\n1\t2', '\t'],
    ['pipes', 'a|b|c\n1|2|3', '|'],
    ['quoted separators do not count', '"a,b,c";d\n"1,2,3";4', ';'],
    ['one column', 'a\n1', ','],
    ['nothing', '', ','],
  ])('%s', (_, text, expected) => {
    expect(detectSeparator(text)).toBe(expected);
  });
});

describe('toCsv', () => {
  test.each([
    ['a formula', '=1+1', `"'=1+1"`],
    ['a formula that spans lines', '=1\n+1', `"'=1\n+1"`],
    ['an at sign', '@SUM(A1)', `"'@SUM(A1)"`],
    ['a plus', '+49 30', `"'+49 30"`],
    ['a minus before words', '-cmd', `"'-cmd"`],
    ['a negative amount stays a number', '-12.50', '-12.50'],
    ['a negative number', -3, '-3'],
    ['nothing', null, ''],
    ['a quote', 'say "hi"', '"say ""hi"""'],
  ])('%s', (_, cell, expected) => {
    expect(toCsv(['name'], [['x', cell]])).toBe(`name\r\nx,${expected}\r\n`);
  });
});
