import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { asMagicLink } from './code-type.ts';
import { bridge } from './signed-urls.ts';
import { replaceFirst } from './upload-field.ts';

async function replaced(chunks: string[]): Promise<string> {
  const source = Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
  const result = await buffer(source.pipe(replaceFirst(Buffer.from('name=""'), Buffer.from('name="file"'))));
  return result.toString('utf8');
}

describe('the name of the upload field', () => {
  test.each([
    ['in one chunk', ['a; name=""; b'], 'a; name="file"; b'],
    ['across two chunks', ['a; nam', 'e=""; b'], 'a; name="file"; b'],
    ['byte by byte', [...'a; name=""; b'], 'a; name="file"; b'],
    ['only the first time', ['name="" ', 'name=""'], 'name="file" name=""'],
    ['nowhere', ['nothing ', 'here name="'], 'nothing here name="'],
    ['in nothing', [], ''],
  ])('is replaced %s', async (_label, chunks, expected) => {
    expect(await replaced(chunks)).toBe(expected);
  });
});

test('a signed URL is handed on as the official client reads it', () => {
  expect(bridge({ signedUrl: '/storage/v1/object/sign/a/b?token=t' })).toEqual({
    signedURL: '/object/sign/a/b?token=t',
  });
  expect(bridge([{ path: 'b', signedUrl: '/storage/v1/object/sign/a/b', error: null }])).toEqual([
    { path: 'b', signedURL: '/object/sign/a/b', error: null },
  ]);
  expect(bridge({ message: 'Object not found' })).toEqual({ message: 'Object not found' });
});

test.each([
  ['{"type":"email","token":"1"}', '{"type":"magiclink","token":"1"}'],
  ['{"type":"recovery","token":"1"}', '{"type":"recovery","token":"1"}'],
  ['not json', 'not json'],
])('the type of a code in %s becomes %s', (body, expected) => {
  expect(asMagicLink(body)).toBe(expected);
});
