import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';

export function isPreflight(request: IncomingMessage): boolean {
  return request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
}

/** Any origin may call, as on hosted Supabase: rights hang on the token, never on the origin. */
export function corsHeaders(request: IncomingMessage): OutgoingHttpHeaders {
  const asked = request.headers['access-control-request-headers'];
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS',
    'access-control-allow-headers': asked ?? 'authorization, apikey, content-type, x-client-info, prefer, range',
    'access-control-expose-headers':
      'content-range, content-length, content-disposition, x-sb-error-code, sb-error-code',
    'access-control-max-age': '7200',
  };
}

/** The services behind the gateway set CORS headers of their own; only one answer may stand. */
export function withoutCors(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith('access-control-') && name !== 'connection');
  return Object.fromEntries(kept);
}
