/** Five dots wide, seven high: each sign of a word is one row, its five bits written to the base of 32. */
const GLYPHS: Readonly<Record<string, string>> = {
  A: 'ehhvhhh',
  B: 'uhhuhhu',
  C: 'ehggghe',
  D: 'uhhhhhu',
  E: 'vgguggv',
  F: 'vgguggg',
  G: 'ehgnhhe',
  H: 'hhhvhhh',
  I: 'e44444e',
  J: '72222ic',
  K: 'hikokih',
  L: 'ggggggv',
  M: 'hrllhhh',
  N: 'hhpljhh',
  O: 'ehhhhhe',
  P: 'uhhuggg',
  Q: 'ehhhlid',
  R: 'uhhukih',
  S: 'fgge11u',
  T: 'v444444',
  U: 'hhhhhhe',
  V: 'hhhhha4',
  W: 'hhhllla',
  X: 'hha4ahh',
  Y: 'hha4444',
  Z: 'v1248gv',
  Ä: 'a0ehvhh',
  Ö: 'a0ehhhe',
  Ü: 'a0hhhhe',
  0: 'ehjlphe',
  1: '4c4444e',
  2: 'eh1248v',
  3: 'v2421he',
  4: '26aiv22',
  5: 'vgu11he',
  6: '68guhhe',
  7: 'v124888',
  8: 'ehhehhe',
  9: 'ehhf12c',
  '%': 'op248j3',
  '-': '000v000',
  '.': '00000cc',
  ',': '0000cc8',
  '!': '4444404',
  '&': 'cik8lid',
  ':': '0cc0cc0',
};

export const GLYPH_HEIGHT = 7;
const ADVANCE = 6;

export function textWidth(text: string): number {
  return Math.max(text.length * ADVANCE - 1, 0);
}

/** Calls for each dot of a line of capitals; what the font does not know is a gap. */
export function eachDot(text: string, dot: (x: number, y: number) => void): void {
  [...text.toUpperCase()].forEach((sign, at) => {
    [...(GLYPHS[sign] ?? '')].forEach((row, y) => {
      const bits = Number.parseInt(row, 32);
      for (let x = 0; x < 5; x += 1) if ((bits >> (4 - x)) & 1) dot(at * ADVANCE + x, y);
    });
  });
}
