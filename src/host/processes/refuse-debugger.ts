/**
 * Keeps others out of this process: at SIGUSR1, which every process of the same user can send, Node opens its debugger to
 * whoever connects, unless somebody listens for the signal.
 */
export function refuseDebugger(): void {
  process.on('SIGUSR1', () => {});
}
