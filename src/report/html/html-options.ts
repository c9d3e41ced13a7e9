import type { RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { JobGraph } from '../job-graph.ts';

/** Where a report comes from; what nobody knows is absent. */
export interface Provenance {
  /** `owner/name`, and its address on the web. */
  readonly repository?: { readonly name: string; readonly address?: string | undefined } | undefined;
  readonly branch?: string | undefined;
  /** When the check began, as ISO 8601. */
  readonly date: string;
  readonly durationMs: number;
  /** What was asked: the command with its options, or the inputs of the action. */
  readonly request?: string | undefined;
  /** The programs that the check was made with. */
  readonly versions: readonly { readonly name: string; readonly version: string }[];
}

/** What the page may have beside the report. */
export interface HtmlOptions {
  readonly linkTo: (path: string, line: number) => string | undefined;
  /** A picture by its path as a `data:` address. */
  readonly picture: (path: string) => string | undefined;
  /** The jobs of a workflow by its path. */
  readonly graphs: ReadonlyMap<string, JobGraph>;
  /** The rules, to say what one means. */
  readonly rules: readonly RuleMeta[];
  readonly provenance?: Provenance | undefined;
}
