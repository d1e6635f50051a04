import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { runTool } from '../supabase/local/process/tool.ts';
import { causeOf, StackError } from '../supabase/local/stack-error.ts';

/** Flags for a browser in a machine without display and without a network. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium that runs here: CHROMIUM_PATH, one in PATH, Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (runs(asked)) return asked;
    throw new StackError(`CHROMIUM_PATH names ${asked}, which does not run. Correct it or leave it out.`);
  }
  return [...inPath(), chromium.executablePath()].find((file) => existsSync(file) && runs(file));
}

function inPath(): string[] {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  return ['chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
    folders.map((dir) => path.join(dir, name)),
  );
}

function runs(file: string): boolean {
  return spawnSync(file, ['--version'], { timeout: 30_000 }).status === 0;
}

/** Finds a Chromium or installs one: Debian's package as root, else Playwright's own download. */
export async function ensureChromium(projectDir: string, progress: (message: string) => void): Promise<string> {
  const present = findChromium();
  if (present) return present;
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  progress(isDebianRoot ? 'installing Chromium (Debian package)' : "installing Chromium (Playwright's own)");
  try {
    await (isDebianRoot ? installPackage(projectDir) : installPlaywrights(projectDir));
  } catch (thrown) {
    throw new StackError(
      `Chromium could not be installed: ${causeOf(thrown)}\nInstall one yourself and name it in CHROMIUM_PATH.`,
    );
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new StackError(
    'Chromium was installed but does not run; libraries of the system are missing. As root: npx playwright-core install-deps chromium, or apt-get install chromium.',
  );
}

async function installPackage(cwd: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runTool('/usr/bin/apt-get', ['update', '-q'], { cwd, env });
  await runTool('/usr/bin/apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { cwd, env });
}

async function installPlaywrights(cwd: string): Promise<void> {
  const cli = path.join(cwd, 'node_modules/playwright-core/cli.js');
  await runTool(process.execPath, [cli, 'install', 'chromium'], { cwd, env: process.env });
}
