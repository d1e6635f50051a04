import { type Figure, isMember, type PartnerFacts, type RuleCondition, type RuleGroup } from './rule-evaluator.ts';

/** Random numbers from 0 to 1 that a seed repeats (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

type Random = () => number;

const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

const COMPARISONS = ['<=', '>=', '='] as const;
const WINDOWS = [1, 2, 7, 28, 30, 90, 365, 1100] as const;

/** What conditions choose from: what partners have, and one word that none of them has. */
type Vocabulary = Record<'type' | 'country' | 'language' | 'tier' | 'status' | 'tags', string[]> & {
  partners: readonly PartnerFacts[];
};

function vocabularyOf(partners: readonly PartnerFacts[]): Vocabulary {
  const all = (of: (facts: PartnerFacts) => readonly (string | null)[]) => [
    ...new Set(partners.flatMap(of).filter((value) => value !== null)),
    `nobody's "word", it's '; drop table {x}`,
  ];
  return {
    type: all((facts) => [facts.type]),
    country: all((facts) => [facts.country]),
    language: all((facts) => [facts.language]),
    tier: all((facts) => [facts.tier]),
    status: all((facts) => [facts.status]),
    tags: all((facts) => facts.tags),
    partners,
  };
}

function some(random: Random, from: readonly string[]): string[] {
  const count = 1 + Math.floor(random() * Math.min(4, from.length));
  return [...new Set(Array.from({ length: count }, () => pick(random, from)))];
}

/** A figure that at least one partner has, or near it, so that conditions part the partners; zero often. */
function wantedFigure(random: Random, { partners }: Vocabulary, figure: Figure, days: number): number {
  if (random() < 0.35) return 0;
  const facts = pick(random, partners);
  const sum = facts.days.reduce((total, day) => (day.ago >= 0 && day.ago < days ? total + day[figure] : total), 0);
  return sum + pick(random, [-1, 0, 0, 0, 1]);
}

function randomCondition(random: Random, words: Vocabulary): RuleCondition {
  const field = pick(random, [
    'type',
    'country',
    'language',
    'tier',
    'status',
    'tags',
    'tenure',
    'conversions',
    'revenue',
    'earnings',
  ] as const);
  if (field === 'tags') {
    return { field, operator: pick(random, ['any', 'all', 'none'] as const), value: some(random, words.tags) };
  }
  if (field === 'tenure') {
    const value = Math.max(0, pick(random, words.partners).daysSinceJoining + pick(random, [-1, 0, 1]));
    return { field, operator: pick(random, COMPARISONS), value };
  }
  if (field === 'conversions' || field === 'revenue' || field === 'earnings') {
    const days = pick(random, WINDOWS);
    const number = wantedFigure(random, words, field, days);
    return { field, operator: pick(random, COMPARISONS), value: { number, days } };
  }
  return { field, operator: pick(random, ['in', 'not_in'] as const), value: some(random, words[field]) };
}

function randomGroup(random: Random, words: Vocabulary, depth: number): RuleGroup {
  const length = Math.floor(random() * 4);
  return {
    combinator: pick(random, ['and', 'or'] as const),
    ...(random() < 0.7 && { not: random() < 0.3 }),
    rules: Array.from({ length }, () =>
      depth < 4 && random() < 0.35 ? randomGroup(random, words, depth + 1) : randomCondition(random, words),
    ),
  };
}

const MOST_TRIES = 30;

/**
 * So many rules over these partners; the same seed and partners give the same rules. Three of four part them,
 * because a rule that holds for everybody or nobody shows little.
 */
export function randomRules(seed: number, count: number, partners: readonly PartnerFacts[]): RuleGroup[] {
  const random = seeded(seed);
  const words = vocabularyOf(partners);
  const parts = (rule: RuleGroup) => {
    const first = isMember(rule, pick(random, partners));
    return partners.some((facts) => isMember(rule, facts) !== first);
  };
  return Array.from({ length: count }, (_, at) => {
    let rule = randomGroup(random, words, 1);
    for (let tries = 0; at % 4 !== 0 && tries < MOST_TRIES && !parts(rule); tries += 1)
      rule = randomGroup(random, words, 1);
    return rule;
  });
}
