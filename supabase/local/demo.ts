import type { Facts } from './facts.ts';
import { StackError } from './stack-error.ts';
import { readState, writeState } from './state.ts';

/**
 * Fills the demo once per data folder. The mark that it is complete is set at its end, so that a seed
 * which was interrupted goes on at the next start.
 */
export async function seedDemo(facts: Facts, progress: (message: string) => void): Promise<Facts> {
  const state = readState(facts.localDir);
  if (!state) throw new StackError(`The database in ${facts.localDir} is not prepared: there is nothing to seed.`);
  requireLocal(facts);
  let seeded = state.seeded;
  if (!seeded) {
    progress('filling the demo');
    // Loaded only here: most starts find the demo already there.
    const { seed } = await import('./seed.ts');
    seeded = await seed({
      apiUrl: facts.apiUrl,
      publishableKey: facts.publishableKey,
      secretKey: facts.secretKey,
      postgresUrl: facts.postgresUrl,
      jwtSecret: facts.jwtSecret,
      localDir: facts.localDir,
      demoPassword: facts.demoPassword,
      progress,
    });
    writeState(facts.localDir, { ...state, seeded });
  }
  return {
    ...facts,
    demoBrandEmail: seeded.brandEmail,
    demoPartnerEmail: seeded.partnerEmail,
    signIns: seeded.signIns,
  };
}

/** The demo must never reach a database that is not on this machine. */
function requireLocal(facts: Facts): void {
  for (const url of [facts.apiUrl, facts.postgresUrl]) {
    const { hostname } = new URL(url);
    if (hostname !== '127.0.0.1')
      throw new StackError(`The demo is for this machine only; ${hostname} is not 127.0.0.1.`);
  }
}
