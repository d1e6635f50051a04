/** What a person can do about their session. The clients behind it are fetched when they are needed, not before. */
const api = () => import('./api.ts');

export type PasswordTry = { readonly email: string; readonly password: string };
export type CodeTry = { readonly email: string; readonly code: string };

export async function signInWithPassword(attempt: PasswordTry): Promise<void> {
  await (await api()).signInWithPassword(attempt.email, attempt.password);
}

export async function sendCode(email: string): Promise<void> {
  await (await api()).sendCode(email);
}

export async function signInWithCode(attempt: CodeTry): Promise<void> {
  await (await api()).signInWithCode(attempt.email, attempt.code);
}

export async function signOut(): Promise<void> {
  await (await api()).signOut();
}
