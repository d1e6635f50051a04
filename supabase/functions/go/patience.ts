/** Said in place of an answer of what was not done, and may be asked for again. */
export type Retry = { readonly retry: true };

export type Patience<Item, Answer> = {
  readonly ask: (item: Item) => Promise<Answer | Retry>;
  /** On a way of its own: who is told to come again must not keep those who come for the first time. */
  readonly askAgain: (item: Item) => Promise<Answer | Retry>;
  /** Before each further try. */
  readonly pausesMs: readonly number[];
};

const isRetry = (answer: object): answer is Retry => 'retry' in answer;

/** Asks until there is an answer, each item by itself, and rejects when patience ends. */
export function withPatience<Item, Answer extends object>({
  ask,
  askAgain,
  pausesMs,
}: Patience<Item, Answer>): (item: Item) => Promise<Answer> {
  return async (item) => {
    let answer = await ask(item);
    for (const pauseMs of pausesMs) {
      if (!isRetry(answer)) return answer;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      answer = await askAgain(item);
    }
    if (isRetry(answer)) throw new Error(`asked to come again after ${1 + pausesMs.length} tries`);
    return answer;
  };
}
