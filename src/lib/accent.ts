import { contrast, fromOklch, parseHex, toHex, toOklch } from './color.ts';

/** The accent as text and fill, the ink on it, and its soft tint: hex colours. */
export type Accent = { readonly accent: string; readonly onAccent: string; readonly soft: string };
export type AccentPair = { readonly light: Accent; readonly dark: Accent };

type Rgb = readonly [number, number, number];
type Ground = {
  readonly surfaces: readonly Rgb[];
  /** Lightness and the most chroma of the soft tint. */
  readonly soft: { readonly l: number; readonly c: number };
  readonly step: number;
};

/** Text must reach 4.5 : 1 (WCAG 2.2, 1.4.3); a little more keeps it there after rounding to hex. */
const ENOUGH = 4.6;
const hex = (text: string): Rgb => parseHex(text) ?? [0, 0, 0];

const LIGHT: Ground = { surfaces: [hex('#ffffff'), hex('#f7f6f3')], soft: { l: 0.945, c: 0.02 }, step: -0.01 };
const DARK: Ground = { surfaces: [hex('#101214'), hex('#181b1e')], soft: { l: 0.285, c: 0.04 }, step: 0.01 };

function onColor(accent: Rgb): Rgb {
  const { h } = toOklch(accent);
  const dark = fromOklch({ l: 0.24, c: 0.04, h });
  const white: Rgb = [1, 1, 1];
  return contrast(white, accent) >= ENOUGH ? white : dark;
}

function isReadable(accent: Rgb, soft: Rgb, ground: Ground): boolean {
  const backgrounds = [...ground.surfaces, soft];
  return backgrounds.every((back) => contrast(accent, back) >= ENOUGH) && contrast(onColor(accent), accent) >= ENOUGH;
}

function readable(start: ReturnType<typeof toOklch>, ground: Ground): Accent {
  let { l } = start;
  for (;;) {
    const accent = hex(toHex(fromOklch({ ...start, l })));
    const soft = hex(toHex(fromOklch({ l: ground.soft.l, c: Math.min(ground.soft.c, start.c / 4), h: start.h })));
    const isAtTheEnd = ground.step < 0 ? l <= 0.05 : l >= 0.97;
    if (isReadable(accent, soft, ground) || isAtTheEnd) {
      return { accent: toHex(accent), onAccent: toHex(onColor(accent)), soft: toHex(soft) };
    }
    l += ground.step;
  }
}

/**
 * The program's colour made readable: darkened on light ground and lightened on dark ground until
 * text, soft tint and the ink on a filled button all reach 4.5 : 1. Null for text that is no colour.
 */
export function accentFor(programColor: string): AccentPair | null {
  const rgb = parseHex(programColor);
  if (rgb === null) return null;
  const color = toOklch(rgb);
  const lifted = { ...color, l: Math.max(color.l, 0.74), c: Math.min(color.c * 1.25, 0.16) };
  return { light: readable(color, LIGHT), dark: readable(lifted, DARK) };
}
