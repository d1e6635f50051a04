import './model.ts';
import * as z from 'zod/mini';
import { callPublicRpc } from '../public-rpc.ts';

const cardSchema = z.nullable(
  z.object({ slug: z.string(), name: z.string(), color: z.string(), logo_path: z.nullable(z.string()) }),
);

export type ProgramCard = NonNullable<z.output<typeof cardSchema>>;

/** Name and look of a program, for everybody; null when there is none of that name. */
export function fetchProgramCard(slug: string, signal?: AbortSignal): Promise<ProgramCard | null> {
  return callPublicRpc('program_card', { p_program: slug }, cardSchema, signal);
}
