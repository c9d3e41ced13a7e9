/** A queue between those who say what happens and the one who reads it. */
export interface EventQueue<Item> extends AsyncIterable<Item> {
  push(item: Item): void;
  /** Ends the reading after what was pushed before. */
  end(): void;
}

/** An empty queue for one reader. */
export function eventQueue<Item>(): EventQueue<Item> {
  const items: Item[] = [];
  let ended = false;
  let wake: () => void = () => {};
  return {
    push(item) {
      items.push(item);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        for (let item = items.shift(); item !== undefined; item = items.shift()) yield item;
        if (ended) return;
        await new Promise<void>((woken) => {
          wake = woken;
        });
      }
    },
  };
}
