import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('the beginning of a text', () => {
  it.each([
    ['plain words', 'Hello there', 'Hello there'],
    ['bold and code', 'pays **12 %** with `MIRA`', 'pays 12 % with MIRA'],
    ['a link', 'see [the guide](https://a.example/x) now', 'see the guide now'],
    ['a picture', '![a lantern](https://a.example/x.png) here', 'a lantern here'],
    ['headings and lists', '# New\n\n- one\n- two\n1. three', 'New one two three'],
    ['a quotation', '> quoted\nrest', 'quoted rest'],
    ['HTML', '<b onclick="x">bold</b> text', 'bold text'],
    ['a code block, even a cut one', 'before\n```\nlet x', 'before'],
    ['escaped signs', 'five \\* six', 'five * six'],
    ['underscores of a code', 'use MIRA_12', 'use MIRA_12'],
  ])('of %s', (_, markdown, expected) => {
    expect(excerptOf(markdown)).toBe(expected);
  });
});
