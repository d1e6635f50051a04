import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';

export type Certificate = { key: string; cert: string; certFile: string };

/** A certificate for the local mailbox, made anew at every start: mail senders insist on a valid one. */
export async function makeCertificate(localDir: string): Promise<Certificate> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const certFile = path.join(localDir, 'mail-certificate.pem');
  writeFileSync(certFile, made.cert, { mode: 0o600 });
  return { key: made.private, cert: made.cert, certFile };
}
