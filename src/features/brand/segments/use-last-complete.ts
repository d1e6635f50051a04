import { useState } from 'react';
import { type Group, isSameRule } from '../../../data/segments/rule.ts';

/** The rule, or the last one that was complete; the same object as long as it says the same. */
export function useLastComplete(rule: Group | null, first: Group): Group {
  const [last, setLast] = useState(rule ?? first);
  if (rule === null || isSameRule(rule, last)) return last;
  setLast(rule);
  return rule;
}
