import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';
import type { CallRpc } from '../../../src/data/conversions/import-calls.ts';
import { groupSchema } from '../../../src/data/segments/rule.ts';
import type { DemoProgram } from './program.ts';

const Segments = z.array(z.object({ id: z.string(), name: z.string(), rule: groupSchema }));

/** Makes the demo's segments as a manager would; their ids are fixed, so that a second seed changes nothing. */
export async function seedSegments(call: CallRpc, program: DemoProgram, folder: string): Promise<void> {
  const segments = Segments.parse(JSON.parse(readFileSync(path.join(folder, 'segments.json'), 'utf8')));
  for (const { id, name, rule } of segments) {
    const args = { p_program: program.slug, p_id: id, p_name: name, p_rule: JSON.parse(JSON.stringify(rule)) };
    // The generated type knows no null for arguments; the function takes null for "new".
    const isNew = null as unknown as number;
    await call('save_segment', { ...args, p_revision: isNew }, z.unknown());
  }
}
