/** Runs `stop` once on Ctrl-C, TERM, HUP or when the parent that started us by IPC is gone, then exits. */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const handle = (code: number) => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => handle(130));
  process.on('SIGTERM', () => handle(143));
  process.on('SIGHUP', () => handle(129));
  if (process.connected) process.on('disconnect', () => handle(1));
}
