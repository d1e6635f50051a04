import { describe, expect, it } from 'vitest';
import { fileNameOf } from './save-file.ts';

describe('fileNameOf', () => {
  it.each([
    ['plain parts', ['lantern', 'overview', '28 rows'], 'lantern_overview_28-rows.csv'],
    ['zones and dates', ['2026-10-26..2026-11-22', 'Europe/London'], '2026-10-26..2026-11-22_Europe-London.csv'],
    ['letters of all languages', ['Müller & Söhne', '빛나는 집'], 'Müller-Söhne_빛나는-집.csv'],
    ['what would leave the folder', ['../../etc', 'a:b*c?'], 'etc_a-b-c.csv'],
    ['nothing in a part', ['a', '', '  ', 'b'], 'a_b.csv'],
  ])('%s', (_, parts, name) => {
    expect(fileNameOf(parts, 'csv')).toBe(name);
  });
});
