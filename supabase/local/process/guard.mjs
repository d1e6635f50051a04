// Ends the stack's children when the stack itself is gone, however it went (kill -9 included).
// The stack writes "+pid signal" and "-pid" lines; the end of the pipe is the end of the stack.
import { createInterface } from 'node:readline';

const children = new Map();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function send(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => {
  const [pid, signal] = line.slice(1).split(' ');
  if (line.startsWith('+')) children.set(Number(pid), signal);
  else children.delete(Number(pid));
});
lines.on('close', async () => {
  for (const [pid, signal] of children) send(pid, signal);
  const deadline = Date.now() + 8000;
  while ([...children.keys()].some((pid) => send(pid, 0)) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  for (const pid of children.keys()) send(pid, 'SIGKILL');
  process.exit(0);
});
