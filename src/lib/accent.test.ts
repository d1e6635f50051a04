import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Accent, accentFor } from './accent.ts';
import { contrast, parseHex } from './color.ts';

const ratio = (one: string, other: string): number =>
  contrast(parseHex(one) ?? [0, 0, 0], parseHex(other) ?? [0, 0, 0]);

function expectReadable(accent: Accent, grounds: readonly string[]): void {
  for (const ground of [...grounds, accent.soft]) expect(ratio(accent.accent, ground)).toBeGreaterThanOrEqual(4.5);
  expect(ratio(accent.onAccent, accent.accent)).toBeGreaterThanOrEqual(4.5);
}

describe('accentFor', () => {
  it('leaves a colour alone that is readable on light ground already', () => {
    expect(accentFor('#0b6e5a')?.light).toMatchObject({ accent: '#0b6e5a', onAccent: '#ffffff' });
  });

  it('makes every colour readable on both grounds', () => {
    const colors = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(colors, (color) => {
        const pair = accentFor(color);
        if (pair === null) throw new Error(`no accent for ${color}`);
        expectReadable(pair.light, ['#ffffff', '#f7f6f3']);
        expectReadable(pair.dark, ['#101214', '#181b1e']);
      }),
      { examples: [['#ffff00'], ['#ffffff'], ['#000000'], ['#0000ff'], ['#ff0000'], ['#808080']] },
    );
  });

  it('has no answer for what is no colour', () => {
    expect(accentFor('green')).toBeNull();
  });
});
