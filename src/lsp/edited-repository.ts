import type { LintWorld } from '../app/world.ts';
import type { Diagnostic } from '../diagnostics/finding.ts';
import { brokenFiles } from '../editor/typing/broken-files.ts';
import { rememberedShellcheck } from '../editor/typing/remembered-shellcheck.ts';
import {
  afterChange,
  afterPause,
  nothingShown,
  type ShownFindings,
  whileTyping,
} from '../editor/typing/shown-findings.ts';
import { isTyped, lineAt, staysOnLine } from '../editor/typing/text-change.ts';
import type { FilePath, Span } from '../source/span.ts';
import { type OpenTexts, openTexts } from './open-texts.ts';
import { type Pauses, plannedLooks } from './planned-looks.ts';

/** What an edited repository tells; it may be told at any time. */
export interface RepositoryListener {
  /** What is to be shown, after each look at the texts. */
  readonly shown: (findings: readonly Diagnostic[]) => void;
  /** Something is wrong with the configuration, or with us. */
  readonly trouble: (sentence: string) => void;
}

/** A repository of which files are open in an editor. */
export interface EditedRepository {
  readonly root: string;
  readonly texts: OpenTexts;
  /** Takes the text of a file, just opened or changed. */
  write(path: FilePath, text: string): void;
  /** A file is not open any more: what is on the disk counts. Gives how many are left. */
  close(path: FilePath): number;
  /** Files on the disk may be others: looks at everything soon. */
  reread(): void;
  /** Looks at everything now, ShellCheck included, and is done when that is shown. */
  check(): Promise<void>;
  /** What is shown now. */
  findings(): readonly Diagnostic[];
  /** Stops all that is planned. */
  end(): void;
}

/**
 * Looks at the open files of a repository again and again while they are edited: at the rules soon after each change, at
 * everything after a longer pause, with one ShellCheck at a time.
 *
 * @param freshWorld gives the repository as it is on the disk now
 */
export function editedRepository(
  root: string,
  freshWorld: () => LintWorld,
  pauses: Pauses,
  { shown, trouble }: RepositoryListener,
): EditedRepository {
  const texts = openTexts(freshWorld, trouble);
  const remembered = rememberedShellcheck();
  /** What was said of the work itself: it is the same after each key. */
  const told = new Set<string>();
  let state: ShownFindings = nothingShown;
  /** What was found in the texts of a version. */
  let found: { readonly version: number; readonly findings: readonly Diagnostic[] } | undefined;
  /** The line that was written last, and whether another one was before, since the last look. */
  let line: Span | undefined;
  let left = false;
  /** What has changed since the last look: nothing, what typing changes, or more. */
  let burst: 'nothing' | 'typing' | 'more' = 'nothing';
  const looks = plannedLooks(askRules, askEverything, trouble);

  function show(next: ShownFindings): void {
    state = next;
    shown(state.shown);
  }

  /** What a lint finds, unless a text has changed in the meantime. */
  async function look(shellcheck: 'recalled' | 'asked') {
    const version = texts.version();
    const opened = await texts.opened();
    if (opened === undefined || version !== texts.version()) return undefined;
    const { recall, asking } = remembered;
    const ask = opened.shellcheck && (shellcheck === 'asked' ? asking(opened.shellcheck) : recall);
    const { diagnostics, faults, remarks } = await opened.lint(ask);
    if (version !== texts.version()) return undefined;
    for (const sentence of [...faults.map((fault) => fault.message), ...remarks]) {
      if (!told.has(sentence)) trouble(sentence);
      told.add(sentence);
    }
    found = { version, findings: diagnostics };
    return { findings: diagnostics, broken: brokenFiles(opened.workspace) };
  }

  async function askRules(): Promise<void> {
    const seen = await look('recalled');
    if (seen === undefined) return;
    const isTyping = burst === 'typing' && line !== undefined;
    const wasLeft = left;
    burst = 'nothing';
    left = false;
    if (isTyping && line !== undefined) show(whileTyping(state, seen.findings, line, wasLeft));
    else show(afterPause(state, seen.findings, seen.broken));
  }

  async function askEverything(): Promise<void> {
    const version = texts.version();
    burst = 'more';
    if (found?.version !== version) await askRules();
    const opened = await texts.opened();
    if (opened === undefined || version !== texts.version()) return;
    if (found !== undefined) show(afterPause(state, found.findings, brokenFiles(opened.workspace)));
    const seen = opened.shellcheck && (await look('asked'));
    if (seen !== undefined) show(afterPause(state, seen.findings, seen.broken));
    burst = 'nothing';
  }

  function plan(kind: 'typing' | 'more', after: Pauses): void {
    burst = burst === 'more' ? 'more' : kind;
    looks.plan(after);
  }

  return {
    root,
    texts,
    findings: () => state.shown,
    write(path, text) {
      const written = texts.write(path, text);
      if (written === undefined) {
        plan('more', { rules: 0, everything: 0 });
        return;
      }
      const { change } = written;
      if (change === undefined) return;
      state = afterChange(state, change);
      remembered.changed(change);
      left ||= line !== undefined && !staysOnLine(change, line);
      line = lineAt(path, text, change.start + change.inserted.length);
      plan(isTyped(change) ? 'typing' : 'more', pauses);
    },
    close(path) {
      const remaining = texts.close(path);
      if (remaining > 0) plan('more', { ...pauses, rules: 0 });
      return remaining;
    },
    reread() {
      texts.reread();
      plan('more', { rules: 0, everything: 0 });
    },
    check() {
      looks.cancel();
      texts.reread();
      return looks.everythingNow();
    },
    end() {
      looks.cancel();
      texts.reread();
    },
  };
}
