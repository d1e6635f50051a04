import { randomUUID } from 'node:crypto';
import { type Actor, headersOf } from '../support/actors.ts';
import { stack } from '../support/stack.ts';

type Announced = { readonly creative: string; readonly file: string; readonly path: string };

/** Calls a function of the API as somebody; the answer is whatever it says. */
export async function callAs(actor: Actor, name: string, args: object): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${stack.apiUrl}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { ...headersOf(actor, stack), 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return { status: response.status, body: await response.json() };
}

type AnnounceOptions = {
  readonly kind?: string;
  readonly mime?: string;
  readonly fileName?: string;
  readonly name?: string;
  readonly bytes: number;
};

/** Announces one creative with one file, and answers where to put it. */
export async function announce(actor: Actor, program: string, options: AnnounceOptions): Promise<Announced> {
  const { kind = 'banner', mime = 'image/png', fileName = 'banner.png', name = 'Banner', bytes } = options;
  const [creative, file] = [randomUUID(), randomUUID()];
  const files = [{ id: file, role: 'original', file_name: fileName, mime_type: mime, size_bytes: bytes }];
  const args = { p_program: program, p_creatives: [{ id: creative, name, kind, files }] };
  const { status, body } = await callAs(actor, 'add_creatives', args);
  if (status !== 200) throw new Error(`add_creatives: ${status} ${JSON.stringify(body)}`);
  // The path is what the function says of the one file.
  const answer = body as { creatives: { files: { path: string }[] }[] };
  return { creative, file, path: answer.creatives[0]?.files[0]?.path ?? '' };
}

export async function storage(
  actor: Actor,
  method: string,
  path: string,
  body?: Uint8Array | object,
  mime = 'image/png',
) {
  const isBytes = body instanceof Uint8Array;
  return await fetch(`${stack.apiUrl}/storage/v1/${path}`, {
    method,
    headers: { ...headersOf(actor, stack), ...(body && { 'content-type': isBytes ? mime : 'application/json' }) },
    ...(body && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
}

export async function put(actor: Actor, path: string, bytes: Uint8Array, mime?: string): Promise<number> {
  const response = await storage(actor, 'POST', `object/creatives/${path}`, bytes, mime);
  await response.body?.cancel();
  return response.status;
}

/** The check's answer for one file: its state, or its state with the reason. */
export async function check(actor: Actor, file: string, isCancelled = false): Promise<string> {
  const response = await fetch(`${stack.functionsUrl}/check-creative`, {
    method: 'POST',
    headers: { ...headersOf(actor, stack), 'content-type': 'application/json' },
    body: JSON.stringify({ files: [file], cancel: isCancelled }),
  });
  const body: { files?: { state: string; reason: string | null }[]; message?: string } = await response.json();
  const [outcome] = body.files ?? [];
  if (!outcome) return `${response.status} ${body.message}`;
  return outcome.reason === null ? outcome.state : `${outcome.state} ${outcome.reason}`;
}
