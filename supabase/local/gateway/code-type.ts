import type { IncomingMessage } from 'node:http';
import { Transform } from 'node:stream';

/**
 * Wire gap: the official client verifies an e-mailed code by `type: "email"`, whether it confirms an
 * address or signs in; the Auth server knows the code only as `magiclink`.
 */
export function renameCodeType(request: IncomingMessage): Transform | undefined {
  const isVerify = request.method === 'POST' && request.url?.split('?', 1)[0] === '/auth/v1/verify';
  return isVerify ? rewriteWhole(asMagicLink) : undefined;
}

export function asMagicLink(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    const isCode = typeof parsed === 'object' && parsed !== null && 'type' in parsed && parsed.type === 'email';
    return isCode ? JSON.stringify({ ...parsed, type: 'magiclink' }) : body;
  } catch {
    // Not JSON: the server says so in its own words.
    return body;
  }
}

/** Holds a small body until it is complete, then passes on what `rewrite` makes of it. */
function rewriteWhole(rewrite: (body: string) => string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush(done) {
      done(null, rewrite(Buffer.concat(chunks).toString('utf8')));
    },
  });
}
