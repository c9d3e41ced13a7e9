import { type GithubContext, lineLink } from '../host/github-context.ts';
import type { MachineProvenance } from '../host/provenance.ts';
import type { FailOn, Verdict } from '../report/document/verdict.ts';
import type { FindingDelta } from '../report/github/comment.ts';
import type { RenderSource } from '../report/render.ts';
import type { GithubApi } from './github-api.ts';
import type { ActionSettings } from './settings.ts';
import type { Step } from './step.ts';
import type { UseName } from './use-name.ts';

/** Everything that publishing needs. */
export interface Publication {
  readonly source: RenderSource;
  /** The same as seen from the top of the repository, which is how its readers know it. */
  readonly shown: RenderSource;
  readonly verdict: Verdict;
  readonly failOn: FailOn;
  readonly settings: ActionSettings;
  readonly context: GithubContext;
  readonly step: Step;
  /** Unlike that of every other process. */
  readonly id: string;
  /** What tells this use of the action apart. */
  readonly use: UseName;
  /** Where the root lies in the repository; empty at its top. */
  readonly folder: string;
  /** Whether a line is part of the change; absent when nobody knows. */
  readonly inDiff?: ((path: string, line: number) => boolean) | undefined;
  /** Files whose lines have other numbers on the pull request than in the merge commit that was checked. */
  readonly otherAtHead: ReadonlySet<string>;
  /** The API; absent without a token. */
  readonly api?: GithubApi | undefined;
  /** What came and went compared with the base; absent when nobody knows, or no comment wants it. */
  readonly delta: FindingDelta | undefined;
  /** Where the report comes from, when the page wants it. */
  readonly provenance: MachineProvenance | undefined;
}

/** Gives the address of a line of a file, whose path begins at the top of the repository. */
export function linkTo({ context }: Pick<Publication, 'context'>) {
  return (path: string, line: number): string | undefined => lineLink(context, path, line);
}
