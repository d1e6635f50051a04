import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool } from '../process/tool.ts';
import { causeOf, StackError } from '../stack-error.ts';

/** What a build is made from; a change in any of it makes the next start build again. */
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'scripts'];

/** Builds the portal into the stack's own folder, so that stacks run beside each other and beside `npm run build`. */
export async function buildPortal(
  projectDir: string,
  localDir: string,
  progress: (message: string) => void,
): Promise<string> {
  const dist = path.join(localDir, 'dist');
  const stampFile = path.join(localDir, 'dist.stamp');
  const stamp = stampOf(projectDir);
  if (existsSync(path.join(dist, 'index.html')) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return dist;
  progress('building the portal');
  const fresh = path.join(localDir, 'dist.new');
  const vite = path.join(projectDir, 'node_modules/vite/bin/vite.js');
  try {
    await runTool(
      process.execPath,
      [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--manifest', '--logLevel', 'warn'],
      {
        cwd: projectDir,
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
  } catch (thrown) {
    throw new StackError(`The portal could not be built:\n${causeOf(thrown)}`);
  }
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
  writeFileSync(stampFile, stamp);
  return dist;
}

function stampOf(projectDir: string): string {
  const hash = createHash('sha256');
  for (const name of sources) addTo(hash, path.join(projectDir, name));
  return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, at: string): void {
  if (!existsSync(at)) return;
  if (statSync(at).isDirectory()) {
    for (const name of readdirSync(at).sort()) addTo(hash, path.join(at, name));
    return;
  }
  hash.update(`${at}\0`);
  hash.update(readFileSync(at));
}
