/** Memory for bytes that are used up before the next are read. */
export interface ReusedMemory {
  /** Room for so many bytes. What it was given out for before is overwritten. */
  take(bytes: number): Buffer;
}

/**
 * Gives out the same memory again and again: to touch memory for the first time takes longer than to read a file into
 * it. As long as it is not touched it costs nothing.
 *
 * @param capacity how many bytes are usually enough; more are made when they are asked for
 */
export function reusedMemory(capacity: number): ReusedMemory {
  let memory: Buffer | undefined;
  return {
    take(bytes) {
      if (memory === undefined || memory.length < bytes)
        memory = Buffer.allocUnsafeSlow(Math.max(bytes, capacity));
      return memory.subarray(0, bytes);
    },
  };
}
