import { useState } from 'react';
import { useAddress } from '../../../data/programs/place.ts';
import type { Segment } from '../../../data/segments/model.ts';
import { type Group, isSameRule } from '../../../data/segments/rule.ts';
import { type DraftRule, readDraft, toDraft } from './draft-rule.ts';
import { draftStore } from './draft-store.ts';

export type Start = { readonly name: string; readonly rule: Group };
type State = {
  readonly name: string;
  readonly rule: DraftRule;
  /** The revision it was made from; null for a new segment. */
  readonly revision: number | null;
  /** What stood there then. */
  readonly base: Start;
};

const fresh = (from: Start, revision: number | null): State => ({
  name: from.name,
  rule: toDraft(from.rule),
  revision,
  base: { name: from.name, rule: from.rule },
});

function isChangedFrom({ name, rule }: State, base: Start): boolean {
  const complete = readDraft(rule);
  return name.trim() !== base.name || complete === null || !isSameRule(complete, base.rule);
}

/**
 * What is being edited. It begins with what stands, or with what was left here unsaved, and is kept at every change.
 * Somebody else's save is taken over while nothing was changed here; else it is a conflict, and nothing is lost.
 */
export function useSegmentDraft(segment: Segment | null, start: Start) {
  const { program } = useAddress();
  const place = segment?.id ?? 'new';
  // A copy or a starter begins as it is; what was left before waits for an empty start.
  const [kept] = useState(() => (segment !== null || start.name === '' ? draftStore.read(program, place) : null));
  const [restoredAt, setRestoredAt] = useState(kept?.at ?? null);
  const [state, setState] = useState<State>(
    kept === null ? fresh(start, segment?.revision ?? null) : { ...kept, base: start },
  );
  const isChanged = isChangedFrom(state, state.base);
  const isBehind = segment !== null && state.revision !== null && segment.revision > state.revision;
  if (isBehind && !isChanged) setState(fresh(segment, segment.revision));

  const set = (next: State) => {
    setState(next);
    draftStore.keep(program, place, { ...next, at: new Date().toISOString() });
  };
  const begin = (next: State) => {
    draftStore.drop(program, place);
    setRestoredAt(null);
    setState(next);
  };
  return {
    ...state,
    /** The rule as it would be saved; null while a part of it is incomplete. */
    complete: readDraft(state.rule),
    isChanged,
    hasConflict: isBehind && isChanged,
    restoredAt,
    setName: (name: string) => set({ ...state, name }),
    setRule: (rule: DraftRule) => set({ ...state, rule }),
    /** Begins anew from what stands. */
    reset: (from: Start, revision: number | null) => begin(fresh(from, revision)),
    /** Brings back what was given up a moment ago. */
    bringBack: () => set(state),
    drop: () => draftStore.drop(program, place),
  };
}

export type SegmentDraft = ReturnType<typeof useSegmentDraft>;
