import * as z from 'zod/mini';
import { partnershipStatusSchema, partnerTypeSchema } from '../programs/model.ts';
import { groupSchema } from './rule.ts';

export const LONGEST_NAME = 80;

const useSchema = z.object({
  kind: z.enum(['announcement', 'creative', 'promotion']),
  id: z.string(),
  label: z.string(),
});

const segmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  rule: groupSchema,
  revision: z.number(),
  updated_at: z.string(),
  /** Active partners in it; the paused ones read what it opens too. */
  active: z.number(),
  paused: z.number(),
  uses: z.array(useSchema),
});

export const segmentListSchema = z.object({ segments: z.array(segmentSchema) });
export const savedSegmentSchema = z.object({ segment: segmentSchema });
export const deletedSegmentSchema = z.object({});

/** A partner as they are shown where one is chosen or checked; its id is the partnership's. */
const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: partnerTypeSchema,
  country: z.string(),
  language: z.string(),
  code: z.string(),
  status: partnershipStatusSchema,
});

export const candidatesSchema = z.object({ rows: z.array(candidateSchema) });

export const audienceSizeSchema = z.object({
  active: z.number(),
  paused: z.number(),
  languages: z.array(z.object({ language: z.string(), partners: z.number() })),
  /** The first few by name. */
  sample: z.array(candidateSchema),
});

const choicesOf = z.array(z.object({ value: z.string(), partners: z.number() }));

/** What the program's partners have, for conditions to choose from. */
export const choicesSchema = z.object({ country: choicesOf, language: choicesOf, tier: choicesOf, tags: choicesOf });

const actualSchema = z.nullable(z.union([z.string(), z.number(), z.array(z.string())]));

/** A part of a rule as it stands for one partner; conditions say what the partner really has. */
export type Reason =
  | { readonly holds: boolean; readonly combinator: 'and' | 'or'; readonly not: boolean; readonly rules: Reason[] }
  | { readonly holds: boolean; readonly field: string; readonly actual: z.output<typeof actualSchema> };

const reasonSchema: z.ZodMiniType<Reason> = z.union([
  z.object({ holds: z.boolean(), field: z.string(), actual: actualSchema }),
  z.object({
    holds: z.boolean(),
    combinator: z.enum(['and', 'or']),
    not: z._default(z.boolean(), false),
    rules: z.array(z.lazy(() => reasonSchema)),
  }),
]);

export const explanationSchema = z.object({ holds: z.boolean(), partner: candidateSchema, tree: reasonSchema });

export type Segment = z.output<typeof segmentSchema>;
export type SegmentUse = z.output<typeof useSchema>;
export type Candidate = z.output<typeof candidateSchema>;
export type AudienceSizeAnswer = z.output<typeof audienceSizeSchema>;
export type Choices = z.output<typeof choicesSchema>;
