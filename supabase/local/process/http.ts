import { createServer, type RequestListener, type Server } from 'node:http';
import { HOST } from '../settings.ts';

export function listenHttp(port: number, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, HOST, () => resolve(server));
  });
}

export function closeHttp(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
