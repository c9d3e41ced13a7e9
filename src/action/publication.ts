import { type GithubContext, lineLink, pathIn } from '../host/github-context.ts';
import type { FailOn, Verdict } from '../report/document/verdict.ts';
import type { FindingDelta } from '../report/github/comment.ts';
import type { RenderSource } from '../report/render.ts';
import type { GithubApi } from './github-api.ts';
import type { ActionSettings } from './settings.ts';
import type { Step } from './step.ts';

/** Everything that publishing needs. */
export interface Publication {
  readonly source: RenderSource;
  readonly verdict: Verdict;
  readonly failOn: FailOn;
  readonly settings: ActionSettings;
  readonly context: GithubContext;
  readonly step: Step;
  readonly root: string;
  /** Where the root lies in the repository; empty at its top. */
  readonly folder: string;
  /** Whether a line is part of the change; absent when nobody knows. */
  readonly inDiff?: ((path: string, line: number) => boolean) | undefined;
  /** Files whose lines have other numbers on the pull request than in the merge commit that was checked. */
  readonly otherAtHead: () => Promise<ReadonlySet<string>>;
  /** The API; absent without a token. */
  readonly api?: GithubApi | undefined;
  /** What came and went compared with the base; worked out only when a comment wants it. */
  readonly delta: () => Promise<FindingDelta | undefined>;
  /** Reasons why the gate is closed; absent when the command was none. */
  readonly gate?: { readonly ready: boolean; readonly reasons: readonly string[] } | undefined;
}

/** Gives the address of a line of a file, whose path begins at the root. */
export function linkTo({ context, folder }: Pick<Publication, 'context' | 'folder'>) {
  return (path: string, line: number): string | undefined => lineLink(context, pathIn(folder, path), line);
}
