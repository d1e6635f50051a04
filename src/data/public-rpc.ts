import type * as z from 'zod/mini';
import { loadEnv } from '../config/env.ts';
import type { RpcArgs, RpcName } from './connection.ts';
import { AppError, apiError } from './errors.ts';

/**
 * Calls a database function as nobody in particular, and parses its jsonb answer: for pages that stand before the
 * sign-in. Needs no client, so that these pages stay small.
 */
export async function callPublicRpc<Name extends RpcName, Schema extends z.ZodMiniType>(
  name: Name,
  args: RpcArgs<Name>,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  const { apiUrl, publishableKey } = await loadEnv();
  const init: RequestInit = {
    method: 'POST',
    headers: { apikey: publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify(args),
    ...(signal !== undefined && { signal }),
  };
  const response = await fetch(`${apiUrl}/rest/v1/rpc/${name}`, init).catch((error: unknown) => {
    throw new AppError('offline', String(error));
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw apiError(faultIn(answer), response.status);
  return schema.parse(answer);
}

function faultIn(answer: unknown): { message: string; code?: string } {
  if (typeof answer !== 'object' || answer === null || !('message' in answer)) return { message: 'no answer' };
  const code = 'code' in answer && typeof answer.code === 'string' ? { code: answer.code } : {};
  return { message: String(answer.message), ...code };
}
