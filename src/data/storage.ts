import { loadEnv } from '../config/env.ts';
import { getClients } from './connection.ts';
import { AppError, apiError } from './errors.ts';

const BUCKET = 'creatives';

type Sent = { readonly onProgress: (bytes: number) => void; readonly signal: AbortSignal };

async function failure(response: Response): Promise<AppError> {
  const text = await response.text().catch(() => '');
  return apiError({ message: text.slice(0, 200) }, response.status);
}

async function asMe(path: string, init: RequestInit = {}): Promise<Response> {
  const [{ send }, { apiUrl }] = await Promise.all([getClients(), loadEnv()]);
  try {
    return await send(`${apiUrl}${path}`, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new AppError('offline', String(error));
  }
}

/** An object's bytes as they come, with the rights of who is signed in. */
export async function fetchObject(path: string, signal?: AbortSignal): Promise<Response> {
  const response = await asMe(`/storage/v1/object/${BUCKET}/${path}`, signal === undefined ? {} : { signal });
  // Storage answers 400 for what is not there, and for what is not for the caller.
  if (response.status === 400 || response.status === 404) throw new AppError('not_found', 'no such object for you');
  if (!response.ok) throw await failure(response);
  return response;
}

/** An address that opens one object for so many seconds, for a player that fetches by itself. */
export async function signObject(path: string, seconds: number, signal?: AbortSignal): Promise<string> {
  const response = await asMe(`/storage/v1/object/sign/${BUCKET}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ expiresIn: seconds }),
    ...(signal !== undefined && { signal }),
  });
  if (!response.ok) throw await failure(response);
  const { signedURL }: { signedURL: string } = await response.json();
  const { apiUrl } = await loadEnv();
  return `${apiUrl}/storage/v1${signedURL}`;
}

/** Calls an edge function with the caller's token; its JSON answer. */
export async function callFunction(name: string, body: object, signal?: AbortSignal): Promise<unknown> {
  const response = await asMe(`/functions/v1/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal !== undefined && { signal }),
  });
  if (response.status === 404) throw new AppError('not_found', `${name}: nothing there`);
  if (response.status === 409) throw new AppError('conflict', `${name}: not yet`);
  if (!response.ok) throw await failure(response);
  return await response.json();
}

/** Sends a file to an edge function, or with none takes back what stands there; its JSON answer. */
export async function sendToFunction(path: string, content: Blob | null): Promise<unknown> {
  const response = await asMe(`/functions/v1/${path}`, {
    ...(content === null ? { method: 'DELETE' } : { method: 'POST', body: content }),
    ...(content !== null && { headers: { 'content-type': content.type } }),
  });
  if (response.status === 404) throw new AppError('not_found', `${path}: nothing there for you`);
  if (response.status === 422) throw new AppError('invalid', `${path}: not taken`);
  if (!response.ok) throw await failure(response);
  return await response.json();
}

/**
 * Puts an object at a path. By XMLHttpRequest, because fetch does not tell how much of a body has left. What is there
 * already counts as put: only this path's own sender can have done it, in a try whose answer was lost.
 */
export async function putObject(path: string, content: Blob, { onProgress, signal }: Sent): Promise<void> {
  const [{ auth }, env] = await Promise.all([getClients(), loadEnv()]);
  const { data } = await auth.getSession();
  if (data.session === null) throw new AppError('not_signed_in', 'no session');
  const token = data.session.access_token;
  signal.throwIfAborted();
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${env.apiUrl}/storage/v1/object/${BUCKET}/${path}`);
    request.setRequestHeader('apikey', env.publishableKey);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', content.type);
    request.setRequestHeader('cache-control', 'max-age=3600');
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      const isThere = request.status === 409 || /already exists|duplicate/i.test(request.responseText);
      if (request.status < 300 || isThere) resolve();
      else reject(apiError({ message: request.responseText.slice(0, 200) }, request.status));
    };
    request.onerror = () => reject(new AppError('offline', 'the connection was lost'));
    request.onabort = () => reject(new DOMException('called off', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(content);
  });
}
