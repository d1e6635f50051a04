// `npm run -s env`: where the running stack is reached, as KEY=value lines. Plain JavaScript, so that it
// runs on any Node and answers at once.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const localDir = path.resolve(projectDir, process.env.LOCAL_DIR || '.local');
const file = path.join(localDir, 'facts.json');

function isRunning() {
  try {
    process.kill(Number(readFileSync(path.join(localDir, 'stack.pid'), 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

if (!existsSync(file) || !isRunning()) {
  process.stderr.write(`No stack runs on ${localDir}. Start it with: npm start\n`);
  process.exit(1);
}

const facts = JSON.parse(readFileSync(file, 'utf8'));
const lines = {
  API_URL: facts.apiUrl,
  DB_URL: facts.dbUrl,
  PUBLISHABLE_KEY: facts.publishableKey,
  SECRET_KEY: facts.secretKey,
  FUNCTIONS_URL: facts.functionsUrl,
  MAIL_URL: facts.mailUrl,
  PORTAL_URL: facts.portalUrl,
  DEMO_PARTNER_EMAIL: facts.demoPartnerEmail,
  DEMO_BRAND_EMAIL: facts.demoBrandEmail,
  DEMO_PASSWORD: facts.demoPassword,
};
for (const [key, value] of Object.entries(lines)) process.stdout.write(`${key}=${value}\n`);
