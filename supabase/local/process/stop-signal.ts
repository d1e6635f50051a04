/**
 * Runs `stop` once on Ctrl-C, TERM, HUP, or when the process that started this one by IPC is gone; then
 * exits. Stopping on request is a success.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const handle = () => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  if (process.connected) process.on('disconnect', handle);
}
