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

/** A password of one's own, to sign in without a code from now on. */
export async function setPassword(password: string): Promise<void> {
  await (await api()).setPassword(password);
}

export async function signOut(): Promise<void> {
  await (await api()).signOut();
}

/** Leaves for another page of the portal than the sign-in page. */
export async function signOutTo(to: string): Promise<void> {
  await (await api()).signOut(to);
}
