import { createContext, type RefObject, use, useEffect } from 'react';

/** Which control of which part of the rule gets the focus once the change is drawn. */
type Turn = { readonly id: string; readonly part: 'field' | 'up' | 'down' | 'add' };

const NOWHERE: RefObject<Turn | null> = { current: null };

export const FocusTurn = createContext<RefObject<Turn | null>>(NOWHERE);

export const partName = (id: string | undefined, part: Turn['part']): string => `${id}-${part}`;

function focusPart(id: string, part: Turn['part']): boolean {
  const control = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(partName(id, part))}"]`);
  const canTakeIt = control !== null && !control.matches(':disabled');
  if (canTakeIt) control.focus();
  return canTakeIt;
}

/** For each part of the rule: takes the focus when it is its turn, also where the part was drawn anew. */
export function useFocusTurn(id: string | undefined) {
  const turn = use(FocusTurn);
  useEffect(() => {
    const next = turn.current;
    if (next === null || next.id !== id) return;
    turn.current = null;
    // At the end of the road the arrow that led there is disabled: the other one takes over.
    if (!focusPart(next.id, next.part)) focusPart(next.id, next.part === 'up' ? 'down' : 'up');
  });
  return turn;
}
