type Waiting<Item, Answer> = {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

export type GroupOptions = {
  /** How long the first of a group waits for others. */
  readonly windowMs: number;
  readonly mostInGroup: number;
  /** Groups under way at the same time; whoever comes meanwhile goes with the next. */
  readonly mostAtOnce: number;
  /** Whoever comes when so many wait already is turned away at once: nobody waits longer than it is worth. */
  readonly mostWaiting: number;
};

/**
 * Sends what comes within a few milliseconds together, and hands each its own answer: `send` answers in the order it was
 * given. A group that fails fails for all of its members.
 */
export function inGroups<Item, Answer>(
  send: (items: readonly Item[]) => Promise<readonly Answer[]>,
  { windowMs, mostInGroup, mostAtOnce, mostWaiting }: GroupOptions,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = [];
  let underWay = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0 || underWay >= mostAtOnce) return;
    const group = waiting.splice(0, mostInGroup);
    underWay += 1;
    void settle(group).finally(() => {
      underWay -= 1;
      next();
    });
  }

  async function settle(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await send(group.map(({ item }) => item));
      if (answers.length !== group.length) throw new Error(`${group.length} asked, ${answers.length} answered`);
      for (const [at, answer] of answers.entries()) group[at]?.resolve(answer);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) {
        reject(new Error(`${mostWaiting} wait already`));
        return;
      }
      waiting.push({ item, resolve, reject });
      if (waiting.length >= mostInGroup) next();
      else timer ??= setTimeout(next, windowMs);
    });
}
