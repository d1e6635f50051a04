import { createParser, parseAsStringLiteral, useQueryState } from 'nuqs';
import { DEFAULT_RANGE, parseRangeChoice, type RangeChoice, rangeChoiceText } from '../lib/ranges.ts';

const rangeParser = createParser<RangeChoice>({
  parse: parseRangeChoice,
  serialize: rangeChoiceText,
  eq: (one, other) => rangeChoiceText(one) === rangeChoiceText(other),
}).withDefault(DEFAULT_RANGE);

const compareParser = parseAsStringLiteral(['previous'] as const);

export type RangeState = {
  readonly choice: RangeChoice;
  readonly isCompared: boolean;
  readonly onChoice: (choice: RangeChoice) => void;
  readonly onCompare: (isCompared: boolean) => void;
};

/** The range and the comparison, as they stand in the URL: `?range=28d&compare=previous`. */
export function useRange(): RangeState {
  const [choice, setChoice] = useQueryState('range', rangeParser);
  const [compare, setCompare] = useQueryState('compare', compareParser);
  return {
    choice,
    isCompared: compare === 'previous',
    onChoice: (next) => void setChoice(next, { history: 'push' }),
    onCompare: (isCompared) => void setCompare(isCompared ? 'previous' : null),
  };
}
