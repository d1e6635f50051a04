import type { Sql } from 'postgres';
import { addPartner, addPartnership, addProgram, freshSuffix } from '../../support/builders.ts';

export type VisitWorld = { readonly programId: string; readonly codes: readonly string[] };

/** A program whose partners have a link each. */
export async function makeVisitWorld(sql: Sql, partners: number): Promise<VisitWorld> {
  const suffix = freshSuffix();
  const program = await addProgram(sql, { slug: `visits-${suffix}` });
  const codes: string[] = [];
  for (let at = 0; at < partners; at += 1) {
    const code = `V${at}-${suffix}`.toUpperCase();
    await addPartnership(sql, program, await addPartner(sql, `Visited ${at}`), { code });
    codes.push(code.toLowerCase());
  }
  return { programId: program.id, codes };
}
