import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { freePort } from '../ports.ts';
import { HOST } from '../settings.ts';
import type { Certificate } from './certificate.ts';

export type Message = {
  id: number;
  receivedAt: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
};

export type Mailbox = {
  startTlsPort: number;
  implicitTlsPort: number;
  messages: () => readonly Message[];
  stop: () => Promise<void>;
};

export type MailboxOptions = { certificate: Certificate; user: string; password: string };

const KEPT = 500;

/** Real SMTP on this machine only: STARTTLS for the Auth server, implicit TLS for mail of our own. */
export async function startMailbox({ certificate, user, password }: MailboxOptions): Promise<Mailbox> {
  const messages: Message[] = [];
  let lastId = 0;

  async function receive(raw: Uint8Array, recipients: string[]): Promise<void> {
    const mail = await PostalMime.parse(raw);
    lastId += 1;
    messages.push({
      id: lastId,
      receivedAt: new Date().toISOString(),
      from: mail.from?.address ?? '',
      to: recipients,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html ?? '',
    });
    if (messages.length > KEPT) messages.shift();
  }

  const options: SMTPServerOptions = {
    key: certificate.key,
    cert: certificate.cert,
    logger: false,
    onAuth(auth, _session, done) {
      if (auth.username === user && auth.password === password) done(null, { user });
      else done(new Error('Wrong user or password for the local mailbox'));
    },
    onData(stream, session, done) {
      const chunks: Uint8Array[] = [];
      stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map((recipient) => recipient.address.toLowerCase());
        receive(Buffer.concat(chunks), recipients).then(() => done(), done);
      });
    },
  };
  const startTls = await listen(options);
  const implicitTls = await listen({ ...options, secure: true });

  return {
    startTlsPort: startTls.port,
    implicitTlsPort: implicitTls.port,
    messages: () => messages,
    stop: async () => {
      await Promise.all([close(startTls.server), close(implicitTls.server)]);
    },
  };
}

async function listen(options: SMTPServerOptions): Promise<{ server: SMTPServer; port: number }> {
  const server = new SMTPServer(options);
  // A client that hangs up in the middle of a handshake is its own affair.
  server.on('error', () => {});
  const port = await freePort();
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return { server, port };
}

function close(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
