import { z } from 'zod/mini';
import type { CallRpc } from '../../../src/data/conversions/import-calls.ts';
import { apiError } from '../../../src/data/errors.ts';

const Token = z.object({ access_token: z.string() });
const Fault = z.object({ message: z.string(), code: z.optional(z.nullable(z.string())) });

type Api = { apiUrl: string; publishableKey: string };

export async function signIn({ apiUrl, publishableKey }: Api, email: string, password: string): Promise<string> {
  const response = await fetch(`${apiUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return Token.parse(await response.json()).access_token;
}

/** Calls the API's functions with a person's token, as the portal does, but from a script. */
export function rpcWithToken(api: Api, token: string): CallRpc {
  return async (name, args, schema, signal) => {
    const response = await fetch(`${api.apiUrl}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: { apikey: api.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
      ...(signal !== undefined && { signal }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return z.parse(schema, answer);
    const { message, code } = Fault.parse(answer);
    throw apiError({ message, code: code ?? undefined }, response.status);
  };
}

/** The same for the person with this address, who signs in by password. */
export async function rpcAs(api: Api, email: string, password: string): Promise<CallRpc> {
  return rpcWithToken(api, await signIn(api, email, password));
}
