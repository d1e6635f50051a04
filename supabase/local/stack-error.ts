/** A failure that a person can act on: its message says what happened, to what, and what to do next. */
export class StackError extends Error {
  override name = 'StackError';
}

/** The words of an unknown thrown value, for messages that quote a cause. */
export function causeOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
