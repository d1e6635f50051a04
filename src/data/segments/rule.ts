import '../../config/zod.ts';
import * as z from 'zod/mini';

/** What the database compiles a rule from; it refuses everything else, however it got there. */
export const LIST_FIELDS = ['type', 'country', 'language', 'tier', 'status'] as const;
export const FIGURE_FIELDS = ['conversions', 'revenue', 'earnings'] as const;
export const RULE_FIELDS = [...LIST_FIELDS.slice(0, 4), 'tags', 'status', 'tenure', ...FIGURE_FIELDS] as const;
export const COMPARISONS = ['<=', '>=', '='] as const;
export const LIST_OPERATORS = ['in', 'not_in'] as const;
export const TAG_OPERATORS = ['any', 'all', 'none'] as const;
export const MOST_DAYS = 1100;
/** The database's own limit: groups in groups in groups. */
export const MOST_DEPTH = 8;

export type ListField = (typeof LIST_FIELDS)[number];
export type FigureField = (typeof FIGURE_FIELDS)[number];
export type Comparison = (typeof COMPARISONS)[number];

const textsSchema = z.array(z.string()).check(z.minLength(1), z.maxLength(300));

const listConditionSchema = z.object({
  field: z.enum(LIST_FIELDS),
  operator: z.enum(LIST_OPERATORS),
  value: textsSchema,
});
const tagsConditionSchema = z.object({
  field: z.literal('tags'),
  operator: z.enum(TAG_OPERATORS),
  value: textsSchema,
});
const tenureConditionSchema = z.object({
  field: z.literal('tenure'),
  operator: z.enum(COMPARISONS),
  value: z.int().check(z.gte(0), z.lte(100_000)),
});
const figureConditionSchema = z.object({
  field: z.enum(FIGURE_FIELDS),
  operator: z.enum(COMPARISONS),
  /** Amounts in minor units of the program's currency; the last `days` days, today included. */
  value: z.object({ number: z.int(), days: z.int().check(z.gte(1), z.lte(MOST_DAYS)) }),
});

/** A condition that is complete: one that could be asked for. */
export const conditionSchema = z.union([
  listConditionSchema,
  tagsConditionSchema,
  tenureConditionSchema,
  figureConditionSchema,
]);

export type Condition = z.output<typeof conditionSchema>;
export type FigureCondition = z.output<typeof figureConditionSchema>;
export type Group = {
  readonly combinator: 'and' | 'or';
  readonly not: boolean;
  readonly rules: readonly (Group | Condition)[];
};

/** A rule as it is kept: a group of conditions and groups. An empty group holds for everybody. */
export const groupSchema: z.ZodMiniType<Group> = z.object({
  combinator: z.enum(['and', 'or']),
  not: z._default(z.boolean(), false),
  rules: z.array(z.lazy(() => z.union([conditionSchema, groupSchema]))),
});

export const isGroup = (part: Group | Condition): part is Group => 'rules' in part;

export function isFigureField(field: string): field is FigureField {
  return FIGURE_FIELDS.some((known) => known === field);
}

export function isListField(field: string): field is ListField {
  return LIST_FIELDS.some((known) => known === field);
}

/** Whether a group somewhere below the rule is empty: it would hold for everybody, which nobody means. */
export function hasEmptyGroup(group: Group): boolean {
  return group.rules.some((part) => isGroup(part) && (part.rules.length === 0 || hasEmptyGroup(part)));
}

/** Whether both say the same, in the same order. */
export function isSameRule(one: Group, other: Group): boolean {
  return JSON.stringify(groupSchema.parse(one)) === JSON.stringify(groupSchema.parse(other));
}
