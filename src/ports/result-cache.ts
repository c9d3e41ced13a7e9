/** Keeps results between runs, by the whole of what they follow from. */
export interface ResultCache {
  /** What was kept for this content; `undefined` when nothing was, or when it can no longer be trusted. Never throws. */
  read(content: string): string | undefined;
  /** Keeps a result for this content as well as it can; where nothing can be kept, nothing is. Never throws. */
  write(content: string, result: string): void;
}
