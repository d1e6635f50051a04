/** What went wrong, as far as a person can act on it. The words are chosen by the UI. */
export type AppErrorCode =
  | 'not_signed_in'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'too_much'
  | 'offline'
  | 'unexpected';

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: AppErrorCode;
  /** The database's own sentence, for codes whose message names what and where (PT409, PT422). */
  readonly detail: string | null;

  constructor(code: AppErrorCode, message: string, detail: string | null = null) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

/** SQLSTATEs and PostgREST codes of docs/error-codes.md. */
const CODES: Readonly<Record<string, AppErrorCode>> = {
  PT401: 'not_signed_in',
  PGRST301: 'not_signed_in',
  PGRST302: 'not_signed_in',
  PGRST303: 'not_signed_in',
  PT403: 'not_allowed',
  '42501': 'not_allowed',
  PT404: 'not_found',
  PGRST116: 'not_found',
  PT409: 'conflict',
  '23505': 'conflict',
  PT422: 'invalid',
  '23514': 'invalid',
  '22P02': 'invalid',
  '22003': 'invalid',
  '22007': 'invalid',
  '22008': 'invalid',
  PT429: 'too_much',
};

type ApiFault = { readonly message: string; readonly code?: string | undefined };

/** An error as PostgREST answers it, with the HTTP status (0 when nothing answered at all). */
export function apiError(fault: ApiFault, status: number): AppError {
  if (status === 0) return new AppError('offline', fault.message);
  const known = CODES[fault.code ?? ''];
  if (known !== undefined)
    return new AppError(known, fault.message, fault.code?.startsWith('PT') ? fault.message : null);
  if (status === 401) return new AppError('not_signed_in', fault.message);
  if (status === 429) return new AppError('too_much', fault.message);
  return new AppError(status >= 502 && status <= 504 ? 'offline' : 'unexpected', fault.message);
}

/** Whether asking again may help: the network's and the server's own trouble, nothing else. */
export function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof AppError) || error.code === 'offline' || error.code === 'unexpected';
}
