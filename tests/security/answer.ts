/** A parsed answer that may be asked for anything: what is not there is undefined, never an error. */
export type Answer = {
  /** The value at a path such as `home.month.accrued_minor`. */
  at: (path: string) => unknown;
  /** The items of the list at a path; of the answer itself for an empty one. */
  list: (path: string) => Answer[];
};

export function readAnswer(text: string): Answer {
  return answerOf(JSON.parse(text || 'null'));
}

function answerOf(value: unknown): Answer {
  const at = (path: string) => path.split('.').filter(Boolean).reduce(step, value);
  return {
    at,
    list: (path) => {
      const found = at(path);
      return Array.isArray(found) ? found.map(answerOf) : [];
    },
  };
}

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
