/**
 * What a segment's rule means, said a second time and in another language than the database's: nothing of the
 * portal or of the compiler is imported, so that both can only agree by being right.
 */

export type Figure = 'conversions' | 'revenue' | 'earnings';

export type RuleCondition =
  | { field: 'type' | 'country' | 'language' | 'tier' | 'status'; operator: 'in' | 'not_in'; value: string[] }
  | { field: 'tags'; operator: 'any' | 'all' | 'none'; value: string[] }
  | { field: 'tenure'; operator: '<=' | '>=' | '='; value: number }
  | { field: Figure; operator: '<=' | '>=' | '='; value: { number: number; days: number } };

export type RuleGroup = { combinator: 'and' | 'or'; not?: boolean; rules: (RuleGroup | RuleCondition)[] };

/** One partnership: attributes, and what happened so many days ago (0 is the program's today, below is to come). */
export type PartnerFacts = {
  id: string;
  status: string;
  type: string;
  country: string;
  language: string;
  tier: string | null;
  tags: string[];
  daysSinceJoining: number;
  days: { ago: number; conversions: number; revenue: number; earnings: number }[];
};

function compare(actual: number, operator: '<=' | '>=' | '=', wanted: number): boolean {
  if (operator === '<=') return actual <= wanted;
  return operator === '>=' ? actual >= wanted : actual === wanted;
}

function figureOf(facts: PartnerFacts, figure: Figure, days: number): number {
  return facts.days.reduce((sum, day) => (day.ago >= 0 && day.ago < days ? sum + day[figure] : sum), 0);
}

function conditionHolds(condition: RuleCondition, facts: PartnerFacts): boolean {
  switch (condition.field) {
    case 'tags': {
      const has = (tag: string) => facts.tags.includes(tag);
      if (condition.operator === 'all') return condition.value.every(has);
      return condition.value.some(has) === (condition.operator === 'any');
    }
    case 'tenure':
      return compare(facts.daysSinceJoining, condition.operator, condition.value);
    case 'conversions':
    case 'revenue':
    case 'earnings':
      return compare(
        figureOf(facts, condition.field, condition.value.days),
        condition.operator,
        condition.value.number,
      );
    default: {
      const actual = facts[condition.field];
      // Who has no tier is in none of them.
      const isIn = actual !== null && condition.value.includes(actual);
      return isIn === (condition.operator === 'in');
    }
  }
}

/** Whether the rule says so of the partner, whatever their status. */
export function ruleHolds(rule: RuleGroup | RuleCondition, facts: PartnerFacts): boolean {
  if ('field' in rule) return conditionHolds(rule, facts);
  const one = (part: RuleGroup | RuleCondition) => ruleHolds(part, facts);
  const holds = rule.combinator === 'and' ? rule.rules.every(one) : rule.rules.length === 0 || rule.rules.some(one);
  return rule.not === true ? !holds : holds;
}

/** Whether the partner is in the audience: the rule holds, and the partnership is open. */
export function isMember(rule: RuleGroup, facts: PartnerFacts): boolean {
  return (facts.status === 'active' || facts.status === 'paused') && ruleHolds(rule, facts);
}
