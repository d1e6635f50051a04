import path from 'node:path';
import { functionNames } from '../../supabase/local/functions/functions.ts';
import { programStep, type Step } from './step.ts';

/** What can be said about the sources without running them. */
export function staticSteps(cwd: string): Step[] {
  const node = process.execPath;
  const bin = (file: string) => path.join(cwd, 'node_modules', file);
  return [
    programStep('types', () => ({ file: node, args: [bin('typescript/bin/tsc'), '--noEmit'], cwd })),
    programStep('types of the edge functions', () => ({ file: bin('.bin/deno'), args: denoCheck(cwd), cwd })),
    programStep('lint', () => ({ file: node, args: [bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off'], cwd })),
    programStep('messages', () => ({ file: node, args: ['scripts/check-i18n.ts'], cwd })),
    programStep('no text outside of the messages', () => ({
      file: node,
      args: [bin('i18next-cli/dist/esm/cli.js'), 'lint'],
      cwd,
    })),
    programStep('unused code', () => ({ file: node, args: [bin('knip/bin/knip.js'), '--no-progress'], cwd })),
  ];
}

function denoCheck(cwd: string): string[] {
  const entries = functionNames(cwd).map((name) => path.join('supabase/functions', name, 'index.ts'));
  return [
    'check',
    '--quiet',
    '--no-lock',
    '--node-modules-dir=manual',
    ...entries,
    'supabase/local/functions/router.deno.ts',
  ];
}
