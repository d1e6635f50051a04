import { expect, test } from 'vitest';
import { hasJpegNotes, plainPng, webpTraits } from './metadata.ts';

const chunk = (name: string, length = 4) => [
  0,
  0,
  0,
  length,
  ...name.split('').map((sign) => sign.charCodeAt(0)),
  ...Array(length + 4).fill(7),
];
const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
const joined = (parts: Uint8Array[]) => parts.flatMap((part) => [...part]);

test('a PNG loses its notes and what stands behind its end, and nothing else', () => {
  const drawn = [...head, ...chunk('IHDR', 13), ...chunk('IDAT'), ...chunk('IEND', 0)];
  const noted = [
    ...head,
    ...chunk('IHDR', 13),
    ...chunk('eXIf'),
    ...chunk('tEXt'),
    ...chunk('IDAT'),
    ...chunk('iTXt'),
    ...chunk('IEND', 0),
    1,
    2,
  ];
  expect(joined(plainPng(new Uint8Array(noted)))).toEqual(drawn);
  expect(joined(plainPng(new Uint8Array(drawn)))).toEqual(drawn);
});

test('what is no whole PNG is left for the server to judge', () => {
  for (const broken of [
    [1, 2, 3],
    [...head, 0, 0, 0, 99, 73],
    [...head, ...chunk('IHDR', 13)],
  ])
    expect(joined(plainPng(new Uint8Array(broken)))).toEqual(broken);
});

test.each([
  ['JFIF and a profile', [0xff, 0xe0, 0, 3, 0, 0xff, 0xe2, 0, 3, 0, 0xff, 0xda, 0, 2], false],
  ['Exif', [0xff, 0xe0, 0, 3, 0, 0xff, 0xe1, 0, 3, 0, 0xff, 0xda, 0, 2], true],
  ['a comment', [0xff, 0xfe, 0, 3, 0, 0xff, 0xda, 0, 2], true],
  ['Exif-like bytes behind the scan', [0xff, 0xda, 0, 2, 0xff, 0xe1, 0, 3], false],
])('a JPEG with %s has notes: %s', (_, segments, expected) => {
  expect(hasJpegNotes(new Uint8Array([0xff, 0xd8, ...segments]))).toBe(expected);
});

test('a WebP says whether it moves and what it carries', () => {
  const webp = (flags: number) =>
    new Uint8Array([...'RIFF____WEBPVP8X____'].map((sign) => sign.charCodeAt(0)).concat(flags));
  expect(webpTraits(webp(0x02))).toEqual({ isAnimated: true, hasNotes: false });
  expect(webpTraits(webp(0x08))).toEqual({ isAnimated: false, hasNotes: true });
  expect(webpTraits(webp(0x10))).toEqual({ isAnimated: false, hasNotes: false });
});
