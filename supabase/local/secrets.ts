import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';
import { StackError } from './stack-error.ts';

const Secrets = z.object({
  superuserPassword: z.string(),
  postgresPassword: z.string(),
  authenticatorPassword: z.string(),
  jwtSecret: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  smtpPassword: z.string(),
  demoPassword: z.string(),
});

export type Secrets = z.infer<typeof Secrets>;

/** Reads the secrets of this data folder, or makes them at its first start (mode 600). */
export function loadSecrets(localDir: string): Secrets {
  const file = path.join(localDir, 'secrets.json');
  if (!existsSync(file)) {
    const made = makeSecrets();
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    return made;
  }
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StackError(`${file} is damaged. Begin anew with: npm start -- --fresh (the old data is moved aside).`);
  }
}

function makeSecrets(): Secrets {
  return {
    superuserPassword: random(),
    postgresPassword: random(),
    authenticatorPassword: random(),
    jwtSecret: randomBytes(48).toString('base64url'),
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    smtpPassword: random(),
    demoPassword: `demo-${randomBytes(9).toString('base64url')}`,
  };
}

function random(): string {
  return randomBytes(24).toString('base64url');
}

/** Signs a JWT (HS256) as the Auth server does; used for keys that must be JWTs and by the tests' actors. */
export function signJwt(claims: Record<string, unknown>, jwtSecret: string): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', jwtSecret).update(signed).digest('base64url')}`;
}
