import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { createGzip } from 'node:zlib';
import { listenHttp } from '../process/http.ts';
import { headersFor, parseHeadersFile } from './headers-file.ts';

export type PortalOptions = { port: number; dist: string; apiUrl: string; publishableKey: string };

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Serves the built portal as a static host would: its header file, a page for every path, /config.json. */
export async function servePortal(options: PortalOptions): Promise<Server> {
  const { dist, apiUrl, publishableKey } = options;
  const headersFile = path.join(dist, '_headers');
  const rules = existsSync(headersFile) ? parseHeadersFile(readFileSync(headersFile, 'utf8'), apiUrl) : [];
  const config = JSON.stringify({ apiUrl, publishableKey });

  return await listenHttp(options.port, (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const pathname = new URL(request.url ?? '/', 'http://localhost').pathname;
    const headers = headersFor(rules, pathname);
    if (pathname === '/config.json') {
      response
        .writeHead(200, { 'cache-control': 'no-store', ...headers, 'content-type': 'application/json' })
        .end(config);
      return;
    }
    const file = fileFor(dist, pathname);
    if (!file) {
      response.writeHead(404, { ...headers, 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const isZipped = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    send(response, { file, headers, isZipped, isHead: request.method === 'HEAD' });
  });
}

/** A file of the build, else the app's page; a missing asset stays missing. */
function fileFor(dist: string, pathname: string): string | undefined {
  const page = path.join(dist, 'index.html');
  const wanted = path.normalize(path.join(dist, decode(pathname)));
  const isInside = wanted.startsWith(dist + path.sep) && !path.basename(wanted).startsWith('_');
  if (isInside && existsSync(wanted) && statSync(wanted).isFile()) return wanted;
  return path.extname(pathname) === '' ? page : undefined;
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replaceAll('\0', '');
  } catch {
    return pathname;
  }
}

type Sending = { file: string; headers: Record<string, string>; isZipped: boolean; isHead: boolean };

function send(response: ServerResponse, { file, headers, isZipped, isHead }: Sending): void {
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const isText = /text|javascript|json|svg/.test(type);
  const zip = isZipped && isText;
  response.writeHead(200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    ...headers,
    ...(isText && { vary: 'accept-encoding' }),
    ...(zip && { 'content-encoding': 'gzip' }),
  });
  if (isHead) {
    response.end();
    return;
  }
  const source = createReadStream(file);
  source.on('error', () => response.destroy());
  if (zip) source.pipe(createGzip()).pipe(response);
  else source.pipe(response);
}
