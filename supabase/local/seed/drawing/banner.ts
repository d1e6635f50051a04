import { Canvas, type Color, mix } from './canvas.ts';
import { eachDot, GLYPH_HEIGHT, textWidth } from './font.ts';

export type BannerLook = { readonly top: Color; readonly bottom: Color; readonly light: Color };
export type BannerWords = { readonly headline: string; readonly action: string };

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** On both sides of the smallest letters on a button, in pixels. */
const LEAST_MARGIN = 10;
const BRAND = 'LANTERN & CO';
const WHITE: Color = [255, 255, 255];

/** A banner of the demo's brand: a lit lantern, the offer, what to press. Any size, wide or tall. */
export function drawBanner(width: number, height: number, look: BannerLook, words: BannerWords): Buffer {
  const canvas = new Canvas(width, height);
  canvas.gradient(look.top, look.bottom);
  const isWide = width > height * 1.6;
  const unit = Math.min(width, height);
  const lantern = isWide
    ? { x: Math.round(unit * 0.55), y: Math.round(height / 2), size: unit * 0.36 }
    : { x: Math.round(width / 2), y: Math.round(height * 0.27), size: Math.min(unit * 0.34, height * 0.15) };
  drawLantern(canvas, lantern, look);
  const pad = Math.round(unit * 0.08);
  const text: Box = isWide
    ? {
        left: Math.round(unit * 1.15),
        top: pad,
        width: width - Math.round(unit * 1.15) - pad,
        height: height - 2 * pad,
      }
    : { left: pad, top: Math.round(height * 0.46), width: width - 2 * pad, height: Math.round(height * 0.5) };
  if (isWide) drawWide(canvas, text, look, words);
  else drawTall(canvas, text, look, words);
  return canvas.png();
}

function drawLantern(
  canvas: Canvas,
  { x, y, size }: { x: number; y: number; size: number },
  { light, bottom }: BannerLook,
): void {
  const frame = mix(bottom, [0, 0, 0], 0.55);
  const part = (left: number, top: number, width: number, height: number, color: Color) =>
    canvas.rectangle(
      Math.round(x + left * size),
      Math.round(y + top * size),
      Math.ceil(width * size),
      Math.ceil(height * size),
      color,
    );
  canvas.disc(x, y, size * 2.2, light, 0.5, 0);
  part(-0.62, -0.8, 1.24, 0.16, frame);
  part(-0.5, -0.64, 1, 1.3, mix(light, WHITE, 0.35));
  part(-0.5, -0.64, 0.1, 1.3, frame);
  part(0.4, -0.64, 0.1, 1.3, frame);
  part(-0.62, 0.62, 1.24, 0.18, frame);
  part(-0.16, -1.06, 0.32, 0.26, frame);
  canvas.disc(x, Math.round(y + size * 0.12), size * 0.3, light);
}

/** Beside the lantern: brand and headline above each other, the action at the end if there is room. */
function drawWide(canvas: Canvas, box: Box, look: BannerLook, { headline, action }: BannerWords): void {
  const hasRoom = box.width > box.height * 3.2;
  const button = hasRoom ? Math.max(Math.round(box.width * 0.28), textWidth(action) + LEAST_MARGIN) : 0;
  const words = { ...box, width: box.width - button - (hasRoom ? Math.round(box.height * 0.3) : 0) };
  const small = Math.round(box.height * 0.22);
  drawLine(canvas, { ...words, height: small }, BRAND, mix(look.light, WHITE, 0.4), false);
  drawLines(
    canvas,
    { ...words, top: box.top + small + Math.round(small * 0.5), height: box.height - Math.round(small * 1.5) },
    linesFor(headline, words.width / Math.max(box.height - small * 1.5, 1)),
  );
  if (hasRoom)
    drawButton(
      canvas,
      {
        left: box.left + box.width - button,
        top: box.top + Math.round(box.height * 0.3),
        width: button,
        height: Math.round(box.height * 0.4),
      },
      look,
      action,
    );
}

function drawTall(canvas: Canvas, box: Box, look: BannerLook, { headline, action }: BannerWords): void {
  const small = Math.round(box.height * 0.1);
  drawLine(canvas, { ...box, height: small }, BRAND, mix(look.light, WHITE, 0.4), true);
  const middle = { ...box, top: box.top + Math.round(small * 1.8), height: Math.round(box.height * 0.48) };
  drawLines(canvas, middle, linesFor(headline, middle.width / middle.height), true);
  const button = {
    left: box.left,
    top: box.top + Math.round(box.height * 0.74),
    width: box.width,
    height: Math.round(box.height * 0.2),
  };
  drawButton(canvas, button, look, action);
}

/** As many lines as fill a box of this shape best. */
function linesFor(text: string, shape: number): string[] {
  const words = text.split(' ');
  const choices = Array.from({ length: Math.min(words.length, 5) }, (_, at) => broken(words, at + 1));
  const fill = (lines: string[]) => {
    const width = Math.max(...lines.map(textWidth));
    return Math.min(shape / width, 1 / (lines.length * (GLYPH_HEIGHT + 3)));
  };
  return choices.reduce((best, lines) => (fill(lines) > fill(best) ? lines : best));
}

function broken(words: readonly string[], count: number): string[] {
  const most = Math.ceil(words.join(' ').length / count);
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && `${last} ${word}`.length > most && lines.length < count) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

function drawLines(canvas: Canvas, box: Box, lines: readonly string[], isCentered = false): void {
  const scale = Math.max(
    1,
    Math.floor(
      Math.min(box.width / Math.max(...lines.map(textWidth)), box.height / (lines.length * (GLYPH_HEIGHT + 3) - 3)),
    ),
  );
  const step = scale * (GLYPH_HEIGHT + 3);
  for (const [at, line] of lines.entries()) drawText(canvas, box, box.top + at * step, line, scale, WHITE, isCentered);
}

function drawLine(canvas: Canvas, box: Box, text: string, color: Color, isCentered: boolean): void {
  const scale = Math.max(1, Math.floor(Math.min(box.width / textWidth(text), box.height / GLYPH_HEIGHT)));
  drawText(canvas, box, box.top, text, scale, color, isCentered);
}

function drawText(
  canvas: Canvas,
  box: Box,
  top: number,
  text: string,
  scale: number,
  color: Color,
  isCentered: boolean,
): void {
  const left = box.left + (isCentered ? Math.round((box.width - textWidth(text) * scale) / 2) : 0);
  eachDot(text, (x, y) => canvas.rectangle(left + x * scale, top + y * scale, scale, scale, color));
}

function drawButton(canvas: Canvas, box: Box, look: BannerLook, text: string): void {
  canvas.rectangle(box.left, box.top, box.width, box.height, look.light);
  const inner = {
    left: box.left + Math.round(box.width * 0.1),
    width: Math.round(box.width * 0.8),
    top: box.top,
    height: box.height,
  };
  const scale = Math.max(1, Math.floor(Math.min(inner.width / textWidth(text), (box.height * 0.6) / GLYPH_HEIGHT)));
  const top = box.top + Math.round((box.height - scale * GLYPH_HEIGHT) / 2);
  drawText(canvas, inner, top, text, scale, mix(look.bottom, [0, 0, 0], 0.5), true);
}
