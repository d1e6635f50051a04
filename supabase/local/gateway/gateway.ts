import {
  Agent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { closeHttp, listenHttp } from '../process/http.ts';
import { HOST } from '../settings.ts';
import { renameCodeType } from './code-type.ts';
import { corsHeaders, isPreflight, withoutCors } from './cors.ts';
import { bridgeSignedUrls, isSigning } from './signed-urls.ts';
import { renameUploadField } from './upload-field.ts';

export type GatewayOptions = { port: number; litePort: number; functionsPort: number };

export type Gateway = { server: Server; stop: () => Promise<void> };

/** Longer than any statement may take: a server that died in the middle must not keep its callers waiting. */
const SILENCE_ALLOWED_MS = 20_000;

const liteRoutes = ['/auth/v1/', '/rest/v1/', '/storage/v1/'];

/** One address for Auth, REST, Storage and functions, as a hosted project has it. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  // A connection a request: one that is kept may be closed by its server just when the next request takes it.
  const agent = new Agent({ keepAlive: false });
  const server = await listenHttp(options.port, (request, response) => {
    if (isPreflight(request)) {
      response.writeHead(204, corsHeaders(request)).end();
      return;
    }
    const target = targetOf(request.url ?? '/', options);
    if (!target) {
      answerJson(request, response, 404, { message: `No service at ${request.url}` });
      return;
    }
    forward({ request, response, agent, ...target });
  });
  // A long export or upload may take its time.
  server.requestTimeout = 0;
  return {
    server,
    stop: async () => {
      await closeHttp(server);
      agent.destroy();
    },
  };
}

function targetOf(url: string, options: GatewayOptions): { port: number; path: string } | undefined {
  const withSlash = url.split('?', 1)[0]?.concat('/') ?? '/';
  if (liteRoutes.some((route) => withSlash.startsWith(route))) return { port: options.litePort, path: url };
  if (withSlash.startsWith('/functions/v1/')) {
    return { port: options.functionsPort, path: url.slice('/functions/v1'.length) || '/' };
  }
  return undefined;
}

type Forwarding = { request: IncomingMessage; response: ServerResponse; agent: Agent; port: number; path: string };

function forward({ request, response, agent, port, path }: Forwarding): void {
  const headers: IncomingHttpHeaders = {
    ...request.headers,
    host: `${HOST}:${port}`,
    'x-forwarded-host': request.headers.host,
  };
  // Bodies that are rewritten on the way back must not be compressed.
  if (isSigning(request)) delete headers['accept-encoding'];
  const bridged = renameUploadField(request) ?? renameCodeType(request);
  // Its length is another one now; without the header the body goes in chunks.
  if (bridged) delete headers['content-length'];
  const upstream = httpRequest({ host: HOST, port, path, method: request.method, headers, agent });
  upstream.setTimeout(SILENCE_ALLOWED_MS, () => upstream.destroy(new Error('silent for 20 s')));
  upstream.on('response', (answer) => {
    const ownHeaders = { ...withoutCors(answer.headers), ...corsHeaders(request) };
    if (isSigning(request) && answer.statusCode === 200) {
      bridgeSignedUrls(answer, response, ownHeaders);
      return;
    }
    response.writeHead(answer.statusCode ?? 502, ownHeaders);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else
      answerJson(request, response, 502, {
        message: `The local service behind ${request.url} does not answer: ${error.message}`,
      });
  });
  response.on('close', () => upstream.destroy());
  (bridged ? request.pipe(bridged) : request).pipe(upstream);
}

function answerJson(request: IncomingMessage, response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...corsHeaders(request), 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
