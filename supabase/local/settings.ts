import path from 'node:path';
import { StackError } from './stack-error.ts';

export type Ports = { portal: number; api: number; db: number; mail: number };

export type Settings = {
  projectDir: string;
  /** Everything that a running stack writes; survives restarts. */
  localDir: string;
  ports: Ports;
};

const projectDir = path.resolve(import.meta.dirname, '../..');

export const HOST = '127.0.0.1';

/** Reads the settings of `npm start` from the environment; the defaults are the documented ports. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    projectDir,
    localDir: path.resolve(projectDir, env.LOCAL_DIR || '.local'),
    ports: {
      portal: readPort(env, 'PORTAL_PORT', 5173),
      api: readPort(env, 'API_PORT', 54321),
      db: readPort(env, 'DB_PORT', 54322),
      mail: readPort(env, 'MAIL_PORT', 54324),
    },
  };
}

function readPort(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name];
  if (!text) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StackError(`${name} is "${text}": give a port number from 1 to 65535.`);
}
