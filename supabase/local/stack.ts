import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { requireSpace } from './disk.ts';
import { type Facts, writeFacts } from './facts.ts';
import { startFunctions } from './functions/functions.ts';
import { startGateway } from './gateway/gateway.ts';
import { startLite } from './lite/lite.ts';
import { takeLock } from './lock.ts';
import { makeCertificate } from './mail/certificate.ts';
import { type Mailbox, startMailbox } from './mail/mailbox.ts';
import { serveMailbox } from './mail/server.ts';
import { freePort, requirePortsFree } from './ports.ts';
import { startPortal } from './portal/portal.ts';
import { sweepOutside } from './postgres/data-folder.ts';
import { type Database, openDatabase } from './prepare.ts';
import type { Child } from './process/child.ts';
import { closeHttp } from './process/http.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { HOST, type Settings } from './settings.ts';
import { StackError } from './stack-error.ts';

export type StackOptions = {
  settings: Settings;
  portal: 'built' | 'hot' | 'none';
  progress: (message: string) => void;
  /** Other migrations than the project's, for tests. */
  migrations?: string;
  /** Settings of the database server beside the project's own, for benchmarks. */
  serverSettings?: Record<string, string>;
  /** Fills the data between the API and the portal: the demo, or nothing. */
  seed?: (facts: Facts) => Promise<Facts>;
};

export type Stack = {
  facts: Facts;
  stop: () => Promise<void>;
  /** Rejects when a part of the stack ends by itself. */
  broken: Promise<never>;
};

const MAIL_USER = 'mailbox';

/** Starts the whole stack in order; when a step fails, what was started is stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stops: (() => Promise<void>)[] = [];
  const children: Child[] = [];
  const keep = (child: Child) => {
    stops.push(() => child.stop());
    children.push(child);
    return child;
  };
  let isStopping = false;
  async function stop(): Promise<void> {
    isStopping = true;
    for (const undo of stops.splice(0).reverse()) await undo();
  }
  try {
    const facts = await startParts(options, stops, keep);
    const broken = Promise.race(
      children.map(async (child) => {
        await child.exited;
        if (isStopping) return await new Promise<never>(() => {});
        throw new StackError(`${child.name} ended by itself; the stack stops. Its last words:\n${child.logTail()}`);
      }),
    );
    broken.catch(() => {});
    return { facts, stop, broken };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function startParts(
  options: StackOptions,
  stops: (() => Promise<void>)[],
  keep: (child: Child) => Child,
): Promise<Facts> {
  const { settings, progress } = options;
  const { localDir, projectDir, ports } = settings;
  mkdirSync(path.join(localDir, 'logs'), { recursive: true });
  const unlock = takeLock(localDir);
  stops.push(async () => unlock());
  await requirePortsFree(ports);
  requireSpace(localDir);
  sweepOutside();
  const secrets = loadSecrets(localDir);
  const database = await openDatabase({ ...options, secrets });
  keep(database.child);

  const certificate = await makeCertificate(localDir);
  const mailbox = await startMailbox({ certificate, user: MAIL_USER, password: secrets.smtpPassword });
  stops.push(() => mailbox.stop());
  const lite = () => openLite(settings, secrets, database, mailbox, certificate.certFile);
  await database.prepare(async () => {
    progress('starting Auth, REST and Storage for the first time');
    const first = await lite();
    await first.child.stop();
  });
  progress('starting Auth, REST and Storage');
  const { child, port: litePort } = await lite();
  keep(child);

  const facts = factsOf(settings, secrets, database);
  progress('starting the edge functions');
  const functions = await startFunctions({
    projectDir,
    localDir,
    jwtSecret: secrets.jwtSecret,
    env: {
      SUPABASE_URL: facts.apiUrl,
      SUPABASE_ANON_KEY: secrets.publishableKey,
      SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
      SUPABASE_DB_URL: database.postgresUrl,
      MAIL_SMTP_URL: `smtps://${MAIL_USER}:${secrets.smtpPassword}@localhost:${mailbox.implicitTlsPort}`,
    },
  });
  keep(functions.child);
  const gateway = await startGateway({ port: ports.api, litePort: () => litePort, functionsPort: () => functions.port });
  stops.push(() => gateway.stop());
  const mailServer = await serveMailbox(mailbox, ports.mail);
  stops.push(() => closeHttp(mailServer));

  const seeded = options.seed ? await options.seed(facts) : facts;
  if (options.portal !== 'none') {
    const portal = await startPortal({ mode: options.portal, settings, facts: seeded, progress });
    stops.push(portal.stop);
  }
  writeFacts(seeded);
  return seeded;
}

async function openLite(
  settings: Settings,
  secrets: Secrets,
  database: Database,
  mailbox: Mailbox,
  mailCertificateFile: string,
): Promise<{ child: Child; port: number }> {
  const port = await freePort();
  const child = await startLite({
    projectDir: settings.projectDir,
    localDir: settings.localDir,
    mailCertificateFile,
    config: {
      port,
      databaseUrl: database.authenticatorUrl,
      siteUrl: `http://${HOST}:${settings.ports.portal}`,
      secrets,
      mail: { port: mailbox.startTlsPort, user: MAIL_USER, sender: 'portal@localhost.localdomain' },
    },
  });
  return { child, port };
}

function factsOf(settings: Settings, secrets: Secrets, database: Database): Facts {
  const url = (port: number) => `http://${HOST}:${port}`;
  return {
    apiUrl: url(settings.ports.api),
    dbUrl: database.superuserUrl,
    postgresUrl: database.postgresUrl,
    publishableKey: secrets.publishableKey,
    secretKey: secrets.secretKey,
    jwtSecret: secrets.jwtSecret,
    functionsUrl: `${url(settings.ports.api)}/functions/v1`,
    mailUrl: url(settings.ports.mail),
    portalUrl: url(settings.ports.portal),
    localDir: settings.localDir,
    demoPassword: secrets.demoPassword,
    demoBrandEmail: '',
    demoPartnerEmail: '',
    signIns: [],
  };
}
