// `npm run backup -- <folder>` and `npm run restore -- <folder>`; see docs/deploy.md.
import path from 'node:path';
import { causeOf } from '../../supabase/local/stack-error.ts';
import { putBack } from './put-back.ts';
import { serverOf } from './server.ts';
import { takeBackup } from './take.ts';

const projectDir = path.resolve(import.meta.dirname, '../..');
const [what, folder] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`· ${line}\n`);

if ((what !== 'backup' && what !== 'restore') || folder === undefined) {
  process.stderr.write('Name a folder: npm run backup -- <folder>, npm run restore -- <folder>\n');
  process.exit(2);
}
try {
  const server = serverOf(projectDir);
  if (what === 'backup') await takeBackup(server, path.resolve(folder), say);
  else await putBack(server, path.resolve(folder), say);
  say(what === 'backup' ? `kept in ${folder}` : `restored from ${folder}`);
} catch (thrown) {
  process.stderr.write(`${causeOf(thrown)}\n`);
  process.exit(1);
}
