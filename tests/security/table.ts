import { type ActorName, actorNames } from '../support/world.ts';

export type ExpectedRow = Record<ActorName, string>;

const isActorName = (name: string): name is ActorName => actorNames.some((known) => known === name);

/**
 * Reads a table written by hand: the first line names the actors, every other line an object and one
 * word for each actor. `|` is for the eye. A line of another length, an unknown or a missing actor is
 * an error, so that nothing is expected by accident.
 */
export function readTable(text: string): Map<string, ExpectedRow> {
  const [header = [], ...lines] = text
    .split('\n')
    .map((line) => line.split(/[\s|]+/).filter(Boolean))
    .filter((words) => words.length > 0);
  const names = header.slice(1).filter(isActorName);
  if (names.length !== header.length - 1 || new Set(names).size !== actorNames.length) {
    throw new Error(`A table must name every actor once: ${header.slice(1).join(' ')}`);
  }
  const table = new Map<string, ExpectedRow>();
  for (const [object = '', ...words] of lines) {
    if (words.length !== names.length) throw new Error(`${object}: ${words.length} words for ${names.length} actors`);
    if (table.has(object)) throw new Error(`${object} is expected twice`);
    // Every actor is named once, as was checked above.
    table.set(object, Object.fromEntries(names.map((name, at) => [name, words[at]])) as ExpectedRow);
  }
  return table;
}
