/**
 * Runs `stop` once on Ctrl-C, TERM, HUP, or when the process that started this one by IPC is gone; then
 * exits. Stopping a server on request is a success; a check that was interrupted is none.
 */
export function onStopSignal(stop: () => Promise<void>, code = 0): void {
  let isStopping = false;
  const handle = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  if (process.connected) process.on('disconnect', handle);
  // Whoever listens on the channel would wait for its end: a check that is done must not.
  process.channel?.unref();
}
