import { type ActorName, actorNames, type World } from '../support/world.ts';
import { readAnswer } from './answer.ts';
import { actions } from './calls.ts';
import type { Catalogue, FunctionObject } from './catalogue.ts';
import { type Cell, NOT_THERE, REFUSED, refusedCall } from './cell.ts';
import { calculations, helpers, sums } from './expectations-private.ts';
import { targetOf } from './function-cells.ts';
import { helperCell } from './helper-cells.ts';
import { sumTokens, tokenText } from './marks.ts';
import { sumCalls } from './sum-calls.ts';

const actionNames = Object.entries(actions).map(([name, { privately }]) => privately ?? name);

const nameOf = (call: string) => call.split(/[(/]/, 1)[0] ?? '';

/** Everything in `private`: what may be executed says what is the caller's own, all else is refused. */
export function privateCells(catalogue: Catalogue, world: World): Cell[] {
  return [
    ...[...helpers].flatMap(([call, words]) => actorNames.map((actor) => helperCell(world, actor, call, words[actor]))),
    ...[...sums].flatMap(([line, words]) => actorNames.map((actor) => sumCell(world, actor, line, words[actor]))),
    ...Object.entries(calculations).flatMap(([name, calculation]) =>
      actorNames.map((actor) => calculationCell(world, actor, name, calculation)),
    ),
    ...catalogue.functions.filter(isClosed).flatMap(closedCells),
    ...catalogue.sequences.flatMap(sequenceCells),
    ...catalogue.tables.filter(({ schema }) => schema === 'private').flatMap(({ name }) => tableCells(name)),
  ];
}

/** Functions of `private` that the expectation opens to somebody. */
export function openFunctions(): string[] {
  return [...[...helpers.keys(), ...sums.keys()].map(nameOf), ...Object.keys(calculations), ...actionNames];
}

function isClosed({ schema, name }: FunctionObject): boolean {
  return schema === 'private' && !openFunctions().includes(name);
}

function closedCells({ name, argumentTypes, isVariadic }: FunctionObject): Cell[] {
  const lastOf = (at: number) => isVariadic && at === argumentTypes.length - 1;
  const args = argumentTypes.map((type, at) => `${lastOf(at) ? 'variadic ' : ''}null::${type}`).join(', ');
  return actorNames.map((actor) => ({
    object: `private.${name}`,
    operation: 'call',
    actor,
    sql: `select private.${name}(${args})`,
    expected: refusedCall(name),
  }));
}

function sequenceCells({ schema, name }: { schema: string; name: string }): Cell[] {
  const questions = {
    nextval: `select nextval('${schema}.${name}')`,
    setval: `select setval('${schema}.${name}', 1)`,
    select: `select last_value from ${schema}.${name}`,
  };
  return Object.entries(questions).flatMap(([operation, sql]) =>
    actorNames.map((actor) => ({ object: `${schema}.${name}`, operation, actor, sql, expected: REFUSED })),
  );
}

/** Months of clicks come and go; the other tables are working tables and secrets. */
const isMonth = (name: string) => /^clicks_\d{4}_\d\d$/.test(name);

function tableCells(name: string): Cell[] {
  const questions: Record<string, string> = {
    select: `select count(*) from private.${name}`,
    insert: `insert into private.${name} default values`,
    truncate: `truncate private.${name}`,
    ...(!isMonth(name) && { delete: `delete from private.${name}` }),
  };
  return Object.entries(questions).flatMap(([operation, sql]) =>
    actorNames.map((actor) => ({ object: `private.${name}`, operation, actor, sql, expected: REFUSED })),
  );
}

/** Behind stray grants row-level security still refuses new rows and shows none. */
export function privateDepthCells(catalogue: Catalogue): Cell[] {
  const walled = actorNames.filter((actor) => actor !== 'service');
  const tables = catalogue.tables.filter(({ schema }) => schema === 'private').map(({ name }) => name);
  const cell = (name: string, actor: ActorName, operation: string, sql: string, expected: string): Cell => ({
    object: `private.${name}`,
    operation: `${operation} behind a stray grant`,
    actor,
    sql,
    expected,
  });
  return tables.flatMap((name) => [
    ...walled.flatMap((actor) => [
      cell(name, actor, 'select', `select count(*) from private.${name}`, '0'),
      cell(name, actor, 'insert', `insert into private.${name} default values`, REFUSED),
    ]),
    ...(isMonth(name)
      ? [cell(name, 'service', 'truncate', `truncate private.${name}`, `PT403 ${name} is append-only`)]
      : []),
  ]);
}

function calculationCell(
  world: World,
  actor: ActorName,
  name: string,
  { call, says, roles }: (typeof calculations)[string],
): Cell {
  const mayCall = roles.split(' ').includes(world.actors[actor].role);
  return {
    object: `private.${name}`,
    operation: 'call',
    actor,
    sql: `select ${privately(call)}::text`,
    expected: mayCall ? says : refusedCall(name),
  };
}

function privately(call: string): string {
  return call.startsWith('(') ? `(private.${call.slice(1)}` : `private.${call}`;
}

function sumCell(world: World, actor: ActorName, line: string, word: string): Cell {
  const [name = '', target = ''] = line.split('/');
  const sum = sumCalls[name];
  if (!sum) throw new Error(`How is ${name} called?`);
  const at = targetOf(actor, target);
  const expected = () => {
    if (word === 'x') return refusedCall(name);
    if (word === '404') return `${NOT_THERE} ${sum.missing}`;
    return tokenText(word === '-' ? [] : sum.expected(actor, word, at));
  };
  return {
    object: `private.${name}`,
    operation: `call for ${target}`,
    actor,
    sql: `select ${sum.sql(world, at)}`,
    expected: expected(),
    judge: (answer) => {
      if (!sum.isJson)
        return answer === sum.answerFor?.(world, at)
          ? tokenText(sum.expected(actor, word, at))
          : `something else: ${answer}`;
      return tokenText(sum.sums(readAnswer(answer)).flatMap((value) => sumTokens('sum', value)));
    },
  };
}
