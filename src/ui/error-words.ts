import type { TFunction } from 'i18next';

const CODES = [
  'not_signed_in',
  'not_allowed',
  'not_found',
  'conflict',
  'invalid',
  'too_much',
  'offline',
  'unexpected',
] as const;
type Code = (typeof CODES)[number];

function codeOf(error: unknown): Code {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return CODES.find((known) => known === code) ?? 'unexpected';
}

/** What happened and what to do next, in the reader's language; the database's own sentence is added by `errorDetail`. */
export function errorWords(error: unknown, t: TFunction<'core'>): { readonly title: string; readonly body: string } {
  const code = codeOf(error);
  return { title: t(`error.${code}.title`), body: t(`error.${code}.body`) };
}

/** The sentence that names what and where (which row, which value), when the server sent one. */
export function errorDetail(error: unknown): string | null {
  if (!(error instanceof Error) || !('detail' in error)) return null;
  return typeof error.detail === 'string' ? error.detail : null;
}
