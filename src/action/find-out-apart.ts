import { fork } from 'node:child_process';
import { listenForInterruption } from '../host/processes/interruption.ts';
import { type FindOut, type Found, findOut, type Order } from './find-out.ts';

/** The word by which this program is told that it is the process that finds out. */
export const apart = '--find-out';

/** What the process that finds out tells the one that publishes. */
type Message =
  | { readonly kind: 'said'; readonly sentence: string }
  | { readonly kind: 'answered'; readonly found: Found }
  | { readonly kind: 'broken'; readonly error: Error };

/**
 * Finds out in a process of its own, which is not given the token, because it starts strangers' code; gives the answer when
 * that process has ended. Both speak through a socket, which no third process can open.
 *
 * @param program the file of this program
 */
export function findOutApart(program: string): FindOut {
  return (order, say, interruption) =>
    new Promise((found, broken) => {
      const child = fork(program, [apart], {
        serialization: 'advanced',
        // A signal to the group is for us to pass on, once.
        detached: true,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      let answer: Message | undefined;
      interruption.signal.addEventListener('abort', () => child.kill('SIGTERM'));
      child.on('message', (message: Message) => {
        if (message.kind === 'said') say(message.sentence);
        else answer = message;
      });
      child.on('error', broken);
      child.on('close', (status, signal) => {
        if (answer?.kind === 'answered') found(answer.found);
        else if (answer?.kind === 'broken') broken(answer.error);
        else if (interruption.signal.aborted) found({ kind: 'interrupted' });
        else broken(new Error(`the process that checks was ended before its answer (${signal ?? status})`));
      });
      child.send(order);
    });
}

/** Is the process that finds out: takes one order, answers it and ends; ends what it started when nobody waits for it. */
export function answerOrder(): void {
  const tell = (message: Message, then: () => void = () => {}): void => {
    process.send?.(message, then);
  };
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.once('message', async (order: Order) => {
    // Whoever gave the order says that it ends.
    const interruption = listenForInterruption(() => {});
    const say = (sentence: string): void => tell({ kind: 'said', sentence });
    const answer: Message = await findOut(order, say, interruption).then(
      (found) => ({ kind: 'answered', found }),
      (error) => ({ kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) }),
    );
    tell(answer, () => process.exit(0));
  });
}
