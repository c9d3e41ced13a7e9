import { type ActionInputName, inputOf, wordOf } from './inputs.ts';
import { longestName } from './use-name.ts';

/** What the action does beside checking. */
export interface ActionSettings {
  readonly command: 'check' | 'lint' | 'run' | 'gate' | 'merge';
  readonly changedOnly: 'auto' | 'true' | 'false';
  readonly failOnNew: 'true' | 'false';
  /** What tells this use apart from others; empty: it is made of other inputs. */
  readonly name: string;
  readonly annotations: 'auto' | 'all' | 'diff' | 'none';
  readonly checkRun: 'true' | 'false';
  readonly comment: 'off' | 'on-change' | 'on-failure' | 'always';
  readonly suggestions: 'true' | 'false';
  readonly summary: 'true' | 'false';
  /** Files of reports, or folders of them, for `merge`. */
  readonly reports: readonly string[];
  /** What the release gate is asked; see `GateRequest`. */
  readonly next: string | undefined;
  readonly base: string | undefined;
  readonly tagPrefix: string;
  readonly first: 'first' | 'not-first';
  /** What keeps this analysis apart in code scanning; absent: whoever uploads it decides. */
  readonly sarifCategory: string | undefined;
  readonly files: {
    readonly sarif: string;
    readonly junit: string;
    readonly json: string;
    readonly html: string;
  };
}

/** The settings, or what is wrong with an input. */
export type SettingsAnswer =
  | { readonly kind: 'settings'; readonly settings: ActionSettings }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the inputs that concern the action alone. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingsAnswer {
  const wrong: string[] = [];
  const word = <Word extends string>(name: ActionInputName, words: readonly [Word, ...Word[]]): Word => {
    const answer = wordOf(name, words, environment);
    if (answer.kind === 'word') return answer.word;
    wrong.push(answer.message);
    return words[0];
  };
  const settings: ActionSettings = {
    command: word('command', ['check', 'lint', 'run', 'gate', 'merge']),
    reports: inputOf('reports', environment)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    changedOnly: word('changed-only', ['auto', 'true', 'false']),
    failOnNew: word('fail-on-new', ['false', 'true']),
    name: inputOf('name', environment),
    annotations: word('annotations', ['auto', 'all', 'diff', 'none']),
    checkRun: word('check-run', ['false', 'true']),
    comment: word('comment', ['off', 'on-change', 'on-failure', 'always']),
    suggestions: word('suggestions', ['false', 'true']),
    summary: word('summary', ['true', 'false']),
    next: inputOf('next', environment) || undefined,
    base: inputOf('base', environment) || undefined,
    tagPrefix: inputOf('tag-prefix', environment),
    first: word('first', ['false', 'true']) === 'true' ? 'first' : 'not-first',
    sarifCategory: inputOf('sarif-category', environment) || undefined,
    files: {
      sarif: inputOf('sarif-file', environment),
      junit: inputOf('junit-file', environment),
      json: inputOf('json-file', environment),
      html: inputOf('html-file', environment),
    },
  };
  if (settings.name.length > longestName || /\p{Cc}/u.test(settings.name)) {
    wrong.push(
      `the input "name" does not take "${settings.name}": expected one line of at most ${longestName} characters`,
    );
  }
  const [first] = wrong;
  return first === undefined ? { kind: 'settings', settings } : { kind: 'refused', message: first };
}
