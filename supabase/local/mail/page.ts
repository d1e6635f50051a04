import type { Message } from './mailbox.ts';

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The mailbox as a page, newest first. Message bodies are shown as text, never as HTML of this page. */
export function mailPage(messages: readonly Message[]): string {
  const items = messages.toReversed().map(article).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>Local mailbox</title>
<style>
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; background: #f7f6f3; color: #16181d; }
  article { background: #fff; border: 1px solid #e6e4de; border-radius: 14px; padding: 1rem 1.25rem; margin: 0 0 1rem; }
  h2 { font-size: 1rem; margin: 0; }
  p { margin: 0; color: #565b66; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0 0; font: inherit; }
</style>
</head>
<body>
<h1>Local mailbox</h1>
${items || '<p>No mail yet. Messages that the local stack sends appear here.</p>'}
</body>
</html>
`;
}

function article(message: Message): string {
  return `<article>
<h2>${escapeHtml(message.subject)}</h2>
<p>to ${escapeHtml(message.to.join(', '))} · <time datetime="${message.receivedAt}">${message.receivedAt}</time></p>
<pre>${escapeHtml(message.text || message.html)}</pre>
</article>`;
}
