import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { requireSpace } from './disk.ts';
import { type Facts, writeFacts } from './facts.ts';
import { startFunctions, waitForFunctions } from './functions/functions.ts';
import { startGateway } from './gateway/gateway.ts';
import { startLite, waitForLite } from './lite/lite.ts';
import { takeLock } from './lock.ts';
import { type Certificate, makeCertificate } from './mail/certificate.ts';
import { type Mailbox, startMailbox } from './mail/mailbox.ts';
import { serveMailbox } from './mail/server.ts';
import { startPortal } from './portal/portal.ts';
import { freePort, requirePortsFree } from './ports.ts';
import { sweepOutside } from './postgres/data-folder.ts';
import { type Database, openDatabase } from './prepare.ts';
import type { Child } from './process/child.ts';
import { closeHttp } from './process/http.ts';
import { keepAlive } from './process/keep-alive.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { HOST, type Settings } from './settings.ts';
import type { Keeper, StackOptions } from './stack.ts';

const MAIL_USER = 'mailbox';
const MAIL_SENDER = 'portal@localhost.localdomain';

/** Starts the parts in the order in which they need each other, handing each to the keeper. */
export async function startParts(options: StackOptions, keeper: Keeper): Promise<Facts> {
  const { settings, progress } = options;
  const { localDir, ports } = settings;
  mkdirSync(path.join(localDir, 'logs'), { recursive: true });
  keeper.onStop(takeLock(localDir));
  await requirePortsFree(ports);
  requireSpace(localDir);
  sweepOutside();
  const secrets = loadSecrets(localDir);
  const database = await openDatabase({ ...options, secrets }, keeper);

  const certificate = await makeCertificate(localDir);
  const mailbox = await startMailbox({ certificate, user: MAIL_USER, password: secrets.smtpPassword });
  keeper.onStop(mailbox.stop);
  const lite = () => openLite({ settings, secrets, database, mailbox, certFile: certificate.certFile }, keeper);
  await database.prepare(async () => {
    progress('starting Auth, REST and Storage for the first time');
    await (await lite()).child.stop();
  });
  progress('starting Auth, REST and Storage');
  const litePort = (await lite()).port;

  const facts = factsOf(settings, secrets, database);
  progress('starting the edge functions');
  const functionsPort = await openFunctions({ settings, secrets, database, mailbox, certificate, facts }, keeper);
  const gateway = await startGateway({ port: ports.api, litePort, functionsPort });
  keeper.onStop(gateway.stop);
  const mailServer = await serveMailbox(mailbox, ports.mail);
  keeper.onStop(() => closeHttp(mailServer));

  const seeded = options.seed ? await options.seed(facts) : facts;
  if (options.portal !== 'none') {
    const portal = await startPortal({ mode: options.portal, settings, facts: seeded, progress });
    keeper.onStop(portal.stop);
  }
  writeFacts(seeded);
  return seeded;
}

type Parts = { settings: Settings; secrets: Secrets; database: Database; mailbox: Mailbox };

async function openLite(parts: Parts & { certFile: string }, keeper: Keeper): Promise<{ child: Child; port: number }> {
  const { settings, secrets, database, mailbox } = parts;
  const port = await freePort();
  const child = startLite({
    projectDir: settings.projectDir,
    localDir: settings.localDir,
    mailCertificateFile: parts.certFile,
    config: {
      port,
      databaseUrl: database.authenticatorUrl,
      siteUrl: `http://${HOST}:${settings.ports.portal}`,
      secrets,
      mail: { port: mailbox.startTlsPort, user: MAIL_USER, sender: MAIL_SENDER },
    },
  });
  await keeper.child(child, () => waitForLite(child, port));
  return { child, port };
}

async function openFunctions(
  parts: Parts & { certificate: Certificate; facts: Facts },
  keeper: Keeper,
): Promise<number> {
  const { settings, secrets, database, mailbox, certificate, facts } = parts;
  const port = await freePort();
  const env = {
    SUPABASE_URL: facts.apiUrl,
    SUPABASE_ANON_KEY: secrets.publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: secrets.secretKey,
    SUPABASE_DB_URL: database.postgresUrl,
    SMTP_HOST: 'localhost',
    SMTP_PORT: String(mailbox.implicitTlsPort),
    SMTP_USER: MAIL_USER,
    SMTP_PASS: secrets.smtpPassword,
    SMTP_FROM: MAIL_SENDER,
    SMTP_CA: certificate.cert,
    PORTAL_URL: facts.portalUrl,
  };
  const { projectDir, localDir } = settings;
  const child = keepAlive(() => startFunctions({ projectDir, localDir, port, jwtSecret: secrets.jwtSecret, env }));
  await keeper.child(child, async () => {
    await waitForFunctions(child, port);
    child.keep();
  });
  return port;
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
