import { crc32, deflateSync } from 'node:zlib';

export type Color = readonly [red: number, green: number, blue: number];

/** A picture in memory, three bytes a pixel. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly #pixels: Buffer;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#pixels = Buffer.alloc(width * height * 3);
  }

  /** From one colour at the top to another at the bottom. */
  gradient(from: Color, to: Color): void {
    for (let y = 0; y < this.height; y += 1) {
      const share = y / Math.max(this.height - 1, 1);
      this.rectangle(0, y, this.width, 1, mix(from, to, share));
    }
  }

  rectangle(left: number, top: number, width: number, height: number, [red, green, blue]: Color): void {
    const [from, right] = [Math.max(left, 0), Math.min(left + width, this.width)];
    const [first, bottom] = [Math.max(top, 0), Math.min(top + height, this.height)];
    if (right <= from || bottom <= first) return;
    const stride = this.width * 3;
    const row = Buffer.alloc((right - from) * 3);
    for (let at = 0; at < row.length; at += 3) row.set([red, green, blue], at);
    for (let y = first; y < bottom; y += 1) row.copy(this.#pixels, y * stride + from * 3);
  }

  /** A disc that is as strong as `middle` in its middle and as `rim` at its rim: 1 and 1 is a plain one, 0 a glow's end. */
  disc(centerX: number, centerY: number, radius: number, color: Color, middle = 1, rim = 1): void {
    const size = Math.ceil(radius);
    const [left, right] = [Math.max(centerX - size, 0), Math.min(centerX + size, this.width)];
    for (let y = Math.max(centerY - size, 0); y < Math.min(centerY + size, this.height); y += 1)
      for (let x = left; x < right; x += 1) {
        const share = Math.sqrt((x - centerX) ** 2 + (y - centerY) ** 2) / radius;
        if (share <= 1) this.#mix((y * this.width + x) * 3, color, middle + (rim - middle) * share);
      }
  }

  /** In steps of four: nobody sees them, and the file is half as long. */
  #mix(at: number, color: Color, strength: number): void {
    for (let channel = 0; channel < 3; channel += 1) {
      const below = this.#pixels[at + channel] ?? 0;
      const value = below + ((color[channel] ?? 0) - below) * strength;
      this.#pixels[at + channel] = Math.min(Math.round(value / 4) * 4, 255);
    }
  }

  /** As a PNG; each row is written as its difference to the one above, which a calm picture packs well. */
  png(): Buffer {
    const stride = this.width * 3;
    const rows = Buffer.alloc((stride + 1) * this.height);
    for (let y = 0; y < this.height; y += 1) {
      rows[y * (stride + 1)] = 2;
      for (let x = 0; x < stride; x += 1) {
        const above = y === 0 ? 0 : (this.#pixels[(y - 1) * stride + x] ?? 0);
        rows[y * (stride + 1) + 1 + x] = ((this.#pixels[y * stride + x] ?? 0) - above) & 0xff;
      }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }
}

export function mix(from: Color, to: Color, share: number): Color {
  const between = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])];
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
