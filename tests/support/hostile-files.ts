import { deflateRawSync, deflateSync } from 'node:zlib';
import { PNG_SIGNATURE, png, pngChunk, pngHeader } from './png.ts';

/** A file that must not be taken, under the type its sender claims. */
export type Hostile = { readonly what: string; readonly kind: string; readonly mime: string; readonly bytes: Buffer };

const text = (value: string) => Buffer.from(value, 'latin1');
const join = (...parts: readonly (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? text(part) : part)));

const good = png(30, 20);
const end = pngChunk('IEND', Buffer.alloc(0));
const withoutEnd = good.subarray(0, good.length - end.length);
const SCRIPTS = [
  '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
  '<!DOCTYPE html><html><body onload="alert(1)">',
  '<script>alert(document.domain)</script>',
  '<html><iframe src="javascript:alert(1)"></iframe></html>',
  '<?php system($_GET["c"]); ?>',
  '#!/bin/sh\nrm -rf /\n',
  'GIF89a/*<svg onload=alert(1)>*/=1;alert(1)',
  'MZ\u0090\u0000this program',
  '\u007fELF\u0002\u0001',
];
const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Pages, drawings and programs under the name of a picture, a film, a document, an archive. */
function disguised(): Hostile[] {
  const kinds = [...IMAGES.map((mime) => ['banner', mime]), ['video', 'video/mp4'], ['document', 'application/pdf']];
  return SCRIPTS.flatMap((script, at) =>
    kinds.map(([kind = '', mime = '']) => ({ what: `script ${at} as ${mime}`, kind, mime, bytes: text(script) })),
  );
}

/** Whole pictures that are something else as well. */
function polyglots(): Hostile[] {
  const notes = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'prVt', 'heRe'];
  const behind = [...SCRIPTS.slice(0, 6), 'x', '\u0000'.repeat(9)];
  const of = (what: string, bytes: Buffer): Hostile => ({ what, kind: 'banner', mime: 'image/png', bytes });
  return [
    ...behind.map((script, at) => of(`PNG with something behind its end (${at})`, join(good, script))),
    ...notes.map((name) =>
      of(`PNG with a note ${name}`, png(30, 20, [pngChunk(name, text(`Comment\0${SCRIPTS[3]}`))])),
    ),
    of('PNG with a page as its profile', png(30, 20, [pngChunk('iCCP', text(`<html>${SCRIPTS[3]}`))])),
    of('PNG without an end', withoutEnd),
    of('PNG without a picture', join(PNG_SIGNATURE, pngHeader(30, 20), end)),
    of('PNG that stops in the middle', good.subarray(0, 45)),
  ];
}

/** Little files that open to a picture of thousands of millions of pixels. */
function floods(): Hostile[] {
  const data = pngChunk('IDAT', deflateSync(Buffer.alloc(100)));
  const sizes = [
    [100_000, 100_000],
    [65_535, 65_535],
    [16_385, 10],
    [10, 16_385],
    [8_000, 8_000],
    [0, 10],
    [2_147_483_647, 1],
  ];
  const pngs = sizes.map(([width = 0, height = 0]) => ({
    what: `PNG of ${width} × ${height}`,
    kind: 'banner',
    mime: 'image/png',
    bytes: join(PNG_SIGNATURE, pngHeader(width, height), data, end),
  }));
  const gif = Buffer.from([
    ...text('GIF89a'),
    0xff,
    0xff,
    0xff,
    0xff,
    0,
    0,
    0,
    0x2c,
    0,
    0,
    0,
    0,
    1,
    0,
    1,
    0,
    0,
    2,
    2,
    0x44,
    1,
    0,
    0x3b,
  ]);
  const webp = join(
    'RIFF',
    Buffer.from([22, 0, 0, 0]),
    'WEBPVP8L',
    Buffer.from([10, 0, 0, 0, 0x2f, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0, 0, 0]),
  );
  return [
    ...pngs,
    { what: 'GIF of 65,535 squared', kind: 'banner', mime: 'image/gif', bytes: gif },
    { what: 'WebP of 16,384 squared', kind: 'banner', mime: 'image/webp', bytes: webp },
  ];
}

function jpeg(...segments: readonly Buffer[]): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0x34, 0xff, 0, 0x56]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame, scan, Buffer.from([0xff, 0xd9])]);
}

function segment(marker: number, content: string): Buffer {
  const body = text(content);
  return Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff]), body]);
}

