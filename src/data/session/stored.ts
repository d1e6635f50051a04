/** Whether the browser keeps a session at all; known before any request or client. */
export function hasStoredSession(): boolean {
  return Object.keys(localStorage).some((key) => /^sb-.+-auth-token$/.test(key));
}
