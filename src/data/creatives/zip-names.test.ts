import { expect, test } from 'vitest';
import type { Asset } from './model.ts';
import { zipNames } from './zip-names.ts';

function asset(id: string, name: string, fileName = 'banner.png', size: [number, number] | null = [300, 250]): Asset {
  const [width, height] = size ?? [null, null];
  const original = { id, path: '', file_name: fileName, mime_type: 'image/png', size_bytes: 1, width, height };
  return {
    id,
    name,
    kind: 'banner',
    language: null,
    tags: [],
    body: '',
    at: '',
    is_new: false,
    last_day: null,
    url: null,
    original,
    thumbnail: null,
  };
}

const named = (...assets: Asset[]) => [...zipNames(assets).values()];

test('a name says what it is and how large', () => {
  expect(named(asset('1', 'Advent, hero'))).toEqual(['Advent, hero_300x250.png']);
  expect(named(asset('1', 'Guide', 'guide.pdf', null))).toEqual(['Guide.pdf']);
});

test('no two names are the same, capitals or not', () => {
  expect(named(asset('1', 'Hero'), asset('2', 'hero'), asset('3', 'Hero'))).toEqual([
    'Hero_300x250.png',
    'hero_300x250 (2).png',
    'Hero_300x250 (3).png',
  ]);
  expect(named(asset('1', 'manifest', 'x.csv', null))).toEqual(['manifest (2).csv']);
});

test.each([
  ['../../etc/passwd', 'etc passwd'],
  ['..\\..\\windows', 'windows'],
  ['evil\u202Egnp.exe', 'evil gnp.exe'],
  ['a\u0000b\nc', 'a b c'],
  ['CON', '_CON'],
  [' . ', 'file'],
  ['<script>alert(1)</script>', 'script alert(1) script'],
  ['größe 大きさ', 'größe 大きさ'],
])('%j becomes %j', (name, expected) => {
  expect(named(asset('1', name, 'x.png', null))).toEqual([`${expected}.png`]);
});
