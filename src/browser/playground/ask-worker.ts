import type { Answered, Asked, Questions, Topic } from './messages.ts';

/** Asks the worker, and resolves to its answer. */
export type Ask = <Name extends Topic>(
  topic: Name,
  ask: Questions[Name]['ask'],
) => Promise<Questions[Name]['answer']>;

/**
 * Starts a worker.
 *
 * @param failed told that it broke, for good
 */
export function startWorker(script: string, failed: () => void): Ask {
  const worker = new Worker(script);
  const open = new Map<number, (answer: never) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    open.get(data.id)?.(data.answer as never);
    open.delete(data.id);
  });
  worker.addEventListener('error', failed);
  return (topic, ask) =>
    new Promise((resolve) => {
      const id = ++last;
      open.set(id, resolve);
      worker.postMessage({ ...ask, id, topic } as Asked);
    });
}
