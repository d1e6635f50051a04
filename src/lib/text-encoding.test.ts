import { describe, expect, test } from 'vitest';
import { decodeText, detectEncoding, type Encoding, isBinary } from './text-encoding.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
};
/** "Zürich €" in windows-1252. */
const western = new Uint8Array([0x5a, 0xfc, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80]);

describe('detectEncoding and decodeText', () => {
  test.each<[string, Uint8Array, Encoding, string]>([
    ['plain letters', utf8('order'), 'utf-8', 'order'],
    ['letters beyond ASCII', utf8('Zürich 서울 €'), 'utf-8', 'Zürich 서울 €'],
    ['a mark as Excel writes it', utf8('\ufeffZürich'), 'utf-8-bom', 'Zürich'],
    ['UTF-16 with its mark', utf16('\ufeffZürich', true), 'utf-16le', 'Zürich'],
    ['big-endian UTF-16 with its mark', utf16('\ufeffZürich', false), 'utf-16be', 'Zürich'],
    ['UTF-16 without a mark', utf16('order_id,amount', true), 'utf-16le', 'order_id,amount'],
    ['big-endian UTF-16 without a mark', utf16('order_id,amount', false), 'utf-16be', 'order_id,amount'],
    ['a western one-byte file', western, 'windows-1252', 'Zürich €'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
  ])('%s', (_, bytes, encoding, text) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, encoding)).toBe(text);
  });

  test('refuses bytes that are not of the encoding', () => {
    expect(decodeText(western, 'utf-8')).toBeNull();
  });
});

describe('isBinary', () => {
  test.each<[string, Uint8Array, boolean]>([
    ['a spreadsheet file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), true],
    ['a PDF', utf8('%PDF-1.7'), true],
    ['NULs among letters', new Uint8Array([65, 66, 67, 68, 0, 65, 66, 67, 68, 69]), true],
    ['text', utf8('a,b'), false],
    ['UTF-16 text', utf16('a,b,c,d', true), false],
  ])('%s', (_, bytes, expected) => {
    expect(isBinary(bytes)).toBe(expected);
  });
});
