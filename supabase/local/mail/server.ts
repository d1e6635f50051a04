import type { Server } from 'node:http';
import { listenHttp } from '../process/http.ts';
import type { Mailbox } from './mailbox.ts';
import { mailPage } from './page.ts';

/** The mailbox page, and the same as JSON: `/api/messages?to=someone@example.com`, oldest first. */
export async function serveMailbox(mailbox: Mailbox, port: number): Promise<Server> {
  return await listenHttp(port, (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/api/messages') {
      const to = url.searchParams.get('to')?.toLowerCase();
      const found = mailbox.messages().filter((message) => !to || message.to.includes(to));
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(found));
      return;
    }
    if (url.pathname !== '/') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    });
    response.end(mailPage(mailbox.messages()));
  });
}
