import type { RuleGroupType, RuleType } from 'react-querybuilder';
import {
  conditionSchema,
  FIGURE_FIELDS,
  type Group,
  groupSchema,
  hasEmptyGroup,
  isGroup,
} from '../../../data/segments/rule.ts';

/** A rule as the builder holds it: the same tree, with ids, and conditions that may still be incomplete. */
export type DraftRule = RuleGroupType;

export function toDraft(group: Group): DraftRule {
  const rules = group.rules.map((part) => (isGroup(part) ? toDraft(part) : { id: crypto.randomUUID(), ...part }));
  return { id: crypto.randomUUID(), combinator: group.combinator, not: group.not, rules };
}

/** The rule that a draft says; null while a condition or a group is incomplete. */
export function readDraft(draft: DraftRule): Group | null {
  const read = groupSchema.safeParse(draft);
  return read.success && !hasEmptyGroup(read.data) ? read.data : null;
}

export function isComplete(condition: RuleType): boolean {
  return conditionSchema.safeParse(condition).success;
}

const DEFAULT_DAYS = 28;

/** What stands in a condition on this field when it is new. */
export function firstValue(field: string): unknown {
  if (field === 'tenure') return 30;
  if (FIGURE_FIELDS.some((known) => known === field)) return { number: 0, days: DEFAULT_DAYS };
  return [];
}

export function firstOperator(field: string): string {
  if (field === 'tags') return 'any';
  if (field === 'tenure') return '<=';
  return FIGURE_FIELDS.some((known) => known === field) ? '=' : 'in';
}

export function newCondition(): RuleType {
  return { id: crypto.randomUUID(), field: 'type', operator: firstOperator('type'), value: firstValue('type') };
}

export function newGroup(): DraftRule {
  return { id: crypto.randomUUID(), combinator: 'or', not: false, rules: [newCondition()] };
}
