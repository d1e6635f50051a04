import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';

const Facts = z.object({
  apiUrl: z.string(),
  /** As the superuser of the cluster. */
  dbUrl: z.string(),
  /** As plain `postgres`, the role that migrates. */
  postgresUrl: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  jwtSecret: z.string(),
  functionsUrl: z.string(),
  mailUrl: z.string(),
  portalUrl: z.string(),
  localDir: z.string(),
  demoPassword: z.string(),
  demoBrandEmail: z.string(),
  demoPartnerEmail: z.string(),
  signIns: z.array(z.object({ label: z.string(), email: z.string() })),
});

/** Where a running stack is reached, and with which keys. */
export type Facts = z.infer<typeof Facts>;

/** Present while the stack runs. */
export function factsFile(localDir: string): string {
  return path.join(localDir, 'facts.json');
}

export function writeFacts(facts: Facts): void {
  writeFileSync(factsFile(facts.localDir), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
}

export function readFacts(localDir: string): Facts | undefined {
  const file = factsFile(localDir);
  return existsSync(file) ? parseFacts(readFileSync(file, 'utf8')) : undefined;
}

export function parseFacts(json: string): Facts {
  return Facts.parse(JSON.parse(json));
}
