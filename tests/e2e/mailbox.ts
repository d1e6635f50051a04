import { z } from 'zod/mini';
import { soon } from '../support/browser.ts';
import { stack } from '../support/stack.ts';

const Mails = z.array(z.object({ text: z.string() }));

/** All six digits that were mailed to somebody, the oldest first. */
export async function codesTo(email: string): Promise<string[]> {
  const answer = await fetch(`${stack.mailUrl}/api/messages?to=${encodeURIComponent(email)}`);
  return Mails.parse(await answer.json()).flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? []);
}

/** The newest six digits that were mailed to somebody, once there are `count` mails. */
export async function mailedCode(email: string, count = 1): Promise<string> {
  await soon(async () => (await codesTo(email)).length).toBe(count);
  return (await codesTo(email)).at(-1) ?? '';
}

/** Where the invitation that was mailed to somebody leads, within the portal. */
export async function mailedInvitation(email: string): Promise<string> {
  const read = async () => {
    const answer = await fetch(`${stack.mailUrl}/api/messages?to=${encodeURIComponent(email)}`);
    const [mail] = Mails.parse(await answer.json());
    return /\S+(\/invite#\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  await soon(read).not.toBe('');
  return await read();
}
