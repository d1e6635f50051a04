import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/**
 * Wire gap: signing answers `signedUrl: "/storage/v1/object/sign/…"` where the official client reads
 * `signedURL: "/object/sign/…"` and puts the storage address before it.
 */
export function isSigning(request: IncomingMessage): boolean {
  const path = request.url?.split('?', 1)[0] ?? '';
  return request.method === 'POST' && path.startsWith('/storage/v1/object/sign/');
}

export function bridgeSignedUrls(
  answer: IncomingMessage,
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
): void {
  buffer(answer).then(
    (body) => {
      const bridged = JSON.stringify(bridge(JSON.parse(body.toString('utf8'))));
      response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(bridged) });
      response.end(bridged);
    },
    () => response.destroy(),
  );
}

/** One object of `sign/{bucket}/{path}`, or the list of `sign/{bucket}`. */
export function bridge(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(bridge);
  if (typeof body !== 'object' || body === null || !('signedUrl' in body)) return body;
  const { signedUrl, ...rest } = body;
  if (typeof signedUrl !== 'string') return body;
  return { ...rest, signedURL: signedUrl.replace(/^\/storage\/v1/, '') };
}
