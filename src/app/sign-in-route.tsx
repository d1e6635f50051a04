import { type ComponentType, lazy } from 'react';

let Page: ComponentType | undefined;

/** Whoever is signed in never needs the door; whoever is not has it before the first paint, from `start`. */
export async function fetchSignIn(): Promise<{ default: ComponentType }> {
  const { SignInPage } = await import('../features/auth/sign-in-page.tsx');
  Page = SignInPage;
  return { default: SignInPage };
}

const WaitedFor = lazy(fetchSignIn);

/** Once its page is here it is painted at once, with no sight of anything else in between. */
export function SignInRoute() {
  return Page === undefined ? <WaitedFor /> : <Page />;
}
