import { type ActorName, actorNames, type World } from '../support/world.ts';
import { type Answer, readAnswer } from './answer.ts';
import { actions, type Call, calls, type Target } from './calls.ts';
import type { FunctionObject } from './catalogue.ts';
import { type Cell, NOT_THERE, refusedCall } from './cell.ts';
import { actingCalls, publicCalls } from './expectations-functions.ts';
import { labelsFor } from './insert-cells.ts';
import { marksOf, tokensIn, tokenText } from './marks.ts';

/** Every public function, called by every actor for the own, for foreign and for unknown things. */
export function functionCells(world: World): Cell[] {
  const marks = marksOf(world);
  return [...publicCalls].flatMap(([line, words]) => {
    const [name = '', target = ''] = line.split('/');
    const call = calls[name];
    if (!call) throw new Error(`How is ${name} called?`);
    return actorNames.map((actor) => {
      const at = targetOf(actor, target);
      return callCell({
        world,
        marks,
        call,
        object: `public.${name}`,
        actor,
        word: words[actor],
        target,
        sql: call.sql(world, at),
        at,
      });
    });
  });
}

/** Functions that act, through the door of `public` and straight in `private`. */
export function actionCells(world: World): Cell[] {
  const marks = marksOf(world).filter(({ token }) => !/^(order|import|person):/.test(token));
  return [...actingCalls].flatMap(([line, words]) => {
    const [name = '', target = ''] = line.split('/');
    const action = actions[name];
    if (!action) throw new Error(`How is ${name} called?`);
    const call: Call = {
      ...action,
      expected: (_, word, at) => {
        if (word === 'nil') return [];
        return typeof action.done === 'function' ? action.done(at, word) : action.done;
      },
    };
    const schemas = action.isPrivate ? ['private'] : ['public', 'private'];
    return schemas.flatMap((schema) =>
      actorNames.map((actor) => {
        const at = targetOf(actor, target);
        const called = schema === 'private' ? (action.privately ?? name) : name;
        const sql = `${schema}.${called}${call.sql(world, at).slice(name.length)}`;
        return callCell({
          world,
          marks,
          call,
          object: `${schema}.${called}`,
          actor,
          word: words[actor],
          target,
          sql,
          at,
        });
      }),
    );
  });
}

export function targetOf(actor: ActorName, target: string): Target {
  if (target === 'unknown') return target;
  const [own, partner, program] = labelsFor(actor);
  const label = { none: own, own, partner, program }[target];
  if (!label) throw new Error(`${target} is no target`);
  const isOfA = label.place.startsWith('a/');
  return { place: label.place, program: isOfA ? 'a' : 'b', isNamed: target !== 'none' };
}

type CallCell = {
  world: World;
  marks: ReturnType<typeof marksOf>;
  call: Call;
  object: string;
  actor: ActorName;
  word: string;
  target: string;
  sql: string;
  at: Target;
};

function callCell({ world, marks, call, object, actor, word, target, sql, at }: CallCell): Cell {
  const expected = () => {
    if (word === 'x') return refusedCall(object.split('.')[1] ?? '');
    if (word === '403') return `PT403 ${call.refused}`;
    if (word === '409') return 'PT409';
    if (word === '404') return `${NOT_THERE} ${call.missing}`;
    return tokenText(call.expected(actor, word, at));
  };
  return {
    object,
    operation: `call for ${target}`,
    actor,
    sql: `select ${sql}::text`,
    expected: expected(),
    judge: (answer) => {
      const parsed = readAnswer(answer);
      return tokenText([...tokensIn(marks, answer), ...placeTokens(world, parsed), ...(call.sums?.(parsed) ?? [])]);
    },
  };
}

/** Where the answer's context says the actor is. */
function placeTokens(world: World, answer: Answer): string[] {
  const root = answer.at('context') === undefined ? '' : 'context.';
  if (answer.at(`${root}places`) === undefined) return [];
  if (answer.at(`${root}place`) === null) return ['at:nowhere'];
  const side = answer.at(`${root}place.program.slug`) === world.a.slug ? 'a' : 'b';
  const id = answer.at(`${root}place.partnership.id`);
  const place = Object.entries(world.partnerships).find(([, partnership]) => partnership.id === id);
  return [`at:${place ? place[0] : side}`];
}

/** Public functions that the expectation does not know, or no longer finds. */
export function unexpectedFunctions(functions: readonly FunctionObject[]): string[] {
  const expected = new Set(
    [...publicCalls.keys(), ...actingCalls.keys()]
      .map((line) => line.split('/')[0])
      .filter((name) => actions[name ?? '']?.isPrivate !== true),
  );
  const present = functions.filter(({ schema }) => schema === 'public').map(({ name }) => name);
  return [
    ...present.filter((name) => !expected.has(name)).map((name) => `function public.${name} has no expectation`),
    ...[...expected]
      .filter((name) => !present.includes(name ?? ''))
      .map((name) => `function public.${name} is expected and not there`),
  ];
}
