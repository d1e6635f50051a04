import { useState } from 'react';

export type Attempt<Input> = {
  readonly run: (input: Input) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What the last successful run was given; null before there is one. */
  readonly succeededWith: Input | null;
};

type AttemptState<Input> = {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly done: readonly [Input] | null;
};

/**
 * One action with its waiting and its failure, for the screens that come before the query library:
 * signing in and out. Everywhere else use a mutation.
 */
export function useAttempt<Input>(action: (input: Input) => Promise<void>): Attempt<Input> {
  const [state, setState] = useState<AttemptState<Input>>({ isPending: false, error: null, done: null });
  const run = async (input: Input): Promise<void> => {
    setState((before) => ({ ...before, isPending: true, error: null }));
    try {
      await action(input);
      setState({ isPending: false, error: null, done: [input] });
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      setState((before) => ({ ...before, isPending: false, error }));
    }
  };
  return {
    run: (input) => void run(input),
    isPending: state.isPending,
    error: state.error,
    succeededWith: state.done === null ? null : state.done[0],
  };
}
