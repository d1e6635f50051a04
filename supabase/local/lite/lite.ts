import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Child, startChild, waitForChild } from '../process/child.ts';
import { HOST } from '../settings.ts';
import { type LiteConfig, liteToml } from './config.ts';

export type LiteOptions = {
  projectDir: string;
  localDir: string;
  config: LiteConfig;
  /** Certificate of the local mailbox, which the server must trust to send mail. */
  mailCertificateFile: string;
};

/**
 * Starts Supabase Lite (Auth, REST and Storage). It keeps objects below its working directory, so it
 * gets one of its own. It reads the schema once per process: restart it after a migration.
 */
export function startLite(options: LiteOptions): Child {
  const workDir = path.join(options.localDir, 'lite');
  const configFile = path.join(workDir, 'supabase/config.toml');
  mkdirSync(path.dirname(configFile), { recursive: true, mode: 0o700 });
  writeFileSync(configFile, liteToml(options.config), { mode: 0o600 });
  const cli = path.join(options.projectDir, 'node_modules/@supabase/lite/dist/cli/index.js');
  return startChild({
    name: 'Supabase Lite',
    command: process.execPath,
    args: [cli, 'start', '--no-admin', '--config', configFile],
    cwd: workDir,
    env: {
      PATH: process.env.PATH,
      HOME: workDir,
      NODE_ENV: 'production',
      EXPERIMENTAL_STORAGE: '1',
      LITE_TELEMETRY: '0',
      DO_NOT_TRACK: '1',
      NODE_EXTRA_CA_CERTS: options.mailCertificateFile,
    },
    logFile: path.join(options.localDir, 'logs/lite.log'),
  });
}

export async function waitForLite(child: Child, port: number): Promise<void> {
  await waitForChild(child, () => answers(port));
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${HOST}:${port}/auth/v1/health`);
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    return false;
  }
}
