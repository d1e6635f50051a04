import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';
import { type Child, startChild, waitForChild } from '../process/child.ts';
import { HOST } from '../settings.ts';
import { StackError } from '../stack-error.ts';

export type FunctionsOptions = {
  projectDir: string;
  localDir: string;
  port: number;
  jwtSecret: string;
  /** What a function finds in its environment, by hosted Supabase's names. */
  env: Record<string, string>;
};

const DenoJson = z.object({ imports: z.optional(z.record(z.string(), z.string())) });

/** Every folder of supabase/functions but those that begin with `_`. */
export function functionNames(projectDir: string): string[] {
  return readdirSync(path.join(projectDir, 'supabase/functions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map((entry) => entry.name)
    .sort();
}

/** Serves all functions from one Deno process. */
export function startFunctions(options: FunctionsOptions): Child {
  const { projectDir, localDir } = options;
  const names = functionNames(projectDir);
  return startChild({
    name: 'Deno (edge functions)',
    command: path.join(projectDir, 'node_modules/.bin/deno'),
    args: [
      'run',
      '--no-prompt',
      '--no-lock',
      '--quiet',
      '--node-modules-dir=manual',
      '--allow-net',
      '--allow-env',
      '--allow-sys',
      `--allow-read=${projectDir}`,
      `--config=${writeDenoJson(projectDir, localDir, names)}`,
      path.join(projectDir, 'supabase/local/functions/router.deno.ts'),
    ],
    cwd: projectDir,
    env: {
      PATH: process.env.PATH,
      HOME: localDir,
      DENO_DIR: path.join(localDir, 'deno'),
      DENO_NO_UPDATE_CHECK: '1',
      ...options.env,
      ROUTER_PORT: String(options.port),
      ROUTER_FUNCTIONS: JSON.stringify(names.map((name) => describe(projectDir, name))),
      ROUTER_JWT_SECRET: options.jwtSecret,
    },
    logFile: path.join(localDir, 'logs/functions.log'),
  });
}

export async function waitForFunctions(child: Child, port: number): Promise<void> {
  await waitForChild(child, () => answers(port));
}

function describe(projectDir: string, name: string) {
  return {
    name,
    entry: path.join(projectDir, 'supabase/functions', name, 'index.ts'),
    verifyJwt: verifiesJwt(readFileSync(path.join(projectDir, 'supabase/config.toml'), 'utf8'), name),
  };
}

/** As hosted: a function asks for a valid token unless config.toml says otherwise. */
export function verifiesJwt(configToml: string, name: string): boolean {
  const section = configToml.split(/^(?=\[)/m).find((part) => part.startsWith(`[functions.${name}]`));
  return !/^\s*verify_jwt\s*=\s*false\b/m.test(section ?? '');
}

/** One process has one import map: the functions' own, put together. */
function writeDenoJson(projectDir: string, localDir: string, names: string[]): string {
  const imports: Record<string, string> = {};
  for (const name of names) {
    const file = path.join(projectDir, 'supabase/functions', name, 'deno.json');
    if (!existsSync(file)) continue;
    for (const [bare, target] of Object.entries(DenoJson.parse(JSON.parse(readFileSync(file, 'utf8'))).imports ?? {})) {
      if (imports[bare] !== undefined && imports[bare] !== target) {
        throw new StackError(
          `Two functions map "${bare}" differently: ${imports[bare]} and ${target} (${file}). Use one version.`,
        );
      }
      imports[bare] = target;
    }
  }
  const folder = path.join(localDir, 'functions');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const merged = path.join(folder, 'deno.json');
  writeFileSync(merged, `${JSON.stringify({ imports }, null, 2)}\n`);
  return merged;
}

async function answers(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://${HOST}:${port}/`);
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
