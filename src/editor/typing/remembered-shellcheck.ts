import type { AskShellcheck } from '../../lint/lint.ts';
import { findingAfter, type TextChange } from './text-change.ts';

/** What ShellCheck said last, moved along with the texts: it is far too slow to be asked after each key. */
export interface RememberedShellcheck {
  /** Gives what is remembered, and asks nobody. */
  readonly recall: AskShellcheck;
  /** Asks, and remembers the answer unless a text has changed in the meantime. */
  asking(ask: AskShellcheck): AskShellcheck;
  changed(change: TextChange): void;
}

/** A memory in which nothing is yet. */
export function rememberedShellcheck(): RememberedShellcheck {
  let answer: Awaited<ReturnType<AskShellcheck>> = { findings: [], remarks: [] };
  let changes = 0;
  return {
    recall: async () => answer,
    asking: (ask) => async (scripts) => {
      const before = changes;
      const fresh = await ask(scripts);
      if (changes === before) answer = { ...fresh, remarks: [] };
      return fresh;
    },
    changed(change) {
      changes++;
      answer = {
        ...answer,
        findings: answer.findings.flatMap((finding) => findingAfter(change, finding) ?? []),
      };
    },
  };
}