/** Pictures that say where and by whom they were taken, or hide a page in such a note. */
function tellers(): Hostile[] {
  const of = (what: string, bytes: Buffer): Hostile => ({ what, kind: 'banner', mime: 'image/jpeg', bytes });
  return [
    of('JPEG with a position', jpeg(segment(0xe1, 'Exif\0\0MM\0*\0\0\0\b\0\u0001\u0088\u0025\0\u0004\0\0\0\u0001'))),
    of('JPEG with XMP', jpeg(segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'))),
    of('JPEG with a comment', jpeg(segment(0xfe, SCRIPTS[3] ?? ''))),
    of('JPEG with Photoshop notes', jpeg(segment(0xed, 'Photoshop 3.0\0'))),
    of('JPEG with a page in its profile', jpeg(segment(0xe2, `ICC_PROFILE\0${SCRIPTS[2]}`))),
    of('JPEG with an archive behind it', join(jpeg(), 'PK\u0003\u0004')),
    of('JPEG without an end', jpeg().subarray(0, -2)),
  ];
}

type Entry = { readonly name: string; readonly packed: Buffer; readonly size: number; readonly flags?: number };

export function zip(entries: readonly Entry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, size, flags = 0 } of entries) {
    const field = (width: 2 | 4, value: number) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    };
    const facts = [
      field(2, 20),
      field(2, flags),
      field(2, 8),
      field(4, 0),
      field(4, 0),
      field(4, packed.length),
      field(4, size),
      field(2, name.length),
      field(2, 0),
    ];
    const local = join('PK\u0003\u0004', ...facts, name, packed);
    central.push(
      join(
        'PK\u0001\u0002',
        field(2, 20),
        ...facts,
        field(2, 0),
        field(2, 0),
        field(2, 0),
        field(4, 0),
        field(4, offset),
        name,
      ),
    );
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(central);
  const tail = Buffer.alloc(22);
  tail.write('PK\u0005\u0006', 'latin1');
  tail.writeUInt16LE(entries.length, 8);
  tail.writeUInt16LE(entries.length, 10);
  tail.writeUInt32LE(list.length, 12);
  tail.writeUInt32LE(offset, 16);
  tail.writeUInt16LE(comment.length, 20);
  return join(...locals, list, tail, comment);
}

const packed = (content: Buffer, name = 'index.html', flags = 0): Entry => ({
  name,
  packed: deflateRawSync(content),
  size: content.length,
  flags,
});

/** Archives that unpack to far too much, out of their folder, or to a program. */
function traps(): Hostile[] {
  const page = text('<!doctype html><p>a banner</p>');
  const of = (what: string, bytes: Buffer): Hostile => ({ what, kind: 'html', mime: 'application/zip', bytes });
  return [
    of('zip bomb', zip([packed(Buffer.alloc(30_000_000))])),
    of('zip that lies about its size', zip([{ ...packed(page), size: 4_000_000_000 }])),
    of('zip in a zip', zip([packed(zip([packed(page)]), 'inner.zip')])),
    of('zip with a program', zip([packed(page, 'run.exe')])),
    of('zip out of its folder', zip([packed(page, '../../etc/cron.d/x')])),
    of('zip with an absolute path', zip([packed(page, '/etc/passwd')])),
    of('zip that is locked', zip([packed(page, 'index.html', 1)])),
    of('zip behind a page', join('<html>', zip([packed(page)]))),
    of('zip with a comment', zip([packed(page)], 'comment')),
    of('zip of 3,000 files', zip(Array.from({ length: 3000 }, (_, at) => packed(text('x'), `${at}.txt`)))),
  ];
}

function acting(): Hostile[] {
  const pdf = (body: string) => text(`%PDF-1.7\n${body}\n%%EOF\n`);
  const of = (what: string, bytes: Buffer): Hostile => ({ what, kind: 'document', mime: 'application/pdf', bytes });
  return [
    of('PDF that runs a script', pdf('1 0 obj <</S /JavaScript /JS (app.alert(1))>> endobj')),
    of('PDF that hides the word', pdf('1 0 obj <</S /J#61vaScript>> endobj')),
    of('PDF that opens a program', pdf('1 0 obj <</S /Launch /F (cmd.exe)>> endobj')),
    of('PDF that acts when opened', pdf('1 0 obj <</OpenAction 2 0 R>> endobj')),
    of('PDF with a file in it', pdf('1 0 obj <</EmbeddedFiles 2 0 R>> endobj')),
    of('PDF behind a page', join('<html>', pdf('1 0 obj endobj'))),
    of('PDF without an end', text('%PDF-1.7\n1 0 obj endobj')),
    of('PDF with a page in it', pdf('<html><script>alert(1)</script>')),
  ];
}

/** More than a hundred, each made here. */
export const hostileFiles: readonly Hostile[] = [
  ...disguised(),
  ...polyglots(),
  ...floods(),
  ...tellers(),
  ...traps(),
  ...acting(),
];

/** What the same check takes: nobody is kept from working. */
export const honestFiles: readonly Hostile[] = [
  { what: 'PNG', kind: 'banner', mime: 'image/png', bytes: good },
  {
    what: 'PNG with colours and resolution',
    kind: 'banner',
    mime: 'image/png',
    bytes: png(30, 20, [pngChunk('gAMA', Buffer.alloc(4)), pngChunk('pHYs', Buffer.alloc(9))]),
  },
  {
    what: 'JPEG',
    kind: 'banner',
    mime: 'image/jpeg',
    bytes: jpeg(segment(0xe0, 'JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0')),
  },
  {
    what: 'zip',
    kind: 'html',
    mime: 'application/zip',
    bytes: zip([packed(text('<!doctype html><script>1</script>'))]),
  },
  {
    what: 'PDF',
    kind: 'document',
    mime: 'application/pdf',
    bytes: text('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\n%%EOF\n'),
  },
];
