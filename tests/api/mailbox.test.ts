import { createClient } from '@supabase/supabase-js';
import { expect, test } from 'vitest';
import { stack } from '../support/stack.ts';

type Mail = { to: string[]; subject: string; text: string };

async function readMail(to: string): Promise<Mail[]> {
  const response = await fetch(`${stack.mailUrl}/api/messages?to=${encodeURIComponent(to)}`);
  return await response.json();
}

test('the six-digit code arrives in the mailbox and signs in', async () => {
  const email = `code-${crypto.randomUUID()}@example.com`;
  const client = createClient(stack.apiUrl, stack.publishableKey, { auth: { persistSession: false } });
  const asked = await client.auth.signInWithOtp({ email });
  expect(asked.error).toBeNull();

  // The server hands the message over before it answers.
  const [mail] = await readMail(email);
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '';
  const wrong = await client.auth.verifyOtp({ email, token: code === '000000' ? '000001' : '000000', type: 'email' });
  expect(wrong.data.session).toBeNull();
  const right = await client.auth.verifyOtp({ email, token: code, type: 'email' });
  expect(right.error).toBeNull();
  expect(right.data.user?.email).toBe(email);
});

test('the mailbox page shows a message as text, never as markup', async () => {
  const email = `page-${crypto.randomUUID()}@example.com`;
  const client = createClient(stack.apiUrl, stack.publishableKey, { auth: { persistSession: false } });
  await client.auth.signInWithOtp({ email });
  const page = await (await fetch(stack.mailUrl)).text();
  expect(page).toContain(email);
  expect(page).not.toContain('<table');
});
