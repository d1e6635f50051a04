import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashesOf, recordedHashes } from './csp-hashes.ts';
import { API_ORIGIN_PLACEHOLDER, headerFiles } from './header-files.ts';

const hashes = { scripts: ['sha256-aaa'], styles: ['sha256-bbb'] };

describe('the header files', () => {
  const files = headerFiles(hashes, 'https://api.example.com');

  it.each(Object.keys(files))('%s holds the whole policy, with the API as the only other origin', (name) => {
    const policy = /default-src[^"\n]*/.exec(files[name] ?? '')?.[0] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'sha256-aaa';");
    expect(policy).toContain("style-src 'self' 'sha256-bbb';");
    expect(policy).toContain("connect-src 'self' https://api.example.com;");
    expect(policy).toContain("img-src 'self' blob: https://api.example.com;");
    expect(policy).toContain('media-src blob: https://api.example.com;');
    expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
  });

  it('keeps files with a hash in their name for ever, and the page never', () => {
    expect(files._headers).toMatch(
      /^\/\*\n(?:.*\n)* {2}Cache-Control: no-cache\n\/assets\/\*\n {2}Cache-Control: public, max-age=\d+, immutable\n$/,
    );
  });

  it('leaves a place for the API until a deployment knows it', () => {
    expect(headerFiles(hashes, API_ORIGIN_PLACEHOLDER)._headers).toContain("connect-src 'self' {API_ORIGIN};");
  });
});

describe('the hashes', () => {
  it('recorded are those of the page as it stands', () => {
    const html = readFileSync(new URL('../index.html', import.meta.url), 'utf8');
    expect(hashesOf(html)).toEqual(recordedHashes());
  });

  it('change with the inline script', () => {
    expect(hashesOf('<script>one()</script>').scripts).not.toEqual(hashesOf('<script>two()</script>').scripts);
  });

  it('cannot allow inline styles or handlers', () => {
    expect(() => hashesOf('<style>a{}</style>')).toThrow(/inline style/);
    expect(() => hashesOf('<body onload="x()">')).toThrow(/event handler/);
  });
});
