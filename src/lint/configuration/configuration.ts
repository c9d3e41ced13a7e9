import type { Severity } from '../../diagnostics/finding.ts';
import type { RunMode } from '../../trace/run-record.ts';

/** How severe a rule is for a repository, or that it is not asked. */
export type RuleLevel = Severity | 'off';

/** Levels by rule, or by code of ShellCheck (`shellcheck/SC2086`, or `SC2086`). */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

/** When a service counts as ready; with several, all must hold. */
export interface ReadySettings {
  readonly http?:
    | {
        readonly path?: string | undefined;
        /** A number, or a range such as `200-399`. */
        readonly status?: string | undefined;
        readonly headers?: Readonly<Record<string, string>> | undefined;
        readonly body?: string | undefined;
        readonly tls?: boolean | undefined;
        readonly timeoutMs?: number | undefined;
      }
    | undefined;
  readonly tcp?: { readonly timeoutMs?: number | undefined } | undefined;
  readonly command?: ReadyStrategy | undefined;
  readonly log?: ReadyStrategy | undefined;
  readonly file?: ReadyStrategy | undefined;
}

/** One condition: a command, a pattern or a path, and from the start of the run how long it may take to hold. */
export interface ReadyStrategy {
  readonly value: string;
  readonly timeoutMs?: number | undefined;
}

/** How services are started and watched. */
export interface RunSettings {
  readonly modes?: readonly RunMode[] | undefined;
  readonly timeoutMs?: number | undefined;
  readonly stableForMs?: number | undefined;
  readonly ready?: ReadySettings | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly before?: readonly string[] | undefined;
  readonly stubs?: Readonly<Record<string, string>> | undefined;
  /** How an emulated scheduler behaves. */
  readonly scheduler?:
    | {
        readonly queueDelayMs?: number | undefined;
        readonly holds?: boolean | undefined;
        readonly refusal?: string | undefined;
        readonly nodeFailsAfterMs?: number | undefined;
      }
    | undefined;
  /** Programs without which a run is skipped, by name. */
  readonly requires?: readonly string[] | undefined;
  /** Host names of the site that mean this machine in a run; `*` stands for any characters. */
  readonly hosts?: readonly string[] | undefined;
  /** Programs of the site beside those that are known: where one is missing, the run is skipped by name. */
  readonly sitePrograms?: readonly string[] | undefined;
  /** Whether a run that is skipped counts as failed. */
  readonly requireRun?: boolean | undefined;
}

/** What `.pw-workflow-check.yaml` says; every part may be absent. */
export interface Configuration {
  readonly workflows?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly rules: RuleLevels;
  readonly overrides: readonly { readonly paths: readonly string[]; readonly rules: RuleLevels }[];
  readonly shellcheck: {
    readonly severity?: 'error' | 'warning' | 'info' | 'style' | 'off' | undefined;
    /** `all`: also what is true and nobody acts on; absent: `usual`, without it. */
    readonly profile?: 'usual' | 'all' | undefined;
    readonly exclude?: readonly string[] | undefined;
  };
  readonly run: RunSettings;
  /** Settings of `run` for one workflow, by its name; each stands above the ones of `run`. */
  readonly workflowsSettings: Readonly<Record<string, RunSettings>>;
  /** A file of findings that are known, from the repository's root. */
  readonly baseline?: string | undefined;
  /** The least severity that fails a check. */
  readonly failOn?: 'error' | 'warning' | 'note' | 'never' | undefined;
}

/** What holds without a configuration file. */
export const usualConfiguration: Configuration = {
  rules: {},
  overrides: [],
  shellcheck: {},
  run: {},
  workflowsSettings: {},
};

/** The names under which a repository may keep its configuration. */
export const configurationNames = ['.pw-workflow-check.yaml', '.pw-workflow-check.yml'] as const;
