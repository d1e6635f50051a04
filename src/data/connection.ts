import type * as z from 'zod/mini';
import { loadEnv } from '../config/env.ts';
import type { Clients } from './client.ts';
import type { Database } from './database.types.ts';
import { AppError, apiError } from './errors.ts';

type Functions = Database['public']['Functions'];
export type RpcName = keyof Functions & string;
export type RpcArgs<Name extends RpcName> = Functions[Name]['Args'];

async function connect(): Promise<Clients> {
  // The first paint does not wait for the clients' libraries: they come beside it.
  const [{ makeClients }, env] = await Promise.all([import('./client.ts'), loadEnv()]);
  return makeClients(env);
}

let pending: Promise<Clients> | undefined;

/** The clients of the page, made once; a failed try (no network yet) is made again. */
export function getClients(): Promise<Clients> {
  pending ??= connect().catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}

type Fault = { readonly message: string; readonly code?: string };
type Answer<T> = { readonly data: T; readonly error: Fault | null; readonly status: number };

/** The rows of a table request, or the AppError that its refusal means. */
export function unwrap<T>(answer: Answer<T>): NonNullable<T> {
  if (answer.error !== null) throw apiError(answer.error, answer.status);
  if (answer.data === null || answer.data === undefined) throw new AppError('unexpected', 'the API answered nothing');
  return answer.data;
}

/** Calls a database function and parses its jsonb answer: the one edge where it becomes a known shape. */
export async function callRpc<Name extends RpcName, Schema extends z.ZodMiniType>(
  name: Name,
  args: RpcArgs<Name>,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  const { rest } = await getClients();
  const request = rest.rpc(name, args);
  const answer = await (signal === undefined ? request : request.abortSignal(signal));
  if (answer.error !== null) throw apiError(answer.error, answer.status);
  return schema.parse(answer.data);
}
