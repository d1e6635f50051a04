import { expect, test } from 'vitest';
import { headersFor, parseHeadersFile } from './headers-file.ts';

const file = `# made by the build
/*
  Content-Security-Policy: connect-src 'self' {API_ORIGIN}; img-src 'self'
  Cache-Control: no-cache
/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;

const rules = parseHeadersFile(file, 'http://127.0.0.1:54321/ignored');

test('every page gets the headers of the first block, with the origin of the API in place', () => {
  expect(headersFor(rules, '/p/lantern/mira/home')).toEqual({
    'content-security-policy': "connect-src 'self' http://127.0.0.1:54321; img-src 'self'",
    'cache-control': 'no-cache',
  });
});

test('a later block wins', () => {
  expect(headersFor(rules, '/assets/index-1a2b.js')['cache-control']).toBe('public, max-age=31536000, immutable');
});
