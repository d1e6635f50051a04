import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { HOST, type Ports } from './settings.ts';
import { StackError } from './stack-error.ts';

const variableOf: Record<keyof Ports, string> = {
  portal: 'PORTAL_PORT',
  api: 'API_PORT',
  db: 'DB_PORT',
  mail: 'MAIL_PORT',
};

/** Binds a port for a moment. */
function tryPort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      server.close(() => resolve());
    });
  });
}

/** Below the range from which the system serves outgoing connections, so that nobody takes it before it is used. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
  throw new StackError('No free port was found between 20000 and 32000.');
}

async function isFree(port: number): Promise<boolean> {
  try {
    await tryPort(port);
    return true;
  } catch {
    return false;
  }
}

export async function freePorts(): Promise<Ports> {
  const [portal, api, db, mail] = await Promise.all([freePort(), freePort(), freePort(), freePort()]);
  return { portal, api, db, mail };
}

/** Refuses to start on a port that somebody else holds, naming the port and its variable. */
export async function requirePortsFree(ports: Ports): Promise<void> {
  const used = new Map<number, keyof Ports>();
  for (const name of ['portal', 'api', 'db', 'mail'] as const) {
    const port = ports[name];
    const other = used.get(port);
    if (other) {
      throw new StackError(`${variableOf[other]} and ${variableOf[name]} are both ${port}: give each its own port.`);
    }
    used.set(port, name);
    await requirePortFree(port, variableOf[name]);
  }
}

async function requirePortFree(port: number, variable: string): Promise<void> {
  try {
    await tryPort(port);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${code})`;
    throw new StackError(
      `Port ${port} (${variable}) ${reason}. Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
    );
  }
}
